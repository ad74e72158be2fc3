package org.wordloom.kernel;

import java.util.Arrays;
import org.wordloom.matrix.RowMatrix;

/** Both updates of a tile of at most two hidden vectors, two rows at a time, whose sums grow in the rows themselves. */
final class SimdPairUpdate {
    private SimdPairUpdate() {}

    /** O += Gᵀ·H. */
    static void outputs(Tile tile, RowMatrix output, UpdateRule rule) {
        for (int j = 0; j < tile.outputs(); j += 2) {
            int row0 = tile.outputRow(j);
            int row1 = j + 1 < tile.outputs() ? tile.outputRow(j + 1) : -1;
            float[] chunk0 = output.chunk(row0);
            int at0 = output.offset(row0);
            float rate0 = rule.outputRate(row0);
            if (row1 >= 0 && row1 != row0) {
                float[] chunk1 = output.chunk(row1);
                addHidden(tile, j, rate0, rule.outputRate(row1), chunk0, at0, chunk1, output.offset(row1));
            } else {
                addHidden(tile, j, rate0, 0f, chunk0, at0, tile.discarded, 0);
            }
            if (row1 == row0) { // both sums are read before either is written: one row takes its two in turn
                addHidden(tile, j, 0f, rate0, tile.discarded, 0, chunk0, at0);
            }
        }
    }

    private static void addHidden(
            Tile tile, int j, float rate0, float rate1, float[] target0, int at0, float[] target1, int at1) {
        float[] g = tile.products;
        int k = tile.entry(0, j);
        SimdRowPair.addTwo(
                tile.hiddenVectors,
                tile.hiddenOffset(0),
                tile.stride,
                rate0 * g[k],
                rate0 * g[k + 2],
                rate1 * g[k + 1],
                rate1 * g[k + 3],
                target0,
                at0,
                target1,
                at1);
    }

    /** dH = G·O, handed to the input rows whose mean each hidden vector is. */
    static void inputs(Tile tile, RowMatrix input, UpdateRule rule) {
        float[] gradients = tile.hiddenGradients;
        int stride = tile.stride;
        Arrays.fill(gradients, 0, 2 * stride, 0f);
        addOutputs(tile, gradients);
        for (int i = 0; i < tile.hidden(); i++) {
            SimdRows.addGradient(tile, i, gradients, i * stride, input, rule);
        }
    }

    private static void addOutputs(Tile tile, float[] gradients) {
        float[] g = tile.products;
        float[] x = tile.outputVectors;
        int stride = tile.stride;
        for (int j = 0; j < tile.outputs(); j += 4) {
            int first = tile.outputOffset(j);
            int k = tile.entry(0, j);
            int next = k + tile.columnBlockStride();
            if (tile.outputs() - j <= 2) {
                SimdRowPair.addTwo(
                        x, first, stride, g[k], g[k + 1], g[k + 2], g[k + 3], gradients, 0, gradients, stride);
            } else {
                SimdRowPair.addFour(
                        x,
                        first,
                        stride,
                        g[k],
                        g[k + 1],
                        g[next],
                        g[next + 1],
                        g[k + 2],
                        g[k + 3],
                        g[next + 2],
                        g[next + 3],
                        gradients,
                        0,
                        gradients,
                        stride);
            }
        }
    }
}
