package org.wordloom.opencl;

import java.util.List;

/**
 * Products of query vectors with rows, of which only the largest of each block of rows is kept, as an upper bound. What
 * both forms share: the arrays, and how a score becomes a bound.
 *
 * <p>Rows lie in up to four arrays, the arenas, in panels of {@link #PANEL}: {@code rows[(panel * columns + column) *
 * PANEL + row]}; a block is {@link #BLOCK_ROWS} rows. Queries: groups of {@link #SLOTS} vectors, {@code queries[(group *
 * columns + column) * SLOTS + slot]}. Bounds: {@code bounds[HEADER + (group * SLOTS + slot) * blocks + block]}. Where
 * three vectors b, c and a make a query, those of query i of a group are in slots i, {@link #LANES} + i and 2 · LANES +
 * i, and its bounds in slot i.
 *
 * <p>Only the bounds are written on the device; a lost buffer of rows or queries comes back from the host as it was.
 */
abstract class ProductBoundsKernel extends DeviceKernel {
    static final int BOUND = 1;
    static final int HEADER = ResidentRows.HEADER;

    static final int PANEL = 16;
    static final int BLOCK_ROWS = 64;
    static final int SLOTS = 32;
    static final int LANES = 8;
    static final int MAX_ARENAS = 4;

    final float[] rows0;
    final float[] rows1;
    final float[] rows2;
    final float[] rows3;
    final float[] queries;
    final float[] bounds;
    /** Floats of a row. */
    final int columns;
    /** Blocks of all arenas. */
    final int blocks;
    /** Blocks of an arena, the last one's apart. */
    final int arenaBlocks;
    /** Groups of queries in this batch. */
    int groups;
    /** Whether three vectors make a query: 1, else 0. */
    int triples;
    /** What rounding may add to or take from a product, on the device and elsewhere together. */
    float slack;

    ProductBoundsKernel(List<float[]> arenas, float[] queries, float[] bounds, int columns) {
        float[] none = new float[1];
        this.rows0 = arenas.get(0);
        this.rows1 = arenas.size() > 1 ? arenas.get(1) : none.clone();
        this.rows2 = arenas.size() > 2 ? arenas.get(2) : none.clone();
        this.rows3 = arenas.size() > 3 ? arenas.get(3) : none.clone();
        this.queries = queries;
        this.bounds = bounds;
        this.columns = columns;
        this.arenaBlocks = blocks(rows0, columns);
        this.blocks = arenas.stream().mapToInt(rows -> blocks(rows, columns)).sum();
    }

    static int blocks(float[] rows, int columns) {
        return rows.length / (BLOCK_ROWS * columns);
    }

    /** Items of a launch over all blocks and {@link #groups}. */
    abstract int items();

    @Override
    public List<float[]> resident() {
        return List.of(bounds);
    }

    /** The float {@code at} of an arena: an OpenCL kernel cannot choose between arrays, only read one or another. */
    float row(int arena, int at) {
        float value = 0f;
        if (arena == 0) {
            value = rows0[at];
        } else if (arena == 1) {
            value = rows1[at];
        } else if (arena == 2) {
            value = rows2[at];
        } else {
            value = rows3[at];
        }
        return value;
    }

    /** The larger number; of a number and none, the number. OpenCL C has no Float.isNaN. */
    @SuppressWarnings("IdentityBinaryExpression")
    float larger(float a, float b) {
        float larger = a;
        if (b > a || a != a) {
            larger = b;
        }
        return larger;
    }

    /** No less than (1 + b) (1 + c) / (2 (1 + a) + 4e-6), of cosines, can be, whatever the rounding. */
    float quotient(float b, float c, float a) {
        float e = 2f * slack;
        float below = larger(0.5f * (1f + a) - e, 0f) + 5e-7f;
        return (0.5f * (1f + b) + e) * (0.5f * (1f + c) + e) / below * 1.0001f;
    }
}
