package org.wordloom.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.kernel.ContextGradient;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.vocab.NoiseSampler;

/** What goes to a device is checked before: it would write anywhere. */
class TileBatchTest {
    private static final TileShape SHAPE = new TileShape(10, 6, 3, 2, 4, 2, 0);

    private final Tile tile = new Tile(4, 4, 4, 3);
    private final TileBatch batch = new TileBatch(SHAPE, 3);

    private void fill(int input, int output) {
        tile.clear();
        tile.addHidden();
        tile.addInput(9);
        tile.addInput(input);
        tile.addHidden();
        tile.addInput(0);
        tile.addOutput(output, 1f);
        tile.setWeight(0, 0, 0.5f);
        tile.setWeight(1, 0, 0.25f);
    }

    /** Who looks for a capacity that fits asks for more at first than arrays hold. */
    @Test
    void bytesOfMoreThanArraysHoldAreTold() {
        TileShape wide = new TileShape(10, 10, 3, 2001, 2001, 92, 0);
        assertThat(TileBatch.bytes(wide, 1 << 14)).isGreaterThan((long) Float.BYTES * Integer.MAX_VALUE);
    }

    @Test
    void holdsATileInFlatArrays() {
        fill(7, 5);
        batch.add(tile, 0.1f, 42);
        batch.add(tile, 0.2f, 43);
        batch.addWords(8);
        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.words()).isEqualTo(8);
        assertThat(batch.fits(tile)).isFalse();
        assertThat(batch.tiles).startsWith(0, 0, 0, 2, 1, 2, 4, 2, 4);
        assertThat(batch.hiddenStarts).startsWith(0, 2, 3, 5, 6);
        assertThat(batch.inputs).startsWith(9, 7, 0, 9, 7, 0);
        assertThat(batch.outputs).startsWith(5, 5);
        assertThat(batch.labels).startsWith(1f, 1f);
        assertThat(batch.weights).startsWith(0.5f, 0.25f, 0.5f, 0.25f);
        assertThat(batch.rates).startsWith(0.1f, 0.2f);
        assertThat(batch.keys).startsWith(42, 43);
    }

    @Test
    void cutsDivideItIntoLaunches() {
        fill(7, 5);
        batch.cut();
        batch.add(tile, 0.1f, 0);
        batch.cut();
        batch.cut();
        batch.add(tile, 0.1f, 0);
        assertThat(batch.launches()).isEqualTo(2);
        assertThat(batch.launchStart(0)).isZero();
        assertThat(batch.launchEnd(0)).isEqualTo(1).isEqualTo(batch.launchStart(1));
        assertThat(batch.launchEnd(1)).isEqualTo(2);
        batch.clear();
        assertThat(batch.launches()).isEqualTo(1);
        assertThat(batch.launchEnd(0)).isZero();
    }

    @Test
    void tellsTheLabelAndTheWeightOfATile() {
        fill(7, 5);
        batch.add(tile, 0.1f, 0);
        assertThat(batch.positive(0)).isTrue();
        assertThat(batch.weight(0)).isEqualTo(0.75f);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesAnInputRowThatIsNotThere(int row) {
        fill(row, 0);
        assertRefused("input row " + row + " of 10");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6, Integer.MAX_VALUE})
    void refusesAnOutputRowThatIsNotThere(int row) {
        fill(1, row);
        assertRefused("output row " + row + " of 6");
    }

    private void assertRefused(String what) {
        assertThatThrownBy(() -> batch.add(tile, 1f, 0))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining(what);
        assertThat(batch.size()).isZero();
    }

    @Test
    void refusesATileThatIsLargerThanItsShape() {
        fill(1, 1);
        tile.addHidden();
        tile.addInput(1);
        assertThatThrownBy(() -> batch.add(tile, 1f, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheLargestTileHoweverFewTilesItHolds() {
        TileBatch small = new TileBatch(SHAPE, 1);
        tile.clear();
        for (int i = 0; i < 2; i++) {
            tile.addHidden();
            tile.addInput(i);
            tile.addInput(i);
        }
        tile.addOutput(0, 1f);
        tile.addOutput(1, 1f);
        assertThat(small.fits(tile)).isTrue();
        small.add(tile, 1f, 0);
        assertThat(small.fits(tile)).isFalse();
        small.clear();
        assertThat(small.fits(tile)).isTrue();
    }

    @Test
    void refusesNegativesThatHaveNoRow() {
        NoiseSampler noise = new NoiseSampler(new double[] {1, 2, 3});
        TileShape shape = new TileShape(3, 3, 2, 1, 1, 1, 4);
        UpdateRule rule = new UpdateRule(ContextGradient.MEAN, null, null);
        for (int[] rows : new int[][] {{0, 1, 3}, {0, -1, 2}}) {
            assertThatThrownBy(
                            () -> new TileTraining(shape, new TileNegatives(noise, rows, 4, 1f), rule, Link.LOGISTIC))
                    .hasMessageContaining("row");
        }
        assertThatThrownBy(() -> new TileTraining(shape, null, rule, Link.LOGISTIC))
                .hasMessageContaining("negatives");
    }
}
