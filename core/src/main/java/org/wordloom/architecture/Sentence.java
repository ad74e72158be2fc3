package org.wordloom.architecture;

/**
 * The words of a sentence that subsampling kept, and the window that each drew as a centre. Reused by its thread.
 */
public final class Sentence {
    private final int[] words;
    private final int[] windows;
    private int length;

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
}
