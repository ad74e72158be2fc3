package org.wordloom.tokenizer;

/** Receives the pieces of a word. */
@FunctionalInterface
public interface PieceSink {
    /**
     * Takes one piece.
     *
     * @param id of the piece
     * @param start where the piece begins, in chars (UTF-16 units) from the beginning of the word
     * @param end where it ends, likewise
     */
    void add(int id, int start, int end);
}
