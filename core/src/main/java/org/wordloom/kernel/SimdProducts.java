package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The products L = H·Oᵀ of a tile, in blocks of four hidden vectors by two outputs. */
final class SimdProducts {
    private static final VectorSpecies<Float> FLOATS = SimdLanes.FLOATS;
    private static final int LANES = FLOATS.length();

    private SimdProducts() {}

    static void compute(Tile tile) {
        int stride = tile.stride;
        float[] sums = tile.laneSums;
        for (int j = 0; j < tile.paddedOutputs(); j += Tile.BLOCK_OUTPUTS) {
            int block = tile.entry(0, j);
            for (int i = 0; i < tile.paddedHidden(); i += Tile.BLOCK_HIDDEN) {
                multiplyBlock(tile.hiddenVectors, i * stride, tile.outputVectors, j * stride, stride, sums);
                sumLanes(sums, tile.products, block + i * Tile.BLOCK_OUTPUTS);
            }
        }
    }

    /** Four rows of h by two rows of o; the lanes of the eight sums are left to {@link #sumLanes}. */
    private static void multiplyBlock(float[] h, int atH, float[] o, int atO, int stride, float[] sums) {
        int h1 = atH + stride;
        int h2 = h1 + stride;
        int h3 = h2 + stride;
        int o1 = atO + stride;
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        for (int c = 0; c < stride; c += LANES) {
            FloatVector x0 = FloatVector.fromArray(FLOATS, o, atO + c);
            FloatVector x1 = FloatVector.fromArray(FLOATS, o, o1 + c);
            FloatVector y = FloatVector.fromArray(FLOATS, h, atH + c);
            s00 = y.fma(x0, s00);
            s01 = y.fma(x1, s01);
            y = FloatVector.fromArray(FLOATS, h, h1 + c);
            s10 = y.fma(x0, s10);
            s11 = y.fma(x1, s11);
            y = FloatVector.fromArray(FLOATS, h, h2 + c);
            s20 = y.fma(x0, s20);
            s21 = y.fma(x1, s21);
            y = FloatVector.fromArray(FLOATS, h, h3 + c);
            s30 = y.fma(x0, s30);
            s31 = y.fma(x1, s31);
            // Nobody reads it. HotSpot moves no read of a float[] over a write to one, so this keeps the unrolled
            // iterations apart; without it all their reads come first and push the sums out of the registers.
            y.intoArray(sums, Tile.BLOCK_ENTRIES * LANES);
        }
        s00.intoArray(sums, 0);
        s01.intoArray(sums, LANES);
        s10.intoArray(sums, 2 * LANES);
        s11.intoArray(sums, 3 * LANES);
        s20.intoArray(sums, 4 * LANES);
        s21.intoArray(sums, 5 * LANES);
        s30.intoArray(sums, 6 * LANES);
        s31.intoArray(sums, 7 * LANES);
    }

    /**
     * Adds up the lanes of a block's sums in a fixed order, in plain code: {@code reduceLanes} promises no order (Java 25
     * compiles another one than it interprets), and a transposing tree of shuffles was no faster on 17 and fell back to
     * boxed vectors on 25. Halves that are added as vectors, through overlapping reads, were no faster either.
     */
    private static void sumLanes(float[] sums, float[] products, int at) {
        for (int k = 0; k < Tile.BLOCK_ENTRIES; k++) {
            int v = k * LANES;
            float sum = sumEight(sums, v);
            products[at + k] = LANES == 8 ? sum : sum + sumEight(sums, v + 8);
        }
    }

    private static float sumEight(float[] sums, int at) {
        return ((sums[at] + sums[at + 1]) + (sums[at + 2] + sums[at + 3]))
                + ((sums[at + 4] + sums[at + 5]) + (sums[at + 6] + sums[at + 7]));
    }
}
