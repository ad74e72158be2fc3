package org.wordloom.train;

import org.wordloom.kernel.Tile;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.RowSpacing;
import org.wordloom.matrix.SpacedRows;

/** The rows of a replica while threads of the processor train them: spaced, to be claimed, and put back when it is closed. */
final class SpacedReplica implements AutoCloseable {
    private final SpacedRows input;
    private final SpacedRows output;

    SpacedReplica(Replica replica, RowSpacing spacing) {
        this.input = new SpacedRows(replica.input(), spacing);
        this.output = new SpacedRows(replica.output(), spacing);
    }

    RowMatrix input() {
        return input.matrix();
    }

    RowMatrix output() {
        return output.matrix();
    }

    /** Has the rows of a tile come to this core. */
    void claim(Tile tile) {
        int inputs = tile.inputStart(tile.hidden());
        for (int at = 0; at < inputs; at++) {
            input.claim(tile.inputRow(at));
        }
        for (int j = 0; j < tile.outputs(); j++) {
            output.claim(tile.outputRow(j));
        }
    }

    @Override
    public void close() {
        input.restore();
        output.restore();
    }
}
