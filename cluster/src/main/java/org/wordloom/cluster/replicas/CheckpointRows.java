package org.wordloom.cluster.replicas;

import java.io.IOException;
import org.wordloom.cluster.strata.Checkpoint;
import org.wordloom.cluster.strata.Side;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.RowSource;

/** The rows of one side of a checkpoint, read block after block. */
record CheckpointRows(ReplicaTasks tasks, RowLayout layout, Side side, String folder, Checkpoint checkpoint)
        implements RowSource {
    @Override
    public int rows() {
        return layout.sideRows(side);
    }

    @Override
    public int columns() {
        return layout.dim();
    }

    @Override
    public Cursor open() {
        return new BlockCursor();
    }

    /** Holds one block. */
    private final class BlockCursor implements Cursor {
        private RowMatrix rows = new RowMatrix(0, layout.dim());
        private int index;
        private int at;

        @Override
        public void next(float[] row) throws IOException {
            if (at == rows.rows()) {
                int block = layout.block(side, index++);
                rows = tasks.blocks().rows(block, tasks.read(block, folder, checkpoint));
                at = 0;
            }
            System.arraycopy(rows.chunk(at), rows.offset(at), row, 0, rows.columns());
            at++;
        }

        @Override
        public void close() {
            // Files are read whole, and closed then.
        }
    }
}
