package org.wordloom.text;

import java.lang.ref.SoftReference;

/** Makes tokenizers from options. */
public final class WordTokenizers {
    /** The last word list, so that the tasks of one JVM share its trie; memory pressure may drop it. */
    private static SoftReference<LoadedDictionary> lastDictionary = new SoftReference<>(null);

    private WordTokenizers() {}

    /**
     * A new tokenizer for one thread. Tokenizers with equal options share their dictionary.
     *
     * @throws IllegalArgumentException if the options are invalid
     */
    public static WordTokenizer create(TokenizationOptions options) {
        TextTransform transform = TextTransform.of(options);
        if (options.kind() == TokenizationOptions.Kind.WHITESPACE && transform.isIdentity()) {
            return new WhitespaceTokenizer();
        }
        return new PreparingTokenizer(segmenter(options), transform);
    }

    private static WordTokenizer segmenter(TokenizationOptions options) {
        return switch (options.kind()) {
            case WHITESPACE -> new WhitespaceTokenizer();
            case WORDS -> new UnicodeWordTokenizer();
            case DICTIONARY_LONGEST -> new LongestMatchTokenizer(dictionary(options));
            case DICTIONARY_SHORTEST_PATH -> new ShortestPathTokenizer(dictionary(options));
        };
    }

    private static synchronized SegmentationDictionary dictionary(TokenizationOptions options) {
        LoadedDictionary last = lastDictionary.get();
        if (last != null && last.fits(options)) {
            return last.dictionary();
        }
        LoadedDictionary loaded = new LoadedDictionary(
                options, SegmentationDictionary.of(options.dictionary(), TextTransform.of(options)));
        lastDictionary = new SoftReference<>(loaded);
        return loaded.dictionary();
    }

    private record LoadedDictionary(TokenizationOptions options, SegmentationDictionary dictionary) {
        boolean fits(TokenizationOptions other) {
            return options.lowercase() == other.lowercase()
                    && options.normalization() == other.normalization()
                    && options.dictionary().equals(other.dictionary());
        }
    }
}
