package org.wordloom.eval;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.wordloom.vocab.Vocabulary;

/**
 * Looks words up among the first words of a vocabulary, in upper case if wished. Of several spellings of one word the
 * first, which is the most frequent, is found: as gensim and word2vec's compute-accuracy do.
 */
final class FoldedWords {
    private final boolean ignoreCase;
    private final Map<String, Integer> ids;

    FoldedWords(Vocabulary vocabulary, int restrict, boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
        int known = Math.min(restrict, vocabulary.size());
        this.ids = new HashMap<>(2 * known);
        for (int id = 0; id < known; id++) {
            ids.putIfAbsent(fold(vocabulary.word(id)), id);
        }
    }

    /** The form in which words are compared. */
    String fold(String word) {
        return ignoreCase ? word.toUpperCase(Locale.ROOT) : word;
    }

    /** The id of a word, or {@link Vocabulary#UNKNOWN}. */
    int id(String word) {
        return ids.getOrDefault(fold(word), Vocabulary.UNKNOWN);
    }
}
