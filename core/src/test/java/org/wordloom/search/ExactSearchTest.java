package org.wordloom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.format.Vectors;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.WordVectors;

/** Exact search against a brute-force reference in double precision. */
class ExactSearchTest {
    private final Random random = Vectors.random();

    @ParameterizedTest
    @CsvSource({"1,1,1", "2,3,1", "15,8,2", "16,7,1", "17,9,3", "255,5,2", "256,4,1", "257,20,2", "1000,50,3"})
    void batchFindsWhatBruteForceFinds(int words, int dimension, int threads) {
        WordVectors vectors = Vectors.random(words, dimension, random);
        RowMatrix queries = Vectors.matrix(1 + random.nextInt(1000), dimension, random);
        int[][] excluded = IntStream.range(0, queries.rows())
                .mapToObj(i -> new int[] {random.nextInt(words), random.nextInt(words)})
                .toArray(int[][]::new);
        int k = 1 + random.nextInt(12);
        Ranking[] found = new ExactSearch(vectors, threads).nearest(queries, k, excluded);
        assertThat(found).hasSize(queries.rows());
        for (int query = 0; query < found.length; query += 1 + found.length / 50) {
            float[] vector = queries.row(query);
            check(
                    found[query],
                    words,
                    k,
                    excluded[query],
                    id -> cosine(vector, vectors.matrix().row(id)));
        }
    }

    @ParameterizedTest
    @CsvSource({"40,19", "300,20", "520,33"})
    void bothAnalogyMethodsFindWhatBruteForceFinds(int words, int dimension) {
        WordVectors vectors = Vectors.random(words, dimension, random);
        RowMatrix matrix = vectors.matrix();
        int[][] questions = random.ints(300, 0, words)
                .mapToObj(a -> new int[] {a, random.nextInt(words), random.nextInt(words)})
                .toArray(int[][]::new);
        ExactSearch search = new ExactSearch(vectors, 2);
        Ranking[] additive = search.analogies(questions, 5, AnalogyMethod.COS_ADD);
        Ranking[] multiplicative = search.analogies(questions, 5, AnalogyMethod.COS_MUL);
        for (int i = 0; i < questions.length; i++) {
            float[] a = UnitVectors.of(matrix, questions[i][0]);
            float[] b = UnitVectors.of(matrix, questions[i][1]);
            float[] c = UnitVectors.of(matrix, questions[i][2]);
            float[] offset = new float[dimension];
            for (int column = 0; column < dimension; column++) {
                offset[column] = b[column] - a[column] + c[column];
            }
            check(additive[i], words, 5, questions[i], id -> cosine(offset, matrix.row(id)));
            check(multiplicative[i], words, 5, questions[i], id -> {
                double positive = (1 + cosine(b, matrix.row(id))) / 2 * (1 + cosine(c, matrix.row(id))) / 2;
                return positive / ((1 + cosine(a, matrix.row(id))) / 2 + 1e-6);
            });
        }
    }

    /** Scores must agree in rounding, and the ids must be those of the reference unless scores are equal but for it. */
    private static void check(Ranking found, int words, int k, int[] excluded, IntToDoubleFunction score) {
        List<Integer> candidates = new ArrayList<>(IntStream.range(0, words)
                .filter(id -> IntStream.of(excluded).noneMatch(other -> other == id))
                .boxed()
                .toList());
        candidates.sort(Comparator.comparingDouble((Integer id) -> -score.applyAsDouble(id)));
        assertThat(found.size()).isEqualTo(Math.min(k, candidates.size()));
        for (int rank = 0; rank < found.size(); rank++) {
            double expected = score.applyAsDouble(candidates.get(rank));
            // 3CosMul divides by what may be small.
            double tolerance = 2e-6 + 1e-5 * expected * expected * (expected > 1 ? 1 : 0);
            assertThat(score.applyAsDouble(found.id(rank))).isBetween(expected - tolerance, expected + tolerance);
            assertThat((double) found.score(rank)).isBetween(expected - tolerance, expected + tolerance);
            assertThat(excluded).doesNotContain(found.id(rank));
        }
        assertThat(IntStream.range(0, found.size()).map(found::id).distinct().count())
                .isEqualTo(found.size());
    }

    @Test
    void tiesAreOrderedById() {
        RowMatrix matrix = new RowMatrix(600, 3);
        for (int row = 0; row < 600; row++) {
            matrix.set(row, row % 3, 1 << (row % 5));
        }
        WordVectors vectors = new WordVectors(Vectors.random(600, 1, random).vocabulary(), matrix);
        for (int threads = 1; threads <= 3; threads++) {
            List<Neighbor> found = new ExactSearch(vectors, threads).nearest(new float[] {0, 5, 0}, 5, 4);
            assertThat(found).extracting(Neighbor::id).containsExactly(1, 7, 10, 13, 16);
            assertThat(found).extracting(Neighbor::score).containsOnly(1f);
        }
    }

    @Test
    void zeroVectorsAreSimilarToNothing() {
        WordVectors vectors = Vectors.random(5, 4, random);
        vectors.matrix().setRow(2, new float[4], 0);
        ExactSearch search = new ExactSearch(vectors, 1);
        assertThat(search.nearest(new float[4], 5)).extracting(Neighbor::id).containsExactly(0, 1, 2, 3, 4);
        assertThat(search.nearest(new float[4], 5)).extracting(Neighbor::score).containsOnly(0f);
        assertThat(search.nearest(vectors.matrix().row(0), 5))
                .filteredOn(neighbor -> neighbor.id() == 2)
                .extracting(Neighbor::score)
                .containsExactly(0f);
    }

    @Test
    void theShortestVectorsHaveDirectionsToo() {
        RowMatrix matrix = new RowMatrix(3, 2);
        matrix.set(0, 0, 1e-40f);
        matrix.set(1, 0, 2f);
        matrix.set(2, 1, 1e-40f);
        WordVectors vectors = new WordVectors(Vectors.random(3, 1, random).vocabulary(), matrix);
        List<Neighbor> found = new ExactSearch(vectors, 1).nearest(matrix.row(0), 3);
        assertThat(found).extracting(Neighbor::score).containsExactly(1f, 1f, 0f);
    }

    @Test
    void wordsAreFoundWithoutThemselvesAndWithinTheRestriction() {
        WordVectors vectors = Vectors.random(300, 10, random);
        String word = vectors.vocabulary().word(7);
        ExactSearch search = new ExactSearch(vectors, 100, 2);
        List<Neighbor> found = search.nearest(word, 500);
        assertThat(found).hasSize(99).noneMatch(neighbor -> neighbor.id() == 7 || neighbor.id() >= 100);
        assertThat(search.nearest(
                        List.of(
                                "nothing".equals(word) ? "" : word,
                                vectors.vocabulary().word(200)),
                        3))
                .element(0)
                .isEqualTo(found.subList(0, 3));
    }

    @Test
    void unknownWordsAreNamed() {
        ExactSearch search = new ExactSearch(Vectors.random(3, 2, random), 1);
        assertThatThrownBy(() -> search.nearest("no such word", 3))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NOT_FOUND))
                .hasMessageContaining("no such word");
    }

    private static double cosine(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }
}
