package org.wordloom.bench.gpu;

import java.util.Arrays;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.WordVectors;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.search.ExactSearch;
import org.wordloom.search.Ranking;
import org.wordloom.vocab.Vocabulary;

/**
 * The ten nearest of random vectors, with a device and without.
 *
 * @param device queries in a second with it, the rows there already
 * @param processor queries in a second without it, all threads
 * @param equal whether both found the same, to the last bit of each score
 */
record SearchRate(double device, double processor, boolean equal) {
    private static final int NEIGHBORS = 10;

    static SearchRate measure(OpenClDevice device, int dim, int words, int queries) {
        WordVectors vectors = new WordVectors(vocabulary(words), gaussians(words, dim, 1));
        RowMatrix batch = gaussians(queries, dim, 2);
        int threads = Runtime.getRuntime().availableProcessors();
        ExactSearch onHost = new ExactSearch(vectors, threads);
        try (ExactSearch onDevice = ExactSearch.onDevice(vectors, words, threads, device)) {
            Ranking[] expected = onHost.nearest(batch, NEIGHBORS, null);
            Ranking[] found = onDevice.nearest(batch, NEIGHBORS, null);
            return new SearchRate(rate(onDevice, batch), rate(onHost, batch), equal(found, expected));
        }
    }

    private static double rate(ExactSearch search, RowMatrix batch) {
        long start = System.nanoTime();
        search.nearest(batch, NEIGHBORS, null);
        return batch.rows() / ((System.nanoTime() - start) * 1e-9);
    }

    private static boolean equal(Ranking[] found, Ranking[] expected) {
        for (int query = 0; query < expected.length; query++) {
            for (int rank = 0; rank < expected[query].size(); rank++) {
                if (found[query].id(rank) != expected[query].id(rank)
                        || found[query].score(rank) != expected[query].score(rank)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Vocabulary vocabulary(int words) {
        String[] names = new String[words];
        Arrays.setAll(names, Integer::toString);
        return Vocabulary.of(names, new long[words]);
    }

    /** Sums of four uniform numbers, near enough. */
    private static RowMatrix gaussians(int rows, int columns, long seed) {
        RowMatrix matrix = new RowMatrix(rows, columns);
        long key = CounterRandom.key(seed, Purpose.INITIAL_VECTORS);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                long at = 4 * ((long) row * columns + column);
                float sum = -2f;
                for (int i = 0; i < 4; i++) {
                    sum += CounterRandom.unitFloat(CounterRandom.at(key, at + i));
                }
                matrix.set(row, column, sum);
            }
        }
        return matrix;
    }
}
