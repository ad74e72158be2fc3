package org.wordloom.tokenizer;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Text with the words it is split into, each a range of its chars, in order and not overlapping; what lies between them
 * is dropped. No word is empty. Made to be used again and again. Not safe for use by several threads.
 */
public final class PreTokenizedText {
    private AlignedText text = new AlignedText();
    /** Where word i begins and ends at 2i and 2i + 1. */
    private IntArrayList bounds = new IntArrayList();

    private IntArrayList nextBounds = new IntArrayList();

    /** Starts anew with all of {@code text} as one word, or none if it is empty. */
    public void reset(AlignedText text) {
        this.text = text;
        bounds.clear();
        addIfNotEmpty(bounds, 0, text.length());
    }

    public AlignedText text() {
        return text;
    }

    /** The number of words. */
    public int size() {
        return bounds.size() >> 1;
    }

    /** Where a word begins in {@link #text()}. */
    public int from(int word) {
        return bounds.getInt(2 * word);
    }

    /** Where a word ends in {@link #text()}. */
    public int to(int word) {
        return bounds.getInt(2 * word + 1);
    }

    /** Splits every word into the words that {@code splitter} finds in it. */
    public void split(Splitter splitter) {
        nextBounds.clear();
        Words words = (from, to) -> addIfNotEmpty(nextBounds, from, to);
        char[] chars = text.chars();
        for (int word = 0; word < size(); word++) {
            splitter.split(chars, from(word), to(word), words);
        }
        swap();
    }

    /** Changes every word's text; what lies between words is dropped. */
    public void rewrite(Rewriter rewriter) {
        nextBounds.clear();
        text.beginEdit();
        for (int word = 0; word < size(); word++) {
            int start = text.editedLength();
            text.skipTo(from(word));
            rewriter.rewrite(text, from(word), to(word));
            addIfNotEmpty(nextBounds, start, text.editedLength());
        }
        text.endEdit();
        swap();
    }

    private void swap() {
        IntArrayList old = bounds;
        bounds = nextBounds;
        nextBounds = old;
    }

    private static void addIfNotEmpty(IntArrayList bounds, int from, int to) {
        if (from < to) {
            bounds.add(from);
            bounds.add(to);
        }
    }

    /** Finds words. */
    @FunctionalInterface
    public interface Splitter {
        /** Gives the words of {@code chars[from, to)} to {@code words}, in order; empty ones are left out there. */
        void split(char[] chars, int from, int to, Words words);
    }

    /** Receives words. */
    @FunctionalInterface
    public interface Words {
        void word(int from, int to);
    }

    /** Changes a word. */
    @FunctionalInterface
    public interface Rewriter {
        /** Reads {@code [from, to)} of {@code text}, whose edit stands at {@code from}, and writes what is to be there. */
        void rewrite(AlignedText text, int from, int to);
    }
}
