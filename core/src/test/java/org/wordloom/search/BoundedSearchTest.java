package org.wordloom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.TestRandom;
import org.wordloom.matrix.RowMatrix;

/** Searching from bounds, as they might come from a device, finds what searching everything finds, to the last bit. */
class BoundedSearchTest {
    private static final int COLUMNS = 7;
    private static final int QUERIES = 12;

    private final TestRandom random = TestRandom.create();

    @ParameterizedTest
    @CsvSource({"1, 16", "1, 64", "1, 256", "3, 16", "3, 64", "3, 256"})
    void findsTheSameAsWithoutBounds(int vectorsPerQuery, int blockRows) {
        for (int size : new int[] {1, 15, 16, 17, 256, 257, 700}) {
            PackedRows rows = new PackedRows(matrix(size), size, PackedRows.HOST_ARENA);
            DotBlock dot = new ScalarDotBlock();
            float[][] queries = queries(vectorsPerQuery);
            float[][] scores = allScores(rows, dot, queries, vectorsPerQuery);
            int blocks = (size + blockRows - 1) / blockRows;
            float[] bounds = bounds(scores, blocks, blockRows);
            int k = 1 + random.below(12);
            int[][] excluded = excluded(size);
            Ranking[] expected = new HostSearcher(rows, 1, dot).search(queries, vectorsPerQuery, k, excluded);
            BoundedSearch search = new BoundedSearch(rows, dot, vectorsPerQuery, blockRows);
            for (int query = 0; query < QUERIES; query++) {
                Ranking found =
                        search.search(queries, query * vectorsPerQuery, bounds, query * blocks, k, excluded[query]);
                requireEqual(found, expected[query]);
            }
        }
    }

    private static void requireEqual(Ranking found, Ranking expected) {
        assertThat(found.size()).isEqualTo(expected.size());
        for (int rank = 0; rank < found.size(); rank++) {
            assertThat(found.id(rank)).as("rank %d", rank).isEqualTo(expected.id(rank));
            assertThat(found.score(rank)).as("rank %d", rank).isEqualTo(expected.score(rank));
        }
    }

    /** Few different values, so that many scores are equal. */
    private RowMatrix matrix(int rows) {
        RowMatrix matrix = new RowMatrix(rows, COLUMNS);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                matrix.set(row, column, random.below(3) - 1);
            }
        }
        return matrix;
    }

    private float[][] queries(int vectorsPerQuery) {
        float[][] queries = new float[QUERIES * vectorsPerQuery][COLUMNS];
        for (float[] query : queries) {
            for (int column = 0; column < COLUMNS; column++) {
                query[column] = random.below(2001) / 1000f - 1;
            }
        }
        return Arrays.stream(queries).map(UnitVectors::of).toArray(float[][]::new);
    }

    private int[][] excluded(int size) {
        int[][] excluded = new int[QUERIES][];
        for (int query = 0; query < QUERIES; query++) {
            excluded[query] = new int[random.below(4)];
            Arrays.setAll(excluded[query], i -> random.below(size));
        }
        return excluded;
    }

    private static float[][] allScores(PackedRows rows, DotBlock dot, float[][] queries, int vectorsPerQuery) {
        float[][] scores = new float[QUERIES][rows.rows()];
        Ranking[] all =
                new HostSearcher(rows, 1, dot).search(queries, vectorsPerQuery, rows.rows(), new int[QUERIES][0]);
        for (int query = 0; query < QUERIES; query++) {
            for (int rank = 0; rank < rows.rows(); rank++) {
                scores[query][all[query].id(rank)] = all[query].score(rank);
            }
        }
        return scores;
    }

    /** The largest score of each block, or somewhat more. */
    private float[] bounds(float[][] scores, int blocks, int blockRows) {
        float[] bounds = new float[QUERIES * blocks];
        Arrays.fill(bounds, Float.NEGATIVE_INFINITY);
        for (int query = 0; query < QUERIES; query++) {
            for (int row = 0; row < scores[query].length; row++) {
                int block = query * blocks + row / blockRows;
                bounds[block] = Math.max(bounds[block], scores[query][row]);
            }
        }
        for (int block = 0; block < bounds.length; block++) {
            bounds[block] += random.below(2) * random.below(100) / 100f;
        }
        return bounds;
    }
}
