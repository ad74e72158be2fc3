package org.wordloom.format;

import java.io.IOException;

/**
 * The first line of a word2vec file: the number of words and of values a vector, in decimal, with a space between.
 */
record Word2VecHeader(int words, int dimension) {
    /** Above any dimension in use; a row must fit an array many times over. */
    static final int MAX_DIMENSION = 1 << 20;

    private static final String FORM = "a first line 'WORDS DIMENSION' of two positive numbers";

    static Word2VecHeader read(FormatInput in) throws IOException {
        int words = readNumber(in, Integer.MAX_VALUE - 8);
        if (!isBlank(in.next())) {
            throw in.damaged(FORM, "another character after the first number");
        }
        int dimension = readNumber(in, MAX_DIMENSION);
        int c = in.next();
        while (isBlank(c)) {
            c = in.next();
        }
        if (c != '\n') {
            throw in.damaged(FORM, c == FormatInput.END ? "the end of the file" : "more than two numbers");
        }
        return new Word2VecHeader(words, dimension);
    }

    private static int readNumber(FormatInput in, int max) throws IOException {
        long value = 0;
        int digits = 0;
        for (int c = in.peek(); c >= '0' && c <= '9'; c = in.peek()) {
            value = Math.min(value * 10 + in.next() - '0', Long.MAX_VALUE / 16);
            digits++;
        }
        if (digits == 0) {
            int c = in.peek();
            throw in.damaged(FORM, c == FormatInput.END ? "the end of the file" : printable(c));
        }
        if (value < 1 || value > max) {
            throw in.damaged(FORM + " up to " + max, String.valueOf(value));
        }
        return (int) value;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private static String printable(int c) {
        return c > 0x20 && c < 0x7F ? "'" + (char) c + "'" : "byte " + c;
    }
}
