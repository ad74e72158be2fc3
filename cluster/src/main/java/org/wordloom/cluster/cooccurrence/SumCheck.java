package org.wordloom.cluster.cooccurrence;

import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.cooccurrence.WeightUnits;
import org.wordloom.vocab.Vocabulary;

/**
 * Refuses counts whose largest sum, that of all pairs of the most frequent word, will not fit 64 bits: before hours of
 * counting and not at their end. The sum is taken as if all sentences had the mean length. That is too little where lengths
 * differ, since long ones have more pairs than their share, so that nothing is refused that would fit.
 *
 * @param options what is to be counted
 * @param tokens of the corpus
 * @param sentences of the corpus
 */
record SumCheck(CooccurrenceOptions options, double tokens, double sentences) {
    private static final double LARGEST = 0x1p63;

    /** INPUT error, with what would fit, where a sum will be 2⁶³ or more. */
    void require(Vocabulary vocabulary) {
        int word = mostFrequent(vocabulary);
        double occurrences = tokens * vocabulary.count(word) / Math.max(1, vocabulary.totalCount());
        if (units(occurrences, options.window()) < LARGEST) {
            return;
        }
        throw new WordloomException(
                ExitCode.INPUT,
                String.format(
                        Locale.ROOT,
                        "the pairs of '%s', which occurs %,.0f times, would add up to %.1e units of 1/%,d with --window %d, and"
                                + " 64 bits hold 9.2e18: use --window %d or less, or --weighting flat or linear, whose"
                                + " units are larger",
                        vocabulary.word(word),
                        occurrences,
                        units(occurrences, options.window()),
                        WeightUnits.of(options).scale(),
                        options.window(),
                        widest(occurrences)));
    }

    /** The widest window whose sums fit. */
    private int widest(double occurrences) {
        int window = options.window();
        while (window > 1 && units(occurrences, window) >= LARGEST) {
            window--;
        }
        return window;
    }

    /** Units of all pairs of a word that occurs so often. */
    double units(double occurrences, int window) {
        WeightUnits units = WeightUnits.of(options.weighting(), window);
        double length = tokens / Math.max(1, sentences);
        double side = 0;
        for (int distance = 1; distance <= window && distance < length; distance++) {
            side += units.unitsAt(distance) * (length - distance) / length;
        }
        return occurrences * side * (options.symmetric() ? 2 : 1);
    }

    private static int mostFrequent(Vocabulary vocabulary) {
        int most = 0;
        for (int id = 1; id < vocabulary.size(); id++) {
            most = vocabulary.count(id) > vocabulary.count(most) ? id : most;
        }
        return most;
    }
}
