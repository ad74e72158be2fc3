package org.wordloom.tokenizer;

import org.wordloom.text.WordTokenizer;

/** What the threads of a machine share to turn text into the pieces of one tokenizer. Immutable. */
public final class PieceTokenizers {
    private final Tokenizer tokenizer;
    private final PieceNames names;

    /**
     * Names the tokenizer's pieces.
     *
     * @throws org.wordloom.base.WordloomException FORMAT when they cannot be words of a vocabulary
     */
    public PieceTokenizers(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.names = new PieceNames(tokenizer);
    }

    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /**
     * A new tokenizer for one thread, whose words are the pieces that {@link TokenizerEncoder} gives, without special
     * tokens around the text, truncation and padding. White space in a piece is written {@code \}{@code uXXXX}. What is
     * unknown to the model is no word.
     */
    public WordTokenizer newTokenizer() {
        return new PieceWords(tokenizer, names);
    }

    /** What finds the pieces of whole words, for one thread. */
    public WholeWords newWholeWords() {
        return new WholeWords(tokenizer, names);
    }
}
