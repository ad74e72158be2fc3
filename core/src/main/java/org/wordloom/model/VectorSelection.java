package org.wordloom.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.RowSource;

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

    /** As {@code --vectors} names it, and a model's provenance. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The chosen vectors. {@link #INPUT} and {@link #OUTPUT} share the model's matrix, the others are copies.
     *
     * @throws WordloomException USAGE when the model's output rows are not words: hierarchical softmax has a row for
     *     every inner node of its tree instead; also when vectors of different dimensions are to be added
     */
    public WordVectors select(WordModel model) {
        if (this == INPUT) {
            return new WordVectors(model.vocabulary(), model.input());
        }
        RowSource rows = select(ModelRows.of(model));
        return new WordVectors(model.vocabulary(), this == OUTPUT ? model.output() : matrix(rows));
    }

    /**
     * The chosen vectors, made row by row as they are read.
     *
     * @throws WordloomException as {@link #select(WordModel)}
     */
    public RowSource select(ModelRows model) {
        if (this == INPUT) {
            return model.input();
        }
        require(model.vocabulary().size(), model.output().rows());
        requireColumns(model.input().columns(), model.output().columns());
        return switch (this) {
            case OUTPUT -> model.output();
            case AVERAGE -> new JoinedRows(model.input(), model.output(), 0.5f);
            case SUM -> new JoinedRows(model.input(), model.output(), 1f);
            default -> new JoinedRows(model.input(), model.output(), 0f);
        };
    }

    private static RowMatrix matrix(RowSource source) {
        RowMatrix matrix = new RowMatrix(source.rows(), source.columns());
        float[] values = new float[source.columns()];
        try (RowSource.Cursor cursor = source.open()) {
            for (int row = 0; row < matrix.rows(); row++) {
                cursor.next(values);
                matrix.setRow(row, values, 0);
            }
        } catch (IOException e) { // the rows are in memory
            throw new UncheckedIOException(e);
        }
        return matrix;
    }

    /**
     * Refuses models without what is selected, before their vectors are read.
     *
     * @param words of the whole model, not only of the part that is read
     * @param outputRows of the whole model
     * @throws WordloomException as {@link #select(WordModel)}
     */
    public void require(int words, int outputRows) {
        if (this == INPUT || outputRows == words) {
            return;
        }
        String option = optionName();
        if (outputRows == 0) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "vectors '" + option
                            + "' need output vectors, and this model has none: it was made of a file with one"
                            + " vector a word; use 'input'");
        }
        throw new WordloomException(
                ExitCode.USAGE,
                "vectors '" + option + "' need one output vector a word, but this model has " + outputRows
                        + " output vectors for " + words
                        + " words (hierarchical softmax: they belong to tree nodes); use 'input', or train with"
                        + " negative sampling");
    }

    /**
     * Refuses models whose vectors cannot be added, before they are read.
     *
     * @throws WordloomException USAGE when input and output vectors are to be added and have not as many values
     */
    public void requireColumns(int input, int output) {
        if (input != output && (this == SUM || this == AVERAGE)) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "vectors '" + name().toLowerCase(Locale.ROOT) + "' add input and output vectors, but those of this"
                            + " model have " + input + " and " + output
                            + " values; use 'input', 'output' or 'concat'");
        }
    }
}
