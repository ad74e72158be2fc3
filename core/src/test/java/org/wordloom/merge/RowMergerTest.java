package org.wordloom.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;

class RowMergerTest {
    private static final int COLUMNS = 8;

    private final TestRandom random = TestRandom.create();

    @Test
    void rulesAreNamedAsInOptions() {
        assertThat(Arrays.stream(MergeRule.values()).map(MergeRule::label))
                .containsExactly("average", "weighted", "sum", "adasum", "curvature");
        assertThat(MergeRule.DEFAULT).isEqualTo(MergeRule.CURVATURE);
    }

    @ParameterizedTest
    @EnumSource(MergeRule.class)
    void oneReplicaIsTakenAsItIs(MergeRule rule) {
        RowDeltas deltas = Changes.random(random, 30, COLUMNS);
        RowMatrix merged = merge(rule, 30, List.of(deltas));
        for (int k = 0; k < deltas.size(); k++) {
            for (int c = 0; c < COLUMNS; c++) {
                assertThat(merged.get(deltas.row(k), c)).isCloseTo(deltas.values()[k * COLUMNS + c], within(2e-6f));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MergeRule.class)
    void aRowThatOneOfManyChangedIsTakenAsItIs(MergeRule rule) {
        List<RowDeltas> replicas = List.of(
                Changes.none(2), Changes.none(2), Changes.row(1, 5, 0.25f, -0.5f), Changes.none(2), Changes.none(2));
        RowMatrix merged = merge(rule, 3, replicas);
        assertThat(merged.row(0)).containsOnly(0f);
        assertThat(merged.get(1, 0)).isCloseTo(0.25f, within(1e-6f));
        assertThat(merged.get(1, 1)).isCloseTo(-0.5f, within(1e-6f));
        assertThat(merged.row(2)).containsOnly(0f);
    }

    @ParameterizedTest
    @EnumSource(MergeRule.class)
    void blocksAreMergedAsTheWhole(MergeRule rule) {
        List<RowDeltas> replicas = replicas(5, 40);
        RowMatrix whole = merge(rule, 40, replicas);
        for (int first = 0; first < 40; first += 16) {
            int from = first;
            int to = Math.min(40, first + 16);
            RowMatrix block = merge(
                    rule,
                    to - from,
                    replicas.stream().map(r -> slice(r, from, to)).toList());
            for (int row = from; row < to; row++) {
                assertThat(block.row(row - from)).containsExactly(whole.row(row));
            }
        }
    }

    /** The rows from {@code first} up to {@code end}, numbered from 0. */
    private static RowDeltas slice(RowDeltas deltas, int first, int end) {
        int[] places = IntStream.range(0, deltas.size())
                .filter(k -> deltas.row(k) >= first && deltas.row(k) < end)
                .toArray();
        int columns = deltas.columns();
        int[] rows = new int[places.length];
        float[] updates = new float[places.length];
        float[] values = new float[places.length * columns];
        for (int i = 0; i < places.length; i++) {
            rows[i] = deltas.row(places[i]) - first;
            updates[i] = deltas.updates(places[i]);
            System.arraycopy(deltas.values(), places[i] * columns, values, i * columns, columns);
        }
        return new RowDeltas(rows, updates, values, columns);
    }

    @ParameterizedTest
    @EnumSource(MergeRule.class)
    void theSameChangesGiveTheSameBits(MergeRule rule) {
        List<RowDeltas> replicas = replicas(7, 20);
        RowMatrix once = merge(rule, 20, replicas);
        RowMatrix again = merge(rule, 20, replicas);
        for (int row = 0; row < 20; row++) {
            assertThat(again.row(row)).containsExactly(once.row(row));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MergeRule.class,
            names = {"AVERAGE", "WEIGHTED", "ADASUM"})
    void whatAllAgreeOnIsTakenOnce(MergeRule rule) {
        List<RowDeltas> replicas = new ArrayList<>();
        for (int r = 0; r < 4; r++) {
            replicas.add(Changes.row(0, 10, 0.5f, -0.25f));
        }
        assertThat(merge(rule, 1, replicas).row(0)).containsExactly(0.5f, -0.25f);
    }

    @Test
    void averageIsOverThoseThatUpdatedTheRow() {
        List<RowDeltas> replicas =
                List.of(Changes.row(0, 1, 1f, 0f), Changes.none(2), Changes.row(0, 3, 0f, 1f), Changes.none(2));
        assertThat(merge(MergeRule.AVERAGE, 1, replicas).row(0)).containsExactly(0.5f, 0.5f);
        assertThat(merge(MergeRule.WEIGHTED, 1, replicas).row(0)).containsExactly(0.25f, 0.75f);
        assertThat(merge(MergeRule.SUM, 1, replicas).row(0)).containsExactly(1f, 1f);
        assertThat(merge(MergeRule.ADASUM, 1, replicas).row(0)).containsExactly(1f, 1f);
    }

    @Test
    void adasumTakesTheTreeOfReplicaNumbers() {
        List<RowDeltas> three =
                List.of(Changes.row(0, 1, 1f, 0f), Changes.row(0, 1, 1f, 0f), Changes.row(0, 1, 0f, 1f));
        assertThat(merge(MergeRule.ADASUM, 1, three).row(0)).containsExactly(1f, 1f);
        List<RowDeltas> opposed = List.of(Changes.row(0, 1, 1f, 0f), Changes.row(0, 1, -1f, 0f));
        assertThat(merge(MergeRule.ADASUM, 1, opposed).row(0)).containsExactly(0f, 0f);
    }

    @Test
    void anUnchangedRowIsNoTroubleForAnyRule() {
        List<RowDeltas> replicas = List.of(Changes.row(0, 1, 0f, 0f), Changes.row(0, 1, 0f, 0f));
        for (MergeRule rule : MergeRule.values()) {
            assertThat(merge(rule, 1, replicas).row(0)).as(rule.label()).containsOnly(0f);
        }
    }

    @Test
    void notANumberIsRefused() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            for (MergeRule rule : MergeRule.values()) {
                assertThatThrownBy(() -> merge(rule, 1, List.of(Changes.row(0, 1, 1f, bad), Changes.row(0, 1, 1f, 1f))))
                        .as(rule.label())
                        .isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                                .isEqualTo(ExitCode.TRAINING));
            }
        }
    }

    private List<RowDeltas> replicas(int count, int rows) {
        List<RowDeltas> replicas = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            replicas.add(Changes.random(random, rows, COLUMNS));
        }
        return replicas;
    }

    private RowMatrix merge(MergeRule rule, int rows, List<RowDeltas> replicas) {
        int columns = replicas.get(0).columns();
        Curvature curvature = Changes.curvature(TestRandom.fixed(1), columns);
        RowMatrix block = new RowMatrix(rows, columns);
        new RowMerger(rule, new MergeRound(replicas.size(), 0.025, CurvatureSpectrum.of(curvature)))
                .merge(block, replicas);
        return block;
    }
}
