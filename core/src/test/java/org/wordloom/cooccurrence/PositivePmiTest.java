package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.matrix.SparseMatrices;
import org.wordloom.matrix.SparseMatrix;

class PositivePmiTest {
    /** The definition, written out with probabilities. */
    private static double positivePmi(double[][] counts, int word, int context, double smoothing, double shift) {
        if (counts[word][context] == 0) {
            return 0;
        }
        double all = Arrays.stream(counts).flatMapToDouble(Arrays::stream).sum();
        double wordProbability = Arrays.stream(counts[word]).sum() / all;
        double smoothedAll = 0;
        for (int c = 0; c < counts[0].length; c++) {
            smoothedAll += Math.pow(columnSum(counts, c), smoothing);
        }
        double contextProbability = Math.pow(columnSum(counts, context), smoothing) / smoothedAll;
        double probability = counts[word][context] / all;
        return Math.max(0, Math.log(probability / (wordProbability * contextProbability)) - Math.log(shift));
    }

    @Test
    void agreesWithTheDefinition() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 40; round++) {
            double[][] counts = counts(random, 1 + random.below(12));
            double smoothing = random.oneOf(1.0, 0.75, 0.0, 0.5);
            double shift = random.oneOf(1.0, 5.0, 0.5);
            if (smoothing == 0 && Arrays.stream(columnSums(counts)).anyMatch(sum -> sum == 0)) {
                continue; // the definition takes 0⁰ for 1 and gives a context that never occurs a share
            }
            double[][] found = SparseMatrices.dense(PositivePmi.of(
                    cells(counts),
                    PositivePmi.rowFactors(rowSums(counts), shift),
                    PositivePmi.columnFactors(columnSums(counts), smoothing)));
            for (int w = 0; w < counts.length; w++) {
                for (int c = 0; c < counts.length; c++) {
                    assertThat(found[w][c]).isCloseTo(positivePmi(counts, w, c, smoothing, shift), within(1e-6));
                }
            }
        }
    }

    @Test
    void keepsOnlyWhatIsAboveChance() {
        double[][] independent = {{2, 4}, {3, 6}};
        SparseMatrix none = PositivePmi.of(
                cells(independent),
                PositivePmi.rowFactors(rowSums(independent), 1.0001),
                PositivePmi.columnFactors(columnSums(independent), 1));
        assertThat(none.entries()).isZero();
        double[][] apart = {{1, 0}, {0, 1}};
        SparseMatrix both = PositivePmi.of(
                cells(apart),
                PositivePmi.rowFactors(rowSums(apart), 1),
                PositivePmi.columnFactors(columnSums(apart), 1));
        assertThat(SparseMatrices.dense(both)[1][1]).isCloseTo(Math.log(2), within(1e-6));
        assertThat(both.entries()).isEqualTo(2);
    }

    private static double[][] counts(TestRandom random, int words) {
        double[][] counts = new double[words][words];
        for (double[] row : counts) {
            for (int c = 0; c < words; c++) {
                row[c] = random.below(2) * random.below(50) / 4.0;
            }
        }
        return counts;
    }

    private static Cells cells(double[][] counts) {
        int size = (int) Arrays.stream(counts)
                .flatMapToDouble(Arrays::stream)
                .filter(count -> count > 0)
                .count();
        Cells cells = new Cells(new int[size], new int[size], new float[size]);
        int at = 0;
        for (int w = 0; w < counts.length; w++) {
            for (int c = 0; c < counts[w].length; c++) {
                if (counts[w][c] > 0) {
                    cells.rows()[at] = w;
                    cells.columns()[at] = c;
                    cells.values()[at++] = (float) counts[w][c];
                }
            }
        }
        return cells;
    }

    private static double[] rowSums(double[][] counts) {
        return Arrays.stream(counts)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
    }

    private static double[] columnSums(double[][] counts) {
        double[] sums = new double[counts.length];
        for (int c = 0; c < sums.length; c++) {
            sums[c] = columnSum(counts, c);
        }
        return sums;
    }

    private static double columnSum(double[][] counts, int column) {
        return Arrays.stream(counts).mapToDouble(row -> row[column]).sum();
    }
}
