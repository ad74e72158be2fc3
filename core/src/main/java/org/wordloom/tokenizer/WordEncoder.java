package org.wordloom.tokenizer;

/** Takes words apart into a model's pieces. Keeps scratch space: not safe for use by several threads. */
public interface WordEncoder {
    /**
     * Gives the pieces of the word {@code text[from, to)} to {@code sink}, in order. The word may be long (50 MB and
     * more): time and memory must stay near linear. It holds no lone surrogates and is not empty. A word that has no
     * pieces gives none.
     *
     * <p>An unknown character is given with the unknown token's id, alone or joined with its neighbours, or as byte
     * pieces, as the model says. All byte pieces of one character have the offsets of that whole character. A model that
     * has no unknown token leaves an unknown character out.
     */
    void encode(char[] text, int from, int to, PieceSink sink);

    /**
     * Whether a word's pieces depend on the word alone, so that they may be kept in a cache. False for what draws
     * random numbers (dropout, sampling).
     */
    default boolean isDeterministic() {
        return true;
    }

    /**
     * Called before each text's first word, with the text's number: what draws random numbers makes them a function of
     * seed, this number, and the word's place in the text, so that they do not depend on who encodes what.
     */
    default void startText(long number) {}
}
