package org.wordloom.tokenizer.sentencepiece;

/** Receives the pieces of a text. */
@FunctionalInterface
public interface SentencePieceSink {
    /**
     * Takes one piece.
     *
     * @param id of the piece
     * @param from where it begins in the normalised text, in bytes
     * @param to where it ends there
     * @param start where what it stands for begins in the original text, in bytes from the text's beginning
     * @param end where that ends
     */
    void add(int id, int from, int to, int start, int end);
}
