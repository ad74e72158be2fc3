package org.wordloom.train.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.WordloomException;
import org.wordloom.cooccurrence.Cells;

class PairSampleTest {
    private static final float[] KEEP = {0.5f, 1f, 0.25f};
    private static final float[] RATES = {0.1f, 1f, 0.5f};
    private static final float[] VALUES = {100_000f, 0.25f, 3f, 12f, 0.5f, 1f, 40f};
    private static final int[] ROWS = {0, 0, 0, 1, 1, 2, 2};
    private static final int[] COLUMNS = {0, 1, 2, 0, 1, 1, 2};

    @Test
    void everyCellIsTrainedWithItsWeightOnAverage() {
        double[] sums = new double[ROWS.length];
        int visits = 4000;
        for (int visit = 0; visit < visits; visit++) {
            PairSample sample = sample(0.5, visit);
            for (int update = 0; update < sample.start(sample.chunks()); update++) {
                sums[cell(sample, update)] += sample.weight(update);
            }
        }
        for (int cell = 0; cell < sums.length; cell++) {
            double expected = 0.5 * VALUES[cell] * KEEP[ROWS[cell]] * KEEP[COLUMNS[cell]];
            double deviation = expected < 1 ? Math.sqrt(expected * (1 - expected) / visits) : 1e-3 * expected;
            assertThat(sums[cell] / visits).as("cell %d", cell).isCloseTo(expected, within(5 * deviation));
        }
    }

    @Test
    void aStepIsBoundedAndACellOccursOnceAChunk() {
        PairSample sample = sample(1, 7);
        assertThat(sample.chunks()).isGreaterThanOrEqualTo(100_000 / 4 / 10 / 4);
        double weight = 0;
        for (int chunk = 0; chunk < sample.chunks(); chunk++) {
            boolean[] seen = new boolean[ROWS.length];
            int last = -1;
            for (int update = sample.start(chunk); update < sample.start(chunk + 1); update++) {
                int cell = cell(sample, update);
                assertThat(seen[cell]).isFalse();
                assertThat(cell).as("sorted by row and column").isGreaterThan(last);
                seen[cell] = true;
                last = cell;
                float rate = Math.max(RATES[sample.row(update)], RATES[sample.column(update)]);
                assertThat(sample.weight(update) * rate).isLessThanOrEqualTo(4.0001f);
                weight += sample.weight(update);
            }
        }
        assertThat(sample.weight()).isEqualTo(weight, within(1e-6 * weight));
    }

    /** A count of a large corpus: its pieces are bounded, and so must each of their steps be. */
    @Test
    void aStepOfAHugeCountIsBoundedToo() {
        Cells huge = new Cells(new int[] {1}, new int[] {1}, new float[] {1e12f});
        PairSample sample = PairSample.draw(huge, rows(), rows(), 1, 7);
        assertThat(sample.updates()).isEqualTo(1 << 16);
        for (int update = 0; update < sample.updates(); update++) {
            assertThat(sample.weight(update)).isEqualTo(4f);
        }
    }

    @Test
    void theSameKeyGivesTheSameUpdates() {
        PairSample one = sample(0.3, 5);
        PairSample two = sample(0.3, 5);
        assertThat(two.chunks()).isEqualTo(one.chunks());
        for (int update = 0; update < one.start(one.chunks()); update++) {
            assertThat(cell(two, update)).isEqualTo(cell(one, update));
            assertThat(two.weight(update)).isEqualTo(one.weight(update));
        }
    }

    @Test
    void cellsOfOtherBlocksAreRefused() {
        Cells cells = new Cells(new int[] {0, 3}, new int[] {0, 0}, new float[] {1, 1});
        assertThatThrownBy(() -> PairSample.draw(cells, rows(), rows(), 1, 1))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("row 3 and column 0 of blocks with 3 and 3 rows");
    }

    @Test
    void aVisitWithoutCellsHasNoUpdates() {
        PairSample sample = PairSample.draw(new Cells(new int[0], new int[0], new float[0]), rows(), rows(), 1, 1);
        assertThat(sample.chunks()).isEqualTo(1);
        assertThat(sample.start(1)).isZero();
    }

    /** Each update of a chunk is in one group; a group is as long as it can be and shares a row or a column. */
    @Test
    void groupsHoldEveryUpdateOnce() {
        PairGroups groups = new PairGroups(3, 3);
        PairSample sample = sample(1, 3);
        for (int chunk = 0; chunk < Math.min(50, sample.chunks()); chunk++) {
            groups.group(sample, chunk);
            int start = sample.start(chunk);
            assertThat(groups.size()).isEqualTo(sample.start(chunk + 1) - start);
            int[] seen = new int[groups.size()];
            int changes = 0;
            for (int place = 0; place < groups.size(); place++) {
                seen[groups.update(place) - start]++;
                changes += place > 0 && key(groups, sample, place) != key(groups, sample, place - 1) ? 1 : 0;
            }
            assertThat(seen).containsOnly(1);
            int size = groups.size();
            int first = chunk;
            long keys = java.util.stream.IntStream.range(0, size)
                    .map(place -> key(groups, sample, place))
                    .distinct()
                    .count();
            assertThat((long) changes + 1).as("chunk %d", first).isEqualTo(keys);
        }
    }

    private static int key(PairGroups groups, PairSample sample, int place) {
        int update = groups.update(place);
        return place < groups.byRow() ? sample.row(update) : 100 + sample.column(update);
    }

    private static PairSample sample(double share, int visit) {
        return PairSample.draw(new Cells(ROWS, COLUMNS, VALUES), rows(), rows(), share, CounterRandom.at(1, visit));
    }

    private static PairRows rows() {
        double[] draws = new double[KEEP.length];
        Arrays.fill(draws, 1);
        return new PairRows(KEEP, RATES, draws);
    }

    private static int cell(PairSample sample, int update) {
        for (int cell = 0; cell < ROWS.length; cell++) {
            if (ROWS[cell] == sample.row(update) && COLUMNS[cell] == sample.column(update)) {
                return cell;
            }
        }
        throw new AssertionError("no such cell");
    }
}
