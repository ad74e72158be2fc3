package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Four rows of dH = G·O, added to the rows of a {@link RowQuad}: for q = 0 … 3
 *
 * <pre>
 *   to[q] += rate[q] · Σ G[i + q][j]·O[j]      over the outputs j, two at a time
 * </pre>
 *
 * <p>Eight sums, of four rows by two vectors, hide the latency of fused multiply-add and fit the sixteen registers of AVX2
 * with their operands: two vectors of O and an entry of G. Four rows by three were slower in 256 bits and no faster in 512.
 * Sums that grow in the rows, with G in registers, took 2 to 8 % more of skip-gram's loop in 512 bits, as long in 256, and
 * 5 to 13 % more of hierarchical softmax's in both (docs/LOG.md). The code is written out because HotSpot boxes vectors
 * that are handed to methods or kept in arrays.
 */
final class SimdInputSums {
    private static final VectorSpecies<Float> FLOATS = SimdLanes.FLOATS;
    private static final int LANES = FLOATS.length();

    private SimdInputSums() {}

    /** Adds rows i to i + 3 of dH, of a tile with an output; those that pad a tile are 0. */
    static void add(Tile tile, int i, RowQuad to) {
        float[] x = tile.outputVectors;
        float[] g = tile.products;
        int first = tile.outputOffset(0);
        int stride = tile.stride;
        int entry = tile.entry(i, 0);
        int step = tile.columnBlockStride();
        int beyond = entry + tile.paddedOutputs() / Tile.BLOCK_OUTPUTS * step;
        int twos = stride - stride % (2 * LANES);
        addTwos(to, x, first, stride, twos, g, entry, beyond, step);
        if (twos < stride) {
            addOne(to, x, first, stride, twos, g, entry, beyond, step);
        }
    }

    /**
     * Columns up to {@code end}, two vectors at a time.
     *
     * @param x rows of O from {@code first} on, a stride apart
     * @param g G from {@code entry} on; two columns of it are a block, a step apart, up to {@code beyond}
     */
    private static void addTwos(
            RowQuad to, float[] x, int first, int stride, int end, float[] g, int entry, int beyond, int step) {
        float[] to0 = to.chunk0;
        int at0 = to.at0;
        FloatVector rate0 = FloatVector.broadcast(FLOATS, to.rate0);
        float[] to1 = to.chunk1;
        int at1 = to.at1;
        FloatVector rate1 = FloatVector.broadcast(FLOATS, to.rate1);
        float[] to2 = to.chunk2;
        int at2 = to.at2;
        FloatVector rate2 = FloatVector.broadcast(FLOATS, to.rate2);
        float[] to3 = to.chunk3;
        int at3 = to.at3;
        FloatVector rate3 = FloatVector.broadcast(FLOATS, to.rate3);
        for (int c = 0; c < end; c += 2 * LANES) {
            FloatVector s00 = FloatVector.zero(FLOATS);
            FloatVector s01 = s00;
            FloatVector s10 = s00;
            FloatVector s11 = s00;
            FloatVector s20 = s00;
            FloatVector s21 = s00;
            FloatVector s30 = s00;
            FloatVector s31 = s00;
            int at = first + c;
            int k = entry;
            do {
                FloatVector x0 = FloatVector.fromArray(FLOATS, x, at);
                FloatVector x1 = FloatVector.fromArray(FLOATS, x, at + LANES);
                FloatVector y = FloatVector.broadcast(FLOATS, g[k]);
                s00 = y.fma(x0, s00);
                s01 = y.fma(x1, s01);
                y = FloatVector.broadcast(FLOATS, g[k + 2]);
                s10 = y.fma(x0, s10);
                s11 = y.fma(x1, s11);
                y = FloatVector.broadcast(FLOATS, g[k + 4]);
                s20 = y.fma(x0, s20);
                s21 = y.fma(x1, s21);
                y = FloatVector.broadcast(FLOATS, g[k + 6]);
                s30 = y.fma(x0, s30);
                s31 = y.fma(x1, s31);
                x0 = FloatVector.fromArray(FLOATS, x, at + stride);
                x1 = FloatVector.fromArray(FLOATS, x, at + stride + LANES);
                y = FloatVector.broadcast(FLOATS, g[k + 1]);
                s00 = y.fma(x0, s00);
                s01 = y.fma(x1, s01);
                y = FloatVector.broadcast(FLOATS, g[k + 3]);
                s10 = y.fma(x0, s10);
                s11 = y.fma(x1, s11);
                y = FloatVector.broadcast(FLOATS, g[k + 5]);
                s20 = y.fma(x0, s20);
                s21 = y.fma(x1, s21);
                y = FloatVector.broadcast(FLOATS, g[k + 7]);
                s30 = y.fma(x0, s30);
                s31 = y.fma(x1, s31);
                at += 2 * stride;
                k += step;
            } while (k != beyond);
            s00.fma(rate0, FloatVector.fromArray(FLOATS, to0, at0 + c)).intoArray(to0, at0 + c);
            s01.fma(rate0, FloatVector.fromArray(FLOATS, to0, at0 + c + LANES)).intoArray(to0, at0 + c + LANES);
            s10.fma(rate1, FloatVector.fromArray(FLOATS, to1, at1 + c)).intoArray(to1, at1 + c);
            s11.fma(rate1, FloatVector.fromArray(FLOATS, to1, at1 + c + LANES)).intoArray(to1, at1 + c + LANES);
            s20.fma(rate2, FloatVector.fromArray(FLOATS, to2, at2 + c)).intoArray(to2, at2 + c);
            s21.fma(rate2, FloatVector.fromArray(FLOATS, to2, at2 + c + LANES)).intoArray(to2, at2 + c + LANES);
            s30.fma(rate3, FloatVector.fromArray(FLOATS, to3, at3 + c)).intoArray(to3, at3 + c);
            s31.fma(rate3, FloatVector.fromArray(FLOATS, to3, at3 + c + LANES)).intoArray(to3, at3 + c + LANES);
        }
    }

