package org.wordloom.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the words of word2vec files into a reused array. */
final class WordReader {
    private final FormatInput input;
    private final byte[] bytes = new byte[WritableWords.MAX_BYTES];
    private int length;

    WordReader(FormatInput input) {
        this.input = input;
    }

    void skipNewlines() throws IOException {
        while (input.peek() == '\n' || input.peek() == '\r') {
            input.next();
        }
    }

    /** Adds the word up to the next space, which is consumed. No other white space may be in it, as in what is written. */
    void read(CollectedWords words) throws IOException {
        length = 0;
        for (int c = input.next(); c != ' '; c = input.next()) {
            if (c == FormatInput.END || WritableWords.isSpace(c) || length == bytes.length) {
                throw input.damaged("word " + (words.size() + 1) + " and a space", found(c));
            }
            bytes[length++] = (byte) c;
        }
        if (length == 0) {
            throw input.damaged("word " + (words.size() + 1), "an empty word");
        }
        words.add(bytes, 0, length, 0, input);
    }

    private String found(int c) {
        if (c == FormatInput.END) {
            return "the end of the file";
        }
        if (c == '\n') {
            return "the end of the line";
        }
        return WritableWords.isSpace(c)
                ? "white space of another kind, byte " + c
                : "no space within " + length + " bytes";
    }

    /** The word that was read last. */
    String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
