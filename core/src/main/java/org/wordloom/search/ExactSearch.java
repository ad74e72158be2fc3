package org.wordloom.search;

import java.util.List;
import org.wordloom.model.WordVectors;

/** Exact nearest neighbours by cosine similarity. Immutable after construction, safe to share between threads. */
public final class ExactSearch {
    private final WordVectors vectors;

    /**
     * @param vectors what to search; a normalised copy is made
     * @param threads how many threads a batch may use, at least 1
     */
    public ExactSearch(WordVectors vectors, int threads) {
        this.vectors = vectors;
    }

    /** The {@code k} words nearest to {@code word}, itself left out; NOT_FOUND for an unknown word. */
    public List<Neighbor> nearest(String word, int k) {
        throw new UnsupportedOperationException("in work " + vectors.size());
    }

    /** The {@code k} words nearest to {@code vector}, without the {@code excluded} ids. */
    public List<Neighbor> nearest(float[] vector, int k, int... excluded) {
        throw new UnsupportedOperationException("in work");
    }

    /** The {@code k} best words for "a is to b as c is to ?", the three left out; NOT_FOUND for an unknown word. */
    public List<Neighbor> analogy(String a, String b, String c, int k, AnalogyMethod method) {
        throw new UnsupportedOperationException("in work");
    }
}
