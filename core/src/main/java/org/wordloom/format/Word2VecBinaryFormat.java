package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.format.tokenizer.Excerpt;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.RowSource;
import org.wordloom.model.WordVectors;
import org.wordloom.vocab.Vocabulary;

/**
 * word2vec's binary format: a line {@code WORDS DIMENSION}, then for every word its UTF-8 bytes, a space, and the values
 * as little-endian floats. word2vec.c ends every vector with a newline, and so do we; gensim writes none. Both are read.
 */
public final class Word2VecBinaryFormat {
    private Word2VecBinaryFormat() {}

    /**
     * Writes the vectors. The stream is flushed, not closed.
     *
     * @throws org.wordloom.base.WordloomException FORMAT for a word with white space, before anything is written;
     *     TRAINING for a value that is not finite
     */
    public static void write(WordVectors vectors, OutputStream out) throws IOException {
        write(vectors.vocabulary(), RowSource.of(vectors.matrix()), out);
    }

    /** Writes a vector a word, as {@link #write(WordVectors, OutputStream)} does; they are read once. */
    public static void write(Vocabulary words, RowSource vectors, OutputStream out) throws IOException {
        WritableWords.check(words);
        FormatOutput output = new FormatOutput(out);
        output.writeAscii(vectors.rows() + " " + vectors.columns() + "\n");
        float[] values = new float[vectors.columns()];
        try (RowSource.Cursor cursor = vectors.open()) {
            for (int id = 0; id < vectors.rows(); id++) {
                cursor.next(values);
                WritableWords.checkFinite(words, id, values);
                output.writeWord(words, id);
                output.writeByte(' ');
                output.writeFloats(values, 0, values.length);
                output.writeByte('\n');
            }
        }
        output.flush();
    }

    /**
     * Reads all vectors. Counts are unknown (0). The stream is not closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes, or -1 when it is not known (a compressed stream)
     * @throws org.wordloom.base.WordloomException FORMAT when the file is damaged or of another format: a malformed
     *     header, sizes beyond the file, a truncated file, a word that occurs twice, a value that is not finite, or
     *     data after the last vector
     */
    public static WordVectors read(InputStream in, String name, long size) throws IOException {
        return read(in, name, size, Integer.MAX_VALUE);
    }

    /** Reads the first {@code maxWords} vectors (all, when there are fewer). */
    public static WordVectors read(InputStream in, String name, long size, int maxWords) throws IOException {
        FormatInput input = new FormatInput(in, name, size);
        Word2VecHeader header = Word2VecHeader.read(input);
        // A word has at least one byte, and a space follows it.
        long rowBytes = (long) header.dimension() * Float.BYTES + 2;
        input.requireRoom(header.words() * rowBytes, "the " + header.words() + " vectors that the header promises");
        int wanted = Math.min(header.words(), maxWords);
        CollectedWords words = new CollectedWords();
        GrowingMatrix matrix = new GrowingMatrix(wanted, header.dimension(), size >= 0);
        WordReader wordReader = new WordReader(input);
        for (int id = 0; id < wanted; id++) {
            wordReader.skipNewlines();
            wordReader.read(words);
            RowMatrix rows = matrix.addRow();
            readRow(input, rows, id, wordReader);
        }
        if (wanted == header.words()) {
            wordReader.skipNewlines();
            input.requireEnd();
        }
        return new WordVectors(words.toVocabulary(input, id -> "vector " + (id + 1)), matrix.toMatrix());
    }

    private static void readRow(FormatInput input, RowMatrix rows, int id, WordReader word) throws IOException {
        float[] chunk = rows.chunk(id);
        int offset = rows.offset(id);
        input.readFloats(chunk, offset, rows.columns(), "vector " + (id + 1));
        if (!FiniteCheck.allFinite(chunk, offset, rows.columns())) {
            throw input.damaged("finite values", "NaN or infinity in the vector of '" + Excerpt.of(word.text()) + "'");
        }
    }
}
