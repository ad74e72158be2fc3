package org.wordloom.text;

/** Makes tokenizers from options. */
public final class WordTokenizers {
    private WordTokenizers() {}

    /** A new tokenizer for one thread. The options must be valid. */
    public static WordTokenizer create(TokenizationOptions options) {
        return switch (options.kind()) {
            case WHITESPACE -> new WhitespaceTokenizer();
            case WORDS, DICTIONARY_LONGEST, DICTIONARY_SHORTEST_PATH -> throw new UnsupportedOperationException(
                    options.kind() + " is not there yet");
        };
    }
}
