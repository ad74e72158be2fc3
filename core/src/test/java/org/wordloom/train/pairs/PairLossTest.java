package org.wordloom.train.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.TileKernels;
import org.wordloom.matrix.RowMatrix;

class PairLossTest {
    @Test
    void aPairHasTheMeanLossOfAPositiveAndOfItsNegatives() {
        PairLoss loss = new PairLoss(1);
        loss.add(true, 4, 10);
        loss.add(false, 3, 1.5);
        PairLoss other = new PairLoss(1);
        other.add(true, 1, 5);
        other.add(false, 1, 0.5);
        loss.add(other);
        assertThat(loss.mean(5)).isEqualTo(15 / 5.0 + 5 * (2 / 4.0));
        assertThat(loss.mean(0)).isEqualTo(3);
    }

    /** Products 2 and -1, of weights 1 and 3: −log σ(x) of pairs that occurred, −log σ(−x) of negatives. */
    @Test
    void aTileIsMeasuredByItsProductsAndItsLabel() {
        double pairs = (log(-2) + 3 * log(1)) / 4;
        double negatives = (log(2) + 3 * log(-1)) / 4;
        PairLoss loss = new PairLoss(1);
        loss.measure(tile(1));
        assertThat(loss.mean(5)).isCloseTo(pairs, within(1e-6));
        loss.measure(tile(0));
        assertThat(loss.mean(5)).isCloseTo(pairs + 5 * negatives, within(1e-6));
    }

    /** −log σ(−x). */
    private static double log(double x) {
        return Math.log(1 + Math.exp(x));
    }

    private static Tile tile(float label) {
        RowMatrix input = new RowMatrix(1, 1);
        RowMatrix output = new RowMatrix(2, 1);
        input.set(0, 0, 1);
        output.set(0, 0, 2);
        output.set(1, 0, -1);
        Tile tile = new Tile(1, 1, 2, 1);
        tile.addTarget(0);
        tile.addHidden();
        tile.addInput(0);
        for (int j = 0; j < 2; j++) {
            tile.addOutput(j, label);
            tile.setWeight(0, j, 1 + 2 * j);
        }
        TileKernels.scalar().multiply(tile, input, output);
        return tile;
    }

    @Test
    void whatWasNotMeasuredCountsNothing() {
        PairLoss loss = new PairLoss(1);
        assertThat(loss.mean(5)).isZero();
        loss.add(false, 2, 1);
        assertThat(loss.mean(5)).isEqualTo(2.5);
    }
}
