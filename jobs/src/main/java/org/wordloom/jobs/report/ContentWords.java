package org.wordloom.jobs.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.wordloom.vocab.Vocabulary;

/**
 * The most frequent words that say something, in any language: the words that together make up the first part of the
 * text are articles, prepositions and the like, and are passed over.
 */
final class ContentWords {
    private static final double FUNCTION_WORDS_SHARE = 0.5;
    private static final Pattern SHORT_LATIN = Pattern.compile("\\p{IsLatin}{1,2}|\\W+");
    private static final int MAP_WORDS = 300;
    private static final int EXAMPLES = 12;
    private static final int EXAMPLE_POOL = 600;

    private final int first;
    private final Vocabulary vocabulary;

    /**
     * @param vocabulary the first words of the vocabulary, or all
     * @param totalCount occurrences of all words
     */
    ContentWords(Vocabulary vocabulary, long totalCount) {
        this.vocabulary = vocabulary;
        first = Math.min(functionWords(vocabulary, totalCount), Math.max(0, vocabulary.size() - MAP_WORDS));
    }

    /** Ids of a few hundred words. */
    List<Integer> forMap() {
        return speaking().limit(MAP_WORDS).boxed().toList();
    }

    /** Ids of a few words, evenly spread by rank. */
    List<Integer> examples() {
        int[] pool = speaking().limit(EXAMPLE_POOL).toArray();
        int step = Math.max(1, pool.length / EXAMPLES);
        return IntStream.iterate(0, i -> i < pool.length, i -> i + step)
                .limit(EXAMPLES)
                .mapToObj(i -> pool[i])
                .toList();
    }

    /** Frequent words first; the letters and abbreviations of Latin scripts are no words. */
    private IntStream speaking() {
        return IntStream.range(first, vocabulary.size())
                .filter(id -> !SHORT_LATIN.matcher(vocabulary.word(id)).matches());
    }

    private static int functionWords(Vocabulary vocabulary, long totalCount) {
        long seen = 0;
        int id = 0;
        while (id < vocabulary.size() && seen < FUNCTION_WORDS_SHARE * totalCount) {
            seen += vocabulary.count(id++);
        }
        return id;
    }
}
