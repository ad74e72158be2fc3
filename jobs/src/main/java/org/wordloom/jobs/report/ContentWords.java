package org.wordloom.jobs.report;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.wordloom.model.WordVectors;
import org.wordloom.vocab.Vocabulary;

/**
 * Frequent words that say something, in any language. The words that together make up the first half of the text are
 * articles, prepositions and the like, and are passed over. Of words of like frequency the one with the longest vector is
 * taken: it occurs in the most particular contexts (Schakel and Wilson 2015, "Measuring word significance using
 * distributed representations of words").
 */
final class ContentWords {
    private static final double FUNCTION_WORDS_SHARE = 0.5;
    private static final Pattern SHORT_LATIN = Pattern.compile("\\p{IsLatin}{1,2}|[^\\p{L}\\p{M}\\p{N}_]+");
    private static final int POOL = 900;
    private static final int MAP_WORDS = 300;
    private static final int EXAMPLES = 12;

    private final WordVectors vectors;
    private final int[] pool;

    /**
     * @param vectors the first words of the vocabulary, or all
     * @param totalCount occurrences of all words
     */
    ContentWords(WordVectors vectors, long totalCount) {
        this.vectors = vectors;
        Vocabulary vocabulary = vectors.vocabulary();
        int first = Math.min(functionWords(vocabulary, totalCount), Math.max(0, vocabulary.size() - MAP_WORDS));
        // The letters and abbreviations of Latin scripts are no words.
        pool = IntStream.range(first, vocabulary.size())
                .filter(id -> !SHORT_LATIN.matcher(vocabulary.word(id)).matches())
                .limit(POOL)
                .toArray();
    }

    /** Ids of a few hundred words, frequent ones first. */
    List<Integer> forMap() {
        return ofBands(MAP_WORDS);
    }

    /** Ids of a few words, frequent ones first. */
    List<Integer> examples() {
        return ofBands(EXAMPLES);
    }

    /** The word with the longest vector of each of {@code bands} bands of frequency. */
    private List<Integer> ofBands(int bands) {
        int count = Math.min(bands, pool.length);
        return IntStream.range(0, count).mapToObj(band -> longest(band, count)).toList();
    }

    private int longest(int band, int bands) {
        return IntStream.range(pool.length * band / bands, pool.length * (band + 1) / bands)
                .mapToObj(i -> pool[i])
                .max(Comparator.comparingDouble(this::squaredLength))
                .orElseThrow();
    }

    private double squaredLength(int id) {
        double sum = 0;
        for (float value : vectors.matrix().row(id)) {
            sum += (double) value * value;
        }
        return sum;
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
