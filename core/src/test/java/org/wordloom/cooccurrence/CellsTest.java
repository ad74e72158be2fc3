package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cooccurrence.CooccurrenceOptions.Weighting;
import org.wordloom.cooccurrence.ReferenceCounts.Pair;

class CellsTest {
    private static final WeightUnits UNITS = WeightUnits.of(Weighting.INVERSE_DISTANCE, 10);

    @Test
    void transposingExchangesRowsAndColumns() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 100; round++) {
            int rows = 1 + random.below(40);
            int columns = 1 + random.below(40);
            Map<Pair, Float> cells = new TreeMap<>();
            Map<Pair, Float> transposed = new TreeMap<>();
            for (int i = random.below(300); i > 0; i--) {
                Pair pair = new Pair(random.below(rows), random.below(columns));
                cells.put(pair, (float) i);
                transposed.put(new Pair(pair.column(), pair.row()), (float) i);
            }
            assertThat(map(cells(cells).transposed(columns))).isEqualTo(transposed);
            assertThat(map(cells(cells).transposed(columns).transposed(rows))).isEqualTo(cells);
        }
    }

    @Test
    void mirroringAddsWhatIsBelowTheDiagonal() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 100; round++) {
            int rows = 1 + random.below(40);
            Map<Pair, Float> upper = new TreeMap<>();
            Map<Pair, Float> both = new TreeMap<>();
            for (int i = random.below(300); i > 0; i--) {
                int row = random.below(rows);
                int column = row + random.below(rows - row);
                upper.put(new Pair(row, column), (float) i);
                both.put(new Pair(row, column), (float) i);
                both.put(new Pair(column, row), (float) i);
            }
            assertThat(map(cells(upper).mirrored(rows))).isEqualTo(both);
        }
    }

    @Test
    void sumsBelowTheMinimumAreLostAndCounted() {
        CellsBuilder builder = new CellsBuilder(UNITS, UNITS.atLeast(0.5));
        assertThat(builder.add(0, 1, 1260)).isTrue();
        assertThat(builder.add(0, 2, 1259)).isFalse();
        assertThat(builder.add(1, 0, 252)).isFalse();
        assertThat(builder.add(7, 7, 2520 * 3)).isTrue();
        assertThat(builder.lostPairs()).isEqualTo(2);
        assertThat(builder.lostUnits()).isEqualTo(1259 + 252);
        assertThat(map(builder.build())).containsOnly(Map.entry(new Pair(0, 1), 0.5f), Map.entry(new Pair(7, 7), 3f));
    }

    @Test
    void aBuilderGrows() {
        CellsBuilder builder = new CellsBuilder(UNITS, 0);
        for (int cell = 0; cell < 5000; cell++) {
            builder.add(cell, cell, 2520L * (cell + 1));
        }
        Cells cells = builder.build();
        assertThat(cells.size()).isEqualTo(5000);
        assertThat(cells.values()[4999]).isEqualTo(5000f);
    }

    @Test
    void aBuilderGrowsToWhatAnArrayHolds() {
        assertThat(CellsBuilder.grown(1024)).isEqualTo(1024 + 512 + 1);
        assertThat(CellsBuilder.grown(1_500_000_000)).isEqualTo(CellsBuilder.LARGEST_SIZE);
    }

    @Test
    void lostSumsMayExceed64Bits() {
        CellsBuilder builder = new CellsBuilder(UNITS, Long.MAX_VALUE);
        for (int column = 0; column < 5; column++) {
            builder.add(0, column, Long.MAX_VALUE - 1);
        }
        builder.add(1, 0, 2);
        BigInteger expected = BigInteger.valueOf(Long.MAX_VALUE - 1).multiply(BigInteger.valueOf(5));
        assertThat(builder.lostUnits()).isEqualTo(expected.add(BigInteger.TWO));
        assertThat(builder.build().size()).isZero();
        assertThat(builder.lostUnits()).isZero();
    }

    @Test
    void moreCellsThanAnArrayHoldsAreRefused() {
        int[] starts = {0, Integer.MAX_VALUE, 1};
        assertThatThrownBy(() -> Cells.accumulate(starts))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
                .hasMessageContaining("--blocks");
    }

    @Test
    void arraysMustFitEachOther() {
        assertThatThrownBy(() -> new Cells(new int[1], new int[1], new float[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Cells cells(Map<Pair, Float> map) {
        CellsBuilder builder = new CellsBuilder(UNITS, 0);
        map.forEach((pair, value) -> builder.add(pair.row(), pair.column(), (long) (value * 2520)));
        return builder.build();
    }

    /** Fails unless the cells are sorted and distinct. */
    private static Map<Pair, Float> map(Cells cells) {
        Map<Pair, Float> map = new TreeMap<>();
        long last = -1;
        for (int cell = 0; cell < cells.size(); cell++) {
            long key = (long) cells.rows()[cell] << 32 | cells.columns()[cell];
            assertThat(key).isGreaterThan(last);
            last = key;
            map.put(new Pair(cells.rows()[cell], cells.columns()[cell]), cells.values()[cell]);
        }
        return map;
    }
}
