package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.WordVectors;

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
        WritableWords.check(vectors.vocabulary());
        writeHeader(vectors.size(), vectors.dimension(), out);
        writeRows(vectors, out);
    }

    /** Writes what stands before the first vector. */
    public static void writeHeader(int words, int dimension, OutputStream out) throws IOException {
        FormatOutput output = new FormatOutput(out);
        new Word2VecHeader(words, dimension).write(output);
        output.flush();
    }

    /** Writes some of the vectors, without the header: pieces make a file behind one. */
    public static void writeRows(WordVectors vectors, OutputStream out) throws IOException {
        WritableWords.check(vectors.vocabulary());
        FormatOutput output = new FormatOutput(out);
        RowMatrix matrix = vectors.matrix();
        for (int id = 0; id < vectors.size(); id++) {
            WritableWords.checkFinite(vectors, id);
            output.writeWord(vectors.vocabulary(), id);
            output.writeByte(' ');
            output.writeFloats(matrix.chunk(id), matrix.offset(id), matrix.columns());
            output.writeByte('\n');
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
            throw input.damaged("finite values", "NaN or infinity in the vector of '" + word.text() + "'");
        }
    }
}
