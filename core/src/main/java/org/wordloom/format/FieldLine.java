package org.wordloom.format;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads lines of fields between blanks (spaces and tabs) into a buffer that grows with what is there. A carriage return
 * before the line's end is no part of it.
 */
final class FieldLine {
    /** Longest line in bytes: room for the widest vectors, each value with more digits than any program writes. */
    private static final int MAX_BYTES = 1 << 27;

    private final FormatInput input;
    private byte[] bytes = new byte[1 << 12];
    private int[] starts = new int[1 << 8];
    private int[] ends = new int[1 << 8];
    private int fields;
    private int number;

    FieldLine(FormatInput input) {
        this.input = input;
    }

    /** Reads the next line; false at the end of the file. A line that the end of the file cuts is refused. */
    boolean read() throws IOException {
        number++;
        if (input.peek() == FormatInput.END) {
            return false;
        }
        split(readBytes());
        return true;
    }

    private int readBytes() throws IOException {
        int length = 0;
        for (int c = input.next(); c != '\n'; c = input.next()) {
            if (c == FormatInput.END) {
                // All writers end the last line too: a file that stops in a number would otherwise pass, with a wrong
                // value.
                throw input.damagedAt(place(), "the end of the line", "the end of the file");
            }
            if (length == bytes.length) {
                grow();
            }
            bytes[length++] = (byte) c;
        }
        return length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
    }

    private void grow() {
        if (bytes.length == MAX_BYTES) {
            throw input.damagedAt(place(), "a line of at most " + MAX_BYTES + " bytes", "a longer one");
        }
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }

    private void split(int length) {
        fields = 0;
        for (int at = 0; at < length; ) {
            int end = at;
            while (end < length && !isBlank(bytes[end])) {
                end++;
            }
            if (end > at) {
                add(at, end);
            }
            at = end + 1;
        }
    }

    private void add(int start, int end) {
        if (fields == starts.length) {
            starts = Arrays.copyOf(starts, 2 * fields);
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        starts[fields] = start;
        ends[fields++] = end;
    }

    int fields() {
        return fields;
    }

    /** Where field {@code i} begins in {@link #bytes}. */
    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    byte[] bytes() {
        return bytes;
    }

    /** How errors call the line that was read last, or the end of the file after it. */
    String place() {
        return "line " + number;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }
}
