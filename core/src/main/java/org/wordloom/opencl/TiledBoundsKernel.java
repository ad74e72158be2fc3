package org.wordloom.opencl;

import java.util.List;

/**
 * {@link ProductBoundsKernel} for GPUs: a work-group of 16 x 8 computes the products of 64 rows with 32 queries, in steps
 * of 16 columns that its work-items fetch together. A work-item has the sums of 4 x 4 products in registers, so that
 * eight reads of local memory feed sixteen multiplications.
 */
final class TiledBoundsKernel extends ProductBoundsKernel {
    private static final int TILE = 16;
    private static final int PANEL_TILE = PANEL * TILE;

    @Local
    final float[] rowTile = new float[BLOCK_ROWS * TILE];

    @Local
    final float[] queryTile = new float[SLOTS * TILE];

    TiledBoundsKernel(List<float[]> arenas, float[] queries, float[] bounds, int columns) {
        super(arenas, queries, bounds, columns);
    }

    @Override
    int items() {
        return blocks * groups;
    }

    @Override
    public void run() {
        guard();
        if (op == BOUND) {
            int item = first + getGroupId();
            if (item < end) {
                multiply(item / groups, item % groups);
            }
        }
        if (getGlobalId() == 0) {
            bounds[0] = incremented(bounds[0]);
            counters[0] = bounds[0];
        }
    }

    /** Each sum is a variable of its own: it stays in a register, whatever a driver's compiler unrolls. */
    private void multiply(int block, int group) {
        float a0 = 0f, a1 = 0f, a2 = 0f, a3 = 0f;
        float b0 = 0f, b1 = 0f, b2 = 0f, b3 = 0f;
        float c0 = 0f, c1 = 0f, c2 = 0f, c3 = 0f;
        float d0 = 0f, d1 = 0f, d2 = 0f, d3 = 0f;
        int lane = getLocalId();
        int x = lane % PANEL;
        int y = lane / PANEL;
        for (int column = 0; column < columns; column += TILE) {
            fetch(block, group, column, lane);
            localBarrier();
            for (int i = 0; i < TILE; i++) {
                float r0 = rowTile[i * PANEL + x];
                float r1 = rowTile[i * PANEL + x + PANEL_TILE];
                float r2 = rowTile[i * PANEL + x + 2 * PANEL_TILE];
                float r3 = rowTile[i * PANEL + x + 3 * PANEL_TILE];
                float a = queryTile[i * SLOTS + y];
                float b = queryTile[i * SLOTS + y + LANES];
                float c = queryTile[i * SLOTS + y + 2 * LANES];
                float d = queryTile[i * SLOTS + y + 3 * LANES];
                a0 += r0 * a;
                a1 += r1 * a;
                a2 += r2 * a;
                a3 += r3 * a;
                b0 += r0 * b;
                b1 += r1 * b;
                b2 += r2 * b;
                b3 += r3 * b;
                c0 += r0 * c;
                c1 += r1 * c;
                c2 += r2 * c;
                c3 += r3 * c;
                d0 += r0 * d;
                d1 += r1 * d;
                d2 += r2 * d;
                d3 += r3 * d;
            }
            localBarrier();
        }
        if (triples == 1) {
            a0 = quotient(a0, b0, c0);
            a1 = quotient(a1, b1, c1);
            a2 = quotient(a2, b2, c2);
            a3 = quotient(a3, b3, c3);
        }
        rowTile[x * SLOTS + y] = larger(larger(a0, a1), larger(a2, a3));
        rowTile[x * SLOTS + y + LANES] = larger(larger(b0, b1), larger(b2, b3));
        rowTile[x * SLOTS + y + 2 * LANES] = larger(larger(c0, c1), larger(c2, c3));
        rowTile[x * SLOTS + y + 3 * LANES] = larger(larger(d0, d1), larger(d2, d3));
        localBarrier();
        keepLargest(block, group, lane % SLOTS);
    }

    /** The next columns of the rows and of the queries, zeros beyond the last; neighbours read neighbouring floats. */
    private void fetch(int block, int group, int column, int lane) {
        int arena = block / arenaBlocks;
        int panel = (block % arenaBlocks) * (BLOCK_ROWS / PANEL);
        int inside = (columns - column) * PANEL;
        for (int step = 0; step < BLOCK_ROWS * TILE; step += DeviceSession.GROUP) {
            int i = step + lane;
            float value = 0f;
            if (i % PANEL_TILE < inside) {
                value = row(arena, ((panel + i / PANEL_TILE) * columns + column) * PANEL + i % PANEL_TILE);
            }
            rowTile[i] = value;
        }
        int slots = (columns - column) * SLOTS;
        for (int step = 0; step < SLOTS * TILE; step += DeviceSession.GROUP) {
            int i = step + lane;
            float value = 0f;
            if (i < slots) {
                value = queries[(group * columns + column) * SLOTS + i];
            }
            queryTile[i] = value;
        }
    }

    /**
     * The largest of what the 16 work-items of a query found. Four work-items do the same, each all of it: PoCL 3.1 runs
     * what stands after the last barrier in all work-items, a condition on their number or not.
     */
    private void keepLargest(int block, int group, int slot) {
        float best = rowTile[slot];
        for (int i = 1; i < PANEL; i++) {
            best = larger(best, rowTile[i * SLOTS + slot]);
        }
        bounds[HEADER + (group * SLOTS + slot) * blocks + block] = best + slack;
    }

    @NoCL
    private void guard() {
        throw fallback();
    }
}
