package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.RowSource;
import org.wordloom.model.WordVectors;
import org.wordloom.vocab.Vocabulary;

/**
 * word2vec's text format: a line {@code WORDS DIMENSION}, then a line a word: the word and its values, separated by
 * spaces. word2vec.c ends lines with a space, gensim does not; both are read. Values are written so that they read back
 * as exactly the same floats.
 */
public final class Word2VecTextFormat {
    private Word2VecTextFormat() {}

    /**
     * Writes the vectors. The stream is flushed, not closed.
     *
     * @throws WordloomException FORMAT for a word with white space, before anything is written; TRAINING for a value
     *     that is not finite
     */
    public static void write(WordVectors vectors, OutputStream out) throws IOException {
        write(vectors.vocabulary(), RowSource.of(vectors.matrix()), out);
    }

    /** Writes a vector a word, as {@link #write(WordVectors, OutputStream)} does; they are read once. */
    public static void write(Vocabulary words, RowSource vectors, OutputStream out) throws IOException {
        WritableWords.check(words);
        FormatOutput output = new FormatOutput(out);
        output.writeAscii(vectors.rows() + " " + vectors.columns() + "\n");
        writeLines(words, vectors, output);
        output.flush();
    }

    /** All that follows the header. */
    static void writeLines(Vocabulary words, RowSource vectors, FormatOutput output) throws IOException {
        float[] values = new float[vectors.columns()];
        try (RowSource.Cursor cursor = vectors.open()) {
            for (int id = 0; id < vectors.rows(); id++) {
                cursor.next(values);
                WritableWords.checkFinite(words, id, values);
                output.writeWord(words, id);
                for (float value : values) {
                    output.writeByte(' ');
                    output.writeDecimal(value);
                }
                output.writeByte('\n');
            }
        }
    }

    /**
     * Reads all vectors. Counts are unknown (0). The stream is not closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes, or -1 when it is not known (a compressed stream)
     * @throws WordloomException FORMAT when the file is damaged or of another format: a malformed header, sizes beyond
     *     the file, a row that is too short or too long, a word that occurs twice, a value that is no finite number, or
     *     lines after the last vector
     */
    public static WordVectors read(InputStream in, String name, long size) throws IOException {
        return read(in, name, size, Integer.MAX_VALUE);
    }

    /** Reads the first {@code maxWords} vectors (all, when there are fewer). */
    public static WordVectors read(InputStream in, String name, long size, int maxWords) throws IOException {
        FormatInput input = new FormatInput(in, name, size);
        Word2VecHeader header = Word2VecHeader.read(input);
        // A word has at least one byte, a value a space and a digit, a line an end.
        long rowBytes = 2 * (long) header.dimension() + 2;
        input.requireRoom(header.words() * rowBytes, header.words() + " vectors, as the header promises,");
        int wanted = Math.min(header.words(), maxWords);
        CollectedWords words = new CollectedWords();
        // Text may claim many more values than it holds: room grows with what is read.
        GrowingMatrix matrix = new GrowingMatrix(wanted, header.dimension(), false);
        WordReader word = new WordReader(input);
        DecimalParser parser = new DecimalParser(input);
        for (int id = 0; id < wanted; id++) {
            word.read(words);
            readRow(input, parser, matrix.addRow(), id);
        }
        if (wanted == header.words()) {
            word.skipNewlines();
            input.requireEnd();
        }
        return new WordVectors(words.toVocabulary(input, id -> "line " + (id + 2)), matrix.toMatrix());
    }

    private static void readRow(FormatInput input, DecimalParser parser, RowMatrix matrix, int row) throws IOException {
        float[] chunk = matrix.chunk(row);
        int offset = matrix.offset(row);
        for (int column = 0; column < matrix.columns(); column++) {
            skipBlanks(input);
            chunk[offset + column] = parser.read(column);
        }
        skipBlanks(input);
        int c = input.next();
        if (c != '\n') {
            // All writers end the last line too: a file that stops in a number would otherwise pass, with a wrong
            // value.
            throw input.damaged(
                    "the end of line " + (row + 2) + " after " + matrix.columns() + " values",
                    c == FormatInput.END ? "the end of the file" : "more values");
        }
    }

    private static void skipBlanks(FormatInput input) throws IOException {
        while (input.peek() == ' ' || input.peek() == '\t' || input.peek() == '\r') {
            input.next();
        }
    }
}
