package org.wordloom.tokenizer.unigram;

/** Receives the pieces of a text that is held as UTF-8. */
@FunctionalInterface
public interface Utf8PieceSink {
    /**
     * Takes one piece.
     *
     * @param id of the piece
     * @param from where it begins, in bytes, as the text's bounds are given
     * @param to where it ends
     */
    void add(int id, int from, int to);
}
