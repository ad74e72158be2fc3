package org.wordloom.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;

class CurvatureRuleTest {
    private static final int COLUMNS = 6;
    private static final int REPLICAS = 5;
    private static final double RATE = 0.05;

    private final TestRandom random = TestRandom.create();

    @Test
    void whereNothingIsCurvedChangesAddUp() {
        Curvature flat = new Curvature(2);
        flat.addUpdates(10);
        float[] merged =
                merge(flat, copies(Changes.row(0, 1000, 0.01f, -0.02f))).row(0);
        assertThat(merged[0]).isCloseTo(REPLICAS * 0.01f, within(1e-4f));
        assertThat(merged[1]).isCloseTo(REPLICAS * -0.02f, within(1e-4f));
    }

    @Test
    void whereEachReplicaArrivesTheirMeanIsTaken() {
        Curvature steep = new Curvature(2);
        steep.add(new float[] {100f, 0f}, 0, 1);
        steep.addUpdates(1);
        float[] merged =
                merge(steep, copies(Changes.row(0, 1000, 0.01f, -0.02f))).row(0);
        assertThat(merged[0]).isCloseTo(0.01f, within(1e-4f));
        assertThat(merged[1]).isCloseTo(REPLICAS * -0.02f, within(1e-4f));
    }

    /** R = 5 replicas, each of 10 updates at rate 0.05: along an eigenvalue of 1, counted twice, e^-1 of the way is left. */
    @Test
    void betweenTheTwoTheSumIsShortenedByHowFarEachWent() {
        Curvature curvature = new Curvature(1);
        curvature.add(new float[] {2f}, 0, 3);
        curvature.addUpdates(12);
        float[] merged = merge(curvature, copies(Changes.row(0, 10, 0.01f))).row(0);
        assertThat((double) merged[0]).isCloseTo(0.01 * 1.571317, within(1e-7));
    }

    @Test
    void updatesThatReplicasMadeUnequallyOftenCountByTheirMean() {
        Curvature curvature = new Curvature(1);
        curvature.add(new float[] {1f}, 0, 1);
        curvature.addUpdates(1);
        List<RowDeltas> unequal = List.of(Changes.row(0, 4, 0.01f), Changes.row(0, 16, 0.01f));
        List<RowDeltas> equal = List.of(Changes.row(0, 10, 0.01f), Changes.row(0, 10, 0.01f));
        assertThat(merge(curvature, unequal).row(0))
                .containsExactly(merge(curvature, equal).row(0));
    }

    @Test
    void theShareOfASumFallsFromOneToOneReplicas() {
        assertThat(CurvatureCombiner.scale(0, 7)).isEqualTo(1);
        assertThat(CurvatureCombiner.scale(1e-9, 7)).isCloseTo(1, within(1e-8));
        assertThat(CurvatureCombiner.scale(1, 2)).isCloseTo((1 + Math.exp(-1)) / 2, within(1e-15));
        assertThat(CurvatureCombiner.scale(100, 7)).isCloseTo(1 / 7.0, within(1e-15));
    }

    /** Gradient descent on one quadratic bowl, by replicas at once, ends where it ends one after another. */
    @RepeatedTest(5)
    void replicasOnAQuadraticLossEndWhereOneAfterAnotherWould() {
        Curvature curvature = Changes.curvature(random, COLUMNS);
        int updates = 1 + random.below(40);
        double[] optimum = new double[COLUMNS];
        for (int c = 0; c < COLUMNS; c++) {
            optimum[c] = random.below(2001) / 10_000.0 - 0.1;
        }
        double[] oneReplica = descend(curvature, optimum, updates);
        double[] all = descend(curvature, optimum, updates * REPLICAS);
        float[] change = new float[COLUMNS];
        for (int c = 0; c < COLUMNS; c++) {
            change[c] = (float) oneReplica[c];
        }
        float[] merged =
                merge(curvature, copies(Changes.row(0, updates, change))).row(0);
        for (int c = 0; c < COLUMNS; c++) {
            assertThat((double) merged[c]).isCloseTo(all[c], within(0.002));
        }
    }

    /** From 0, in small steps, at the rate that the rule takes both sides of the model together to have. */
    private static double[] descend(Curvature curvature, double[] optimum, int updates) {
        double[] sums = curvature.sums();
        double[] row = new double[COLUMNS];
        int stepsPerUpdate = 50;
        for (int step = 0; step < updates * stepsPerUpdate; step++) {
            double[] gradient = new double[COLUMNS];
            for (int i = 0; i < COLUMNS; i++) {
                for (int j = 0; j < COLUMNS; j++) {
                    double entry = sums[Math.max(i, j) * COLUMNS + Math.min(i, j)] / curvature.updates();
                    gradient[i] += entry * (row[j] - optimum[j]);
                }
            }
            for (int c = 0; c < COLUMNS; c++) {
                row[c] -= CurvatureCombiner.SIDES * RATE / stepsPerUpdate * gradient[c];
            }
        }
        return row;
    }

    /**
     * With e of the sum's length beyond the mean change, e / (1 + e⁴)^¼ of it stays: nearly all of a little, never more
     * than 1.
     */
    @Test
    void whatASumHasBeyondTheMeanIsBounded() {
        Curvature flat = new Curvature(2);
        float[] little = merge(flat, copies(Changes.row(0, 1, 0.03f, 0.04f))).row(0);
        assertThat(little[0]).isCloseTo(0.15f, within(1e-4f));
        assertThat(little[1]).isCloseTo(0.2f, within(1e-4f));
        float[] one = merge(flat, copies(Changes.row(0, 1, 0.15f, -0.2f))).row(0);
        double kept = 0.25 + 1 / Math.pow(2, 0.25);
        assertThat((double) one[0]).isCloseTo(0.6 * kept, within(1e-5));
        assertThat((double) one[1]).isCloseTo(-0.8 * kept, within(1e-5));
        float[] much = merge(flat, copies(Changes.row(0, 1, 300f, 400f))).row(0);
        assertThat((double) much[0]).isCloseTo(0.6 * 501, within(1e-3));
        assertThat((double) much[1]).isCloseTo(0.8 * 501, within(1e-3));
    }

    @Test
    void noRowMovesFartherThanTheMeanAndOne() {
        Curvature flat = new Curvature(2);
        assertThat(length(merge(flat, copies(Changes.row(0, 1, 300f, 400f))))).isLessThanOrEqualTo(501.001);
        assertThat(length(merge(flat, copies(Changes.row(0, 1, 0.9f, 0f))))).isLessThanOrEqualTo(1.901);
    }

    @Test
    void refusesToMergeWhatWasNotMeasured() {
        assertThatThrownBy(() -> new RowMerger(MergeRule.CURVATURE, new MergeRound(2, RATE, null)))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("--dim");
    }

    private static double length(RowMatrix block) {
        return Math.hypot(block.get(0, 0), block.get(0, 1));
    }

    private static List<RowDeltas> copies(RowDeltas deltas) {
        List<RowDeltas> replicas = new ArrayList<>();
        for (int r = 0; r < REPLICAS; r++) {
            replicas.add(deltas);
        }
        return replicas;
    }

    private static RowMatrix merge(Curvature curvature, List<RowDeltas> replicas) {
        RowMatrix block = new RowMatrix(1, curvature.columns());
        new RowMerger(MergeRule.CURVATURE, new MergeRound(REPLICAS, RATE, CurvatureSpectrum.of(curvature)))
                .merge(block, replicas);
        return block;
    }
}
