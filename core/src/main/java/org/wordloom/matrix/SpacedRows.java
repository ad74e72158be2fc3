package org.wordloom.matrix;

import java.util.Arrays;

/**
 * The rows of a matrix while threads train them: spaced, so that a thread can claim the first lines of the cache in which a
 * row lies before it needs the row.
 *
 * <p>A line that another core wrote comes from that core's cache twice: to be read, and once more to be written. And a
 * read that waits for a line holds up the thread, as far as the processor cannot look ahead. A store does not: it is put
 * aside until the line is there, which then is this core's alone. So a store of 0 to the spare float, some time before the
 * row is read, does what Java has no instruction for. Two threads are a fifth faster by it in 100 columns, and
 * one by a few percent (docs/LOG.md).
 *
 * <p>Whatever is written to a spare float is 0, also by kernels, which add products of zeros to it.
 */
public final class SpacedRows {
    private static final int LINE = CacheLines.FLOATS;

    private final RowMatrix dense;
    private final RowSpacing spacing;
    private final RowMatrix matrix;
    private final int claimed;

    /** Spaces the rows of a matrix in place: nothing may be asked of it until {@link #restore}. */
    public SpacedRows(RowMatrix dense, RowSpacing spacing) {
        if (dense.columns() != spacing.columns()) {
            throw new IllegalArgumentException(
                    "rows of " + dense.columns() + " columns, spacing of " + spacing.columns());
        }
        this.dense = dense;
        this.spacing = spacing;
        this.matrix = dense.ofAllFloats();
        this.claimed = spacing.lines() * LINE;
        for (int row = 0; row < spacedRows(); row++) {
            spacing.spread(dense.chunk(row), dense.offset(row));
        }
    }

    /** A matrix of all floats of the rows, the spare ones and the padding included. */
    public RowMatrix matrix() {
        return matrix;
    }

    /** Has lines of a row come to this core. Nothing happens where rows have no spare floats. */
    public void claim(int row) {
        float[] chunk = matrix.chunk(row);
        int spare = matrix.offset(row) + LINE - 1;
        for (int c = 0; c < claimed; c += LINE) {
            chunk[spare + c] = 0f;
        }
    }

    /** Puts the values back to where they were. This is of no use afterwards. */
    public void restore() {
        for (int row = 0; row < spacedRows(); row++) {
            float[] floats = dense.chunk(row);
            int at = dense.offset(row);
            spacing.collect(floats, at, floats, at);
            Arrays.fill(floats, at + dense.columns(), at + dense.stride(), 0f);
        }
    }

    /** None where nothing is spaced: a pass over the model would move each value to where it is. */
    private int spacedRows() {
        return spacing.lines() == 0 ? 0 : dense.rows();
    }
}
