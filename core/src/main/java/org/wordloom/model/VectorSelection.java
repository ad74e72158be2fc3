package org.wordloom.model;

import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;

/** Which vectors of a trained model become "the" word vectors. */
public enum VectorSelection {
    /** The input vectors, as word2vec writes them. Always possible. */
    INPUT,
    /** The output vectors. */
    OUTPUT,
    /** The mean of a word's input and output vector: the same directions as {@link #SUM}. */
    AVERAGE,
    /** The sum of a word's input and output vector, as GloVe's program gives it out. */
    SUM,
    /** The input vector followed by the output vector: twice the dimension. */
    CONCAT;

    /**
     * The chosen vectors. {@link #INPUT} and {@link #OUTPUT} share the model's matrix, the others are copies.
     *
     * @throws WordloomException USAGE when the model's output rows are not words: hierarchical softmax has a row for
     *     every inner node of its tree instead
     */
    public WordVectors select(WordModel model) {
        if (this == INPUT) {
            return new WordVectors(model.vocabulary(), model.input());
        }
        requireOutputWords(model);
        return new WordVectors(
                model.vocabulary(),
                switch (this) {
                    case OUTPUT -> model.output();
                    case AVERAGE -> add(model.input(), model.output(), 0.5f);
                    case SUM -> add(model.input(), model.output(), 1f);
                    default -> concatenate(model.input(), model.output());
                });
    }

    /** How many matrices, as large as the model's input matrix, {@link #select} makes. */
    public int matricesCopied() {
        return switch (this) {
            case INPUT, OUTPUT -> 0;
            case AVERAGE, SUM -> 1;
            case CONCAT -> 2;
        };
    }

    /** Width of the chosen vectors when those of the model have {@code dim} values. */
    public int dimension(int dim) {
        return this == CONCAT ? Math.multiplyExact(2, dim) : dim;
    }

    private void requireOutputWords(WordModel model) {
        if (model.output().rows() != model.vocabulary().size()) {
            String option = name().toLowerCase(Locale.ROOT);
            throw new WordloomException(
                    ExitCode.USAGE,
                    "vectors '" + option + "' need one output vector a word, but this model has "
                            + model.output().rows() + " output vectors for "
                            + model.vocabulary().size()
                            + " words (hierarchical softmax: they belong to tree nodes); use 'input', or train with"
                            + " negative sampling");
        }
    }

    /** The sum of both, times a power of two, which rounds nothing. */
    private static RowMatrix add(RowMatrix input, RowMatrix output, float scale) {
        RowMatrix result = new RowMatrix(input.rows(), input.columns());
        for (int row = 0; row < input.rows(); row++) {
            float[] a = input.chunk(row);
            float[] b = output.chunk(row);
            float[] to = result.chunk(row);
            int offset = input.offset(row);
            for (int i = offset; i < offset + input.columns(); i++) {
                to[i] = scale * (a[i] + b[i]);
            }
        }
        return result;
    }

    private static RowMatrix concatenate(RowMatrix input, RowMatrix output) {
        int columns = input.columns();
        RowMatrix result = new RowMatrix(input.rows(), Math.addExact(columns, output.columns()));
        for (int row = 0; row < input.rows(); row++) {
            int to = result.offset(row);
            System.arraycopy(input.chunk(row), input.offset(row), result.chunk(row), to, columns);
            System.arraycopy(output.chunk(row), output.offset(row), result.chunk(row), to + columns, output.columns());
        }
        return result;
    }
}
