package org.wordloom.eval;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Word pairs with similarities judged by people.
 *
 * @param name the data set's name, for reports
 * @param pairs the pairs
 * @param malformed lines that are not a pair (a header, for instance), each as "line N: why"
 */
public record SimilarityDataset(String name, List<Pair> pairs, List<String> malformed) {
    public SimilarityDataset {
        pairs = List.copyOf(pairs);
        malformed = List.copyOf(malformed);
    }

    /** Two words and how similar people found them. */
    public record Pair(String first, String second, double score) {}

    /** Reads lines of word, word, score, separated by tabs, commas or spaces; lines that begin with # are comments. */
    public static SimilarityDataset read(InputStream in, String name) throws IOException {
        throw new UnsupportedOperationException("in work");
    }
}
