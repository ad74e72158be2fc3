package org.wordloom.text;

import java.util.List;
import org.wordloom.base.Problems;

/**
 * How text becomes words: normalise, lower-case, then segment. The same options must be used for the vocabulary, the
 * training text and later look-ups.
 *
 * @param kind how the text is segmented
 * @param lowercase whether the text is lower-cased first (full Unicode lower-casing, independent of any locale)
 * @param normalization the Unicode normalisation form that the text is brought to first
 * @param dictionary the word list of the dictionary kinds, empty for the others: each entry a word, or a word, a TAB and
 *     its count (1 or more). The words are normalised and lower-cased as the text is
 */
public record TokenizationOptions(Kind kind, boolean lowercase, Normalization normalization, List<String> dictionary)
        implements Tokenization {
    private static final long serialVersionUID = 1L;
    /** Of a word list in a wrong format, so many entries are named. */
    private static final int MAX_REPORTED = 5;

    /** How text is segmented into words. */
    public enum Kind {
        /**
         * At white space: control characters up to U+0020 (NUL among them) and the characters that Unicode calls
         * White_Space. Punctuation stays in the words.
         */
        WHITESPACE,
        /**
         * At the word boundaries of Unicode Standard Annex 29, with ICU's dictionaries for Chinese, Japanese, Thai, Lao,
         * Khmer and Burmese. Numbers, letters, kana and ideographs are words; spaces, punctuation, symbols and emoji
         * are dropped.
         */
        WORDS,
        /**
         * From left to right always the longest word of a word list. What the list does not cover is split as in
         * {@link #DICTIONARY_SHORTEST_PATH}.
         */
        DICTIONARY_LONGEST,
        /**
         * Of all segmentations with a word list the one with the fewest words; of these, where the list has counts the
         * most probable, else the one with the fewest words that are not in the list, then with the greatest sum of
         * squared word lengths; of these the one whose last word is shortest, and so on from the end. A run of letters
         * and digits of a script written with spaces is never split; where no word of the list fits, such a run is
         * a word, a character of a script written without spaces (Chinese, Japanese, Thai …) is one, and everything
         * else is dropped.
         */
        DICTIONARY_SHORTEST_PATH;

        boolean usesDictionary() {
            return this == DICTIONARY_LONGEST || this == DICTIONARY_SHORTEST_PATH;
        }
    }

    public TokenizationOptions {
        dictionary = List.copyOf(dictionary);
    }

    /** Words between white space, as they are. */
    public static TokenizationOptions defaults() {
        return new TokenizationOptions(Kind.WHITESPACE, false, Normalization.NONE, List.of());
    }

    @Override
    public WordTokenizer newTokenizer() {
        return WordTokenizers.create(this);
    }

    /** Adds a word list that is missing, superfluous or malformed. */
    @Override
    public void validate(Problems problems) {
        problems.require(
                kind.usesDictionary() || dictionary.isEmpty(),
                "a word list was given, but the tokenizer %s uses none",
                kind);
        problems.require(
                !kind.usesDictionary() || !dictionary.isEmpty(),
                "the tokenizer %s needs a word list with at least one word",
                kind);
        int reported = 0;
        for (int i = 0; i < dictionary.size() && reported < MAX_REPORTED; i++) {
            reported += validateEntry(i, problems);
        }
    }

    private int validateEntry(int index, Problems problems) {
        try {
            DictionaryEntry.parse(dictionary.get(index));
            return 0;
        } catch (IllegalArgumentException e) {
            problems.add("word list, entry %d, '%s': %s", index + 1, dictionary.get(index), e.getMessage());
            return 1;
        }
    }
}
