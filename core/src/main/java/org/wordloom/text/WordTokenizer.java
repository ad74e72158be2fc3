package org.wordloom.text;

/**
 * Splits text into words. Instances are not safe for use by several threads: they keep scratch space. The text is
 * UTF-8 and may be malformed; a tokenizer must not fail on any bytes.
 */
public interface WordTokenizer {
    /** Gives every word of {@code utf8[from, to)} to {@code sink}, in order. The range holds no line end. */
    void tokenize(byte[] utf8, int from, int to, WordSink sink);

    /** Receives words as slices of a buffer that is only valid during the call. */
    @FunctionalInterface
    interface WordSink {
        void word(byte[] utf8, int from, int to);

        /** A stretch of text stands here that is no word, and that the tokenizer has no name for. */
        default void unknown() {
            // most tokenizers have a name for everything
        }
    }
}
