package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.vocab.Vocabulary;

/** A vocabulary as text: a line a word, in the order of the ids: the word's UTF-8 bytes, a tab, the count, a newline. */
public final class VocabularyTsv {
    private VocabularyTsv() {}

    /**
     * Writes the vocabulary. The stream is flushed, not closed.
     *
     * @throws org.wordloom.base.WordloomException FORMAT for a word with white space, before anything is written
     */
    public static void write(Vocabulary vocabulary, OutputStream out) throws IOException {
        WritableWords.check(vocabulary);
        FormatOutput output = new FormatOutput(out);
        for (int id = 0; id < vocabulary.size(); id++) {
            output.writeWord(vocabulary, id);
            output.writeAscii("\t" + vocabulary.count(id) + "\n");
        }
        output.flush();
    }

    /**
     * Reads a vocabulary; ids follow the order of the lines. The stream is not closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes, or -1 when it is not known
     * @throws org.wordloom.base.WordloomException FORMAT, naming the line, for what is not word, tab, count
     */
    public static Vocabulary read(InputStream in, String name, long size) throws IOException {
        return read(in, name, size, '\t');
    }

    /** Reads a vocabulary whose words and counts are separated by another character. */
    static Vocabulary read(InputStream in, String name, long size, char separator) throws IOException {
        FormatInput input = new FormatInput(in, name, size);
        CollectedWords words = new CollectedWords();
        byte[] word = new byte[WritableWords.MAX_BYTES];
        long total = 0;
        while (input.peek() != FormatInput.END) {
            String line = "line " + (words.size() + 1);
            int length = readWord(input, word, line, separator);
            long count = readCount(input, line);
            total += count;
            if (total < 0) {
                throw input.damagedAt(line, "counts whose sum is below 2^63", "a larger sum");
            }
            words.add(word, 0, length, count, input);
        }
        return words.toVocabulary(input, id -> "line " + (id + 1));
    }

    private static int readWord(FormatInput input, byte[] word, String line, char separator) throws IOException {
        int length = 0;
        for (int c = input.next(); c != separator; c = input.next()) {
            if (c == FormatInput.END || c == '\n' || length == word.length) {
                throw input.damagedAt(
                        line,
                        "a word, a " + nameOf(separator) + " and a count",
                        length == word.length ? "an overlong word" : "no " + nameOf(separator));
            }
            word[length++] = (byte) c;
        }
        if (length == 0) {
            throw input.damagedAt(line, "a word before the " + nameOf(separator), "none");
        }
        return length;
    }

    private static long readCount(FormatInput input, String line) throws IOException {
        long count = 0;
        int digits = 0;
        int c = input.next();
        for (; c >= '0' && c <= '9' && digits < 19; c = input.next(), digits++) {
            count = count * 10 + c - '0';
        }
        if (c == '\r' && digits > 0) {
            c = input.next();
        }
        if (digits == 0 || count < 0 || c != '\n') {
            throw input.damagedAt(
                    line, "a count of 0 to " + Long.MAX_VALUE + " after the word, and a newline", found(c));
        }
        return count;
    }

    private static String nameOf(char separator) {
        return separator == ' ' ? "space" : "tab";
    }

    private static String found(int c) {
        if (c == FormatInput.END) {
            return "the end of the file";
        }
        return c == '\n' ? "none or too large a one" : "'" + (char) c + "' within it";
    }
}
