package org.wordloom.format.tokenizer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Reads a text file of pieces line by line; failures name the line. A carriage return at a line's end is no part of it. */
final class TextLines {
    /** Longer than any two pieces. */
    private static final int MAX_BYTES = 1 << 20;

    private final InputStream in;
    private final String file;
    private byte[] bytes = new byte[256];
    private int number;

    /** @param file the name for messages */
    TextLines(InputStream in, String file) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.file = file;
    }

    /**
     * The next line, or null at the end of the file. A line end at the end of the file begins no further line.
     *
     * @throws WordloomException FORMAT for a line that is no UTF-8 or longer than 1 MB
     */
    String next() throws IOException {
        number++;
        int length = 0;
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (length == MAX_BYTES) {
                throw wrong("a line of at most " + MAX_BYTES + " bytes", "a longer one");
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            bytes[length++] = (byte) c;
        }
        return decode(length > 0 && bytes[length - 1] == '\r' ? length - 1 : length);
    }

    private String decode(int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong("UTF-8", "malformed bytes");
        }
    }

    /** The number of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** The exception for the line that was read last. */
    WordloomException wrong(String expected, String found) {
        return new WordloomException(
                ExitCode.FORMAT,
                file + " is damaged or of another format, at line " + number + ": expected " + expected + ", found "
                        + Excerpt.of(found));
    }
}
