package org.wordloom.train.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wordloom.kernel.ContextGradient;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.UpdateRule;

class LaunchLimitTest {
    private static final float[] INPUT_RATES = {1f, 0.5f, 1f};
    private static final float[] OUTPUT_RATES = {1f, 1f, 0.25f, 1f};

    private final LaunchLimit limit =
            new LaunchLimit(new UpdateRule(ContextGradient.MEAN, INPUT_RATES, OUTPUT_RATES), 3, 4, 10);

    /** One pair. */
    private static Tile tile(int input, int output, float weight) {
        Tile tile = new Tile(4, 1, 4, 8);
        tile.clear();
        tile.addHidden();
        tile.addInput(input);
        tile.addOutput(output, 1f);
        tile.setWeight(0, 0, weight);
        return tile;
    }

    @Test
    void countsStepsByTheRatesOfRows() {
        assertThat(limit.add(tile(1, 2, 8))).isTrue(); // 4 steps and 2
        assertThat(limit.add(tile(1, 2, 12))).isTrue(); // 10 and 5
        assertThat(limit.add(tile(0, 2, 16))).isTrue(); // 9
        assertThat(limit.add(tile(1, 0, 1))).isFalse(); // 10.5
    }

    @Test
    void rowsOfAMeanMoveByTheirShares() {
        Tile two = tile(0, 3, 8);
        two.addInput(2); // each moves 4 steps, the output 8
        assertThat(limit.add(two)).isTrue();
        assertThat(limit.add(tile(0, 0, 6))).isTrue(); // 10
        assertThat(limit.add(tile(2, 1, 6.5f))).isFalse(); // 10.5
    }

    @Test
    void outputRowsCountToo() {
        assertThat(limit.add(tile(0, 3, 6))).isTrue();
        assertThat(limit.add(tile(2, 3, 6))).isFalse();
    }

    @Test
    void anotherLaunchBeginsAnew() {
        assertThat(limit.add(tile(0, 0, 10))).isTrue();
        assertThat(limit.add(tile(0, 1, 1))).isFalse();
        limit.restart();
        assertThat(limit.add(tile(0, 1, 1))).isTrue();
    }

    @Test
    void theFirstTileOfALaunchMayMoveARowFurther() {
        assertThat(limit.add(tile(0, 0, 1000))).isTrue();
        assertThat(limit.add(tile(0, 1, 0.1f))).isFalse();
    }
}
