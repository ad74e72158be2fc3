package org.wordloom.tokenizer.unigram;

/** Takes UTF-8 apart into pieces. Keeps scratch space: not safe for use by several threads. */
public interface Utf8Encoder {
    /**
     * Gives the pieces of {@code utf8[from, to)}, which is well-formed, to {@code sink}, in order. An unknown character
     * is given by itself, with the id {@link org.wordloom.tokenizer.SubwordModel#UNKNOWN}.
     */
    void encode(byte[] utf8, int from, int to, Utf8PieceSink sink);
}