    /** The vector from column {@code c} on. */
    private static void addOne(
            RowQuad to, float[] x, int first, int stride, int c, float[] g, int entry, int beyond, int step) {
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int at = first + c;
        int k = entry;
        do {
            FloatVector v = FloatVector.fromArray(FLOATS, x, at);
            FloatVector y = FloatVector.broadcast(FLOATS, g[k]);
            s0 = y.fma(v, s0);
            y = FloatVector.broadcast(FLOATS, g[k + 2]);
            s1 = y.fma(v, s1);
            y = FloatVector.broadcast(FLOATS, g[k + 4]);
            s2 = y.fma(v, s2);
            y = FloatVector.broadcast(FLOATS, g[k + 6]);
            s3 = y.fma(v, s3);
            v = FloatVector.fromArray(FLOATS, x, at + stride);
            y = FloatVector.broadcast(FLOATS, g[k + 1]);
            s0 = y.fma(v, s0);
            y = FloatVector.broadcast(FLOATS, g[k + 3]);
            s1 = y.fma(v, s1);
            y = FloatVector.broadcast(FLOATS, g[k + 5]);
            s2 = y.fma(v, s2);
            y = FloatVector.broadcast(FLOATS, g[k + 7]);
            s3 = y.fma(v, s3);
            at += 2 * stride;
            k += step;
        } while (k != beyond);
        s0.fma(FloatVector.broadcast(FLOATS, to.rate0), FloatVector.fromArray(FLOATS, to.chunk0, to.at0 + c))
                .intoArray(to.chunk0, to.at0 + c);
        s1.fma(FloatVector.broadcast(FLOATS, to.rate1), FloatVector.fromArray(FLOATS, to.chunk1, to.at1 + c))
                .intoArray(to.chunk1, to.at1 + c);
        s2.fma(FloatVector.broadcast(FLOATS, to.rate2), FloatVector.fromArray(FLOATS, to.chunk2, to.at2 + c))
                .intoArray(to.chunk2, to.at2 + c);
        s3.fma(FloatVector.broadcast(FLOATS, to.rate3), FloatVector.fromArray(FLOATS, to.chunk3, to.at3 + c))
                .intoArray(to.chunk3, to.at3 + c);
    }
}
