package org.wordloom.jobs.report;

import java.util.List;
import java.util.stream.IntStream;
import org.wordloom.vocab.Vocabulary;

/**
 * The most frequent words that say something, in any language: the words that together make up the first part of the
 * text are articles, prepositions and the like, and are passed over.
 */
final class ContentWords {
    private static final double FUNCTION_WORDS_SHARE = 0.45;
    private static final int MAP_WORDS = 300;
    private static final int EXAMPLES = 12;
    private static final int EXAMPLE_POOL = 600;

    private final int first;
    private final int size;

    /**
     * @param vocabulary the first words of the vocabulary, or all
     * @param totalCount occurrences of all words
     */
    ContentWords(Vocabulary vocabulary, long totalCount) {
        size = vocabulary.size();
        first = Math.min(functionWords(vocabulary, totalCount), Math.max(0, size - MAP_WORDS));
    }

    /** Ids of a few hundred words. */
    List<Integer> forMap() {
        return IntStream.range(first, Math.min(size, first + MAP_WORDS)).boxed().toList();
    }

    /** Ids of a few words, evenly spread by rank. */
    List<Integer> examples() {
        int pool = Math.min(size - first, EXAMPLE_POOL);
        int step = Math.max(1, pool / EXAMPLES);
        return IntStream.iterate(first, id -> id < first + pool, id -> id + step)
                .limit(EXAMPLES)
                .boxed()
                .toList();
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
