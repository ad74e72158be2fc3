package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.wordloom.matrix.RowMatrix;

/** The hidden vectors' gradients dH = G·O, and their way to the input rows. */
final class SimdInputUpdate {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
    private static final int LANES = FLOATS.length();

    private SimdInputUpdate() {}

    /** Computes dH, and adds it to no row yet: the output rows are still to be updated from H. */
    static void computeGradients(Tile tile) {
        int stride = tile.stride;
        for (int i = 0; i < tile.paddedHidden(); i += Tile.BLOCK_HIDDEN) {
            int c = 0;
            for (; c + 2 * LANES <= stride; c += 2 * LANES) {
                hiddenGradientBlock(tile, i, c);
            }
            if (c < stride) {
                hiddenGradientTail(tile, i, c);
            }
        }
    }

    static void addGradients(Tile tile, RowMatrix input, UpdateRule rule) {
        for (int i = 0; i < tile.hidden(); i++) {
            int inputs = tile.inputStart(i + 1) - tile.inputStart(i);
            for (int at = tile.inputStart(i); at < tile.inputStart(i + 1); at++) {
                int row = tile.inputRow(at);
                SimdRows.add(
                        tile.hiddenGradients,
                        i * tile.stride,
                        rule.inputRate(row, inputs),
                        input.chunk(row),
                        input.offset(row),
                        tile.stride);
            }
        }
    }

    /** dH of four hidden vectors by two column vectors: the sum over all outputs. */
    private static void hiddenGradientBlock(Tile tile, int i, int c) {
        float[] o = tile.outputVectors;
        float[] g = tile.products;
        int stride = tile.stride;
        int k = tile.entry(i, 0);
        int end = tile.outputs() * stride;
        int columnBlockStride = tile.columnBlockStride();
        int step = 1;
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        for (int o0 = c; o0 < end; o0 += stride) {
            FloatVector x0 = FloatVector.fromArray(FLOATS, o, o0);
            FloatVector x1 = FloatVector.fromArray(FLOATS, o, o0 + LANES);
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
            k += step;
            step = columnBlockStride - step;
        }
        float[] d = tile.hiddenGradients;
        int r = i * stride + c;
        s00.intoArray(d, r);
        s01.intoArray(d, r + LANES);
        r += stride;
        s10.intoArray(d, r);
        s11.intoArray(d, r + LANES);
        r += stride;
        s20.intoArray(d, r);
        s21.intoArray(d, r + LANES);
        r += stride;
        s30.intoArray(d, r);
        s31.intoArray(d, r + LANES);
    }

    /** The last column vector of a row of an odd number of them. */
    private static void hiddenGradientTail(Tile tile, int i, int c) {
        float[] o = tile.outputVectors;
        float[] g = tile.products;
        int stride = tile.stride;
        int k = tile.entry(i, 0);
        int end = tile.outputs() * stride;
        int columnBlockStride = tile.columnBlockStride();
        int step = 1;
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int o0 = c; o0 < end; o0 += stride) {
            FloatVector x = FloatVector.fromArray(FLOATS, o, o0);
            s0 = FloatVector.broadcast(FLOATS, g[k]).fma(x, s0);
            s1 = FloatVector.broadcast(FLOATS, g[k + 2]).fma(x, s1);
            s2 = FloatVector.broadcast(FLOATS, g[k + 4]).fma(x, s2);
            s3 = FloatVector.broadcast(FLOATS, g[k + 6]).fma(x, s3);
            k += step;
            step = columnBlockStride - step;
        }
        float[] d = tile.hiddenGradients;
        int r = i * stride + c;
        s0.intoArray(d, r);
        s1.intoArray(d, r + stride);
        s2.intoArray(d, r + 2 * stride);
        s3.intoArray(d, r + 3 * stride);
    }
}
