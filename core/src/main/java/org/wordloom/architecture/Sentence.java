package org.wordloom.architecture;

import java.util.Arrays;

/**
 * The words of a sentence that subsampling kept, and the window that each drew as a centre. Reused by its thread.
 */
public final class Sentence {
    private final int[] words;
    private final int[] windows;
    private int length;
    private long[] zeros = new long[0];

    public Sentence(int maxLength) {
        words = new int[maxLength];
        windows = new int[maxLength];
    }

    public void clear() {
        length = 0;
    }

    /** @param window words on each side that predict this one */
    public void add(int word, int window) {
        words[length] = word;
        windows[length] = window;
        length++;
    }

    public int length() {
        return length;
    }

    public int word(int position) {
        return words[position];
    }

    public int window(int position) {
        return windows[position];
    }

    /** At least {@code count} zeros to work with, until the next call; the same array again where it is long enough. */
    long[] zeros(int count) {
        if (zeros.length < count) {
            zeros = new long[count];
        }
        Arrays.fill(zeros, 0, count, 0L);
        return zeros;
    }
}
