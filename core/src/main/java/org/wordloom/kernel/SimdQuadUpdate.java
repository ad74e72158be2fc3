package org.wordloom.kernel;

import java.util.Arrays;
import org.wordloom.matrix.RowMatrix;

/**
 * Both updates of a tile, four rows at a time. A row's whole sum is made in registers and added at once: a row that other
 * threads write too is read and written once a tile, and four rows share each read of a copy (docs/LOG.md).
 */
final class SimdQuadUpdate {
    private SimdQuadUpdate() {}

    /** O += Gᵀ·H. */
    static void outputs(Tile tile, RowMatrix output, UpdateRule rule) {
        for (int j = 0; j < tile.outputs(); j += RowQuad.ROWS) {
            for (int k = 0; k < RowQuad.ROWS; k++) {
                if (j + k < tile.outputs()) {
                    int row = tile.outputRow(j + k);
                    tile.quad.set(k, output, row, rule.outputRate(row));
                } else {
                    tile.quad.set(k, tile.discarded, 0, 0f);
                }
            }
            SimdOutputSums.add(tile, j, tile.quad);
        }
    }

    /**
     * dH = G·O of a tile with an output, added straight to the input rows where each hidden vector has one, as in
     * skip-gram.
     */
    static void inputs(Tile tile, RowMatrix input, UpdateRule rule) {
        boolean single = tile.inputStart(tile.hidden()) == tile.hidden();
        for (int i = 0; i < tile.hidden(); i += RowQuad.ROWS) {
            if (single) {
                addToInputs(tile, i, input, rule);
            } else {
                addThroughScratch(tile, i, input, rule);
            }
        }
    }

    private static void addToInputs(Tile tile, int i, RowMatrix input, UpdateRule rule) {
        for (int k = 0; k < RowQuad.ROWS; k++) {
            if (i + k < tile.hidden()) {
                int row = tile.inputRow(i + k);
                tile.quad.set(k, input, row, rule.inputRate(row, 1));
            } else {
                tile.quad.set(k, tile.discarded, 0, 0f);
            }
        }
        SimdInputSums.add(tile, i, tile.quad);
    }

    /** The hidden vectors are means of several rows: dH is computed once and handed to each of them. */
    private static void addThroughScratch(Tile tile, int i, RowMatrix input, UpdateRule rule) {
        float[] gradients = tile.hiddenGradients;
        int stride = tile.stride;
        Arrays.fill(gradients, 0, RowQuad.ROWS * stride, 0f);
        for (int k = 0; k < RowQuad.ROWS; k++) {
            tile.quad.set(k, gradients, k * stride, 1f);
        }
        SimdInputSums.add(tile, i, tile.quad);
        for (int k = 0; k < RowQuad.ROWS && i + k < tile.hidden(); k++) {
            SimdRows.addGradient(tile, i + k, gradients, k * stride, input, rule);
        }
    }
}
