package org.wordloom.opencl;

import java.util.List;

/**
 * {@link ProductBoundsKernel} for OpenCL devices of CPU cores: a work-item computes the products of one query with a
 * block of rows, without barriers. Neighbouring work-items have neighbouring queries, the lanes of a vector register.
 */
final class PlainBoundsKernel extends ProductBoundsKernel {
    PlainBoundsKernel(List<float[]> arenas, float[] queries, float[] bounds, int columns) {
        super(arenas, queries, bounds, columns);
    }

    @Override
    int items() {
        return blocks * groups * SLOTS;
    }

    @Override
    public void run() {
        guard();
        if (op == BOUND) {
            int item = first + getGlobalId();
            if (item < end) {
                int slot = item % SLOTS;
                int block = item / SLOTS / groups;
                int group = item / SLOTS % groups;
                float bound = slack;
                if (triples == 0) {
                    bound += largestProduct(block, group, slot);
                } else if (slot < LANES) {
                    bound += largestQuotient(block, group, slot);
                }
                bounds[HEADER + (group * SLOTS + slot) * blocks + block] = bound;
            }
        }
        if (getGlobalId() == 0) {
            bounds[0] = incremented(bounds[0]);
            counters[0] = bounds[0];
        }
    }

    private float largestProduct(int block, int group, int slot) {
        int arena = block / arenaBlocks;
        float best = -2f;
        for (int row = 0; row < BLOCK_ROWS; row += 4) {
            int at = offset(block, row);
            int query = group * columns * SLOTS + slot;
            float s0 = 0f;
            float s1 = 0f;
            float s2 = 0f;
            float s3 = 0f;
            for (int column = 0; column < columns; column++) {
                float value = queries[query + column * SLOTS];
                s0 += value * row(arena, at + column * PANEL);
                s1 += value * row(arena, at + column * PANEL + 1);
                s2 += value * row(arena, at + column * PANEL + 2);
                s3 += value * row(arena, at + column * PANEL + 3);
            }
            best = larger(best, larger(larger(s0, s1), larger(s2, s3)));
        }
        return best;
    }

    private float largestQuotient(int block, int group, int slot) {
        int arena = block / arenaBlocks;
        float best = 0f;
        for (int row = 0; row < BLOCK_ROWS; row++) {
            int at = offset(block, row);
            int query = group * columns * SLOTS + slot;
            float b = 0f;
            float c = 0f;
            float a = 0f;
            for (int column = 0; column < columns; column++) {
                float value = row(arena, at + column * PANEL);
                b += value * queries[query + column * SLOTS];
                c += value * queries[query + column * SLOTS + LANES];
                a += value * queries[query + column * SLOTS + 2 * LANES];
            }
            best = larger(best, quotient(b, c, a));
        }
        return best;
    }

    /** Where a row of a block begins within its arena. */
    private int offset(int block, int row) {
        int panel = (block % arenaBlocks) * (BLOCK_ROWS / PANEL) + row / PANEL;
        return panel * columns * PANEL + row % PANEL;
    }

    @NoCL
    private void guard() {
        throw fallback();
    }
}
