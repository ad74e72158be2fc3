package org.wordloom.cluster.cooccurrence;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.vocab.Vocabulary;

/** Counts pairs the slow way: every two words of a sequence that stand near enough, as fractions of doubles. */
final class ReferenceCounts {
    private final CooccurrenceOptions options;
    private final SortedMap<List<Integer>, Double> cells = new TreeMap<>(ReferenceCounts::compare);

    ReferenceCounts(CooccurrenceOptions options) {
        this.options = options;
    }

    /** Sequences of text, each its words between blanks; unknown words close up. */
    static SortedMap<List<Integer>, Double> of(
            List<String> sequences, Vocabulary vocabulary, CooccurrenceOptions options) {
        ReferenceCounts counts = new ReferenceCounts(options);
        for (String sequence : sequences) {
            counts.add(List.of(sequence.trim().split("\\s+")).stream()
                    .map(vocabulary::id)
                    .filter(id -> id != Vocabulary.UNKNOWN)
                    .toList());
        }
        return counts.cells;
    }

    private void add(List<Integer> sequence) {
        for (int left = 0; left < sequence.size(); left++) {
            for (int right = left + 1; right < sequence.size() && right - left <= options.window(); right++) {
                double weight = weight(right - left);
                cells.merge(List.of(sequence.get(left), sequence.get(right)), weight, Double::sum);
                if (options.symmetric()) {
                    cells.merge(List.of(sequence.get(right), sequence.get(left)), weight, Double::sum);
                }
            }
        }
    }

    private double weight(int distance) {
        return switch (options.weighting()) {
            case INVERSE_DISTANCE -> 1.0 / distance;
            case FLAT -> 1;
            case LINEAR -> (options.window() - distance + 1.0) / options.window();
        };
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        int rows = a.get(0).compareTo(b.get(0));
        return rows != 0 ? rows : a.get(1).compareTo(b.get(1));
    }
}
