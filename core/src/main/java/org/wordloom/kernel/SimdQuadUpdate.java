package org.wordloom.kernel;

import org.wordloom.matrix.RowMatrix;

/**
 * The update of a tile's inputs for four of them at once, where {@link SimdRowQuad} fits and no two are the same row. Else
 * nothing is changed, and {@link SimdUpdate} goes on with two. Outputs are updated by two always: threads contend for the
 * frequent ones, and the fewer are in hand the sooner each is done with (docs/LOG.md).
 */
final class SimdQuadUpdate {
    private SimdQuadUpdate() {}

    /** dH = G·O, added to the input rows of the hidden vectors from i on, each of which has one. Returns whether it was done. */
    static boolean inputs(Tile tile, int i, RowMatrix input, UpdateRule rule) {
        if (!SimdRowQuad.fits() || i + RowQuad.ROWS > tile.hidden()) {
            return false;
        }
        int row1 = tile.inputRow(i + 1);
        int row2 = tile.inputRow(i + 2);
        int row3 = tile.inputRow(i + 3);
        if (!tile.quad.choose(input, tile.inputRow(i), row1, row2, row3)) {
            return false;
        }
        addOutputs(tile, i, rule);
        return true;
    }

    private static void addOutputs(Tile tile, int i, UpdateRule rule) {
        float rate0 = rule.inputRate(tile.inputRow(i), 1);
        float rate1 = rule.inputRate(tile.inputRow(i + 1), 1);
        float rate2 = rule.inputRate(tile.inputRow(i + 2), 1);
        float rate3 = rule.inputRate(tile.inputRow(i + 3), 1);
        RowQuad quad = tile.quad;
        float[] g = tile.products;
        float[] x = tile.outputVectors;
        int stride = tile.stride;
        for (int j = 0; j < tile.outputs(); j += 4) {
            int first = tile.outputOffset(j);
            int k = tile.entry(i, j);
            float g00 = rate0 * g[k];
            float g01 = rate0 * g[k + 1];
            float g10 = rate1 * g[k + 2];
            float g11 = rate1 * g[k + 3];
            float g20 = rate2 * g[k + 4];
            float g21 = rate2 * g[k + 5];
            float g30 = rate3 * g[k + 6];
            float g31 = rate3 * g[k + 7];
            if (tile.outputs() - j <= 2) {
                SimdRowQuad.addTwo(quad, x, first, stride, g00, g01, g10, g11, g20, g21, g30, g31);
                return;
            }
            k += tile.columnBlockStride();
            SimdRowQuad.addFour(
                    quad,
                    x,
                    first,
                    stride,
                    g00,
                    g01,
                    rate0 * g[k],
                    rate0 * g[k + 1],
                    g10,
                    g11,
                    rate1 * g[k + 2],
                    rate1 * g[k + 3],
                    g20,
                    g21,
                    rate2 * g[k + 4],
                    rate2 * g[k + 5],
                    g30,
                    g31,
                    rate3 * g[k + 6],
                    rate3 * g[k + 7]);
        }
    }
}
