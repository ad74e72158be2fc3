package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wordloom.kernel.ContextGradient;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.matrix.RowMatrix;

class ReplicaTest {
    private final Tile tile = new Tile(2, 1, 2, 4);
    private final Replica replica = Replica.counting(new RowMatrix(4, 4), new RowMatrix(3, 4));

    /** Two hidden vectors of the input rows (3, 1) and 3, and the output rows 2 and 0. */
    ReplicaTest() {
        tile.addHidden();
        tile.addInput(3);
        tile.addInput(1);
        tile.addHidden();
        tile.addInput(3);
        tile.addOutput(2, 1f);
        tile.addOutput(0, 0f);
    }

    @Test
    void countsEachTimeThatATileHoldsARow() {
        replica.count(tile);
        replica.count(tile);
        replica.endRound(new UpdateRule(ContextGradient.MEAN, null, null));
        assertThat(replica.inputUpdates()).containsExactly(0, 2, 0, 4);
        assertThat(replica.outputUpdates()).containsExactly(2, 0, 2);
    }

    @Test
    void anUpdateAtAFractionOfTheRateCountsAsThatFraction() {
        replica.count(tile);
        float[] inputRates = {1, 0.5f, 1, 0.25f};
        float[] outputRates = {0.125f, 1, 1};
        replica.endRound(new UpdateRule(ContextGradient.MEAN, inputRates, outputRates));
        assertThat(replica.inputUpdates()).containsExactly(0, 0.5f, 0, 0.5f);
        assertThat(replica.outputUpdates()).containsExactly(0.125f, 0, 1);
    }

    /** Where a sum of floats would stand still. */
    @Test
    void countsBeyondThePrecisionOfAFloat() {
        int tiles = (1 << 24) + 1000;
        for (int k = 0; k < tiles; k++) {
            replica.count(tile);
        }
        replica.endRound(new UpdateRule(ContextGradient.MEAN, null, null));
        assertThat(replica.inputUpdates()[3]).isEqualTo(2f * tiles);
        assertThat(replica.outputUpdates()[2]).isEqualTo(tiles);
    }
}
