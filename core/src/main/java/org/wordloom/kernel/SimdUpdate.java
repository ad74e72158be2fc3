package org.wordloom.kernel;

import java.util.Arrays;
import org.wordloom.matrix.RowMatrix;

/**
 * Both updates of a tile, two rows at a time, or four inputs by {@link SimdQuadUpdate}. Each reads the tile's copies H and
 * O, so their order does not matter. Rows and columns that pad a tile have gradients of 0 and are added like others.
 */
final class SimdUpdate {
    private SimdUpdate() {}

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
        float[] x = tile.hiddenVectors;
        int stride = tile.stride;
        int k = tile.entry(0, j);
        for (int i = 0; i < tile.hidden(); i += 4, k += 4 * Tile.BLOCK_OUTPUTS) {
            float g00 = rate0 * g[k];
            float g10 = rate1 * g[k + 1];
            float g01 = rate0 * g[k + 2];
            float g11 = rate1 * g[k + 3];
            int first = tile.hiddenOffset(i);
            if (tile.hidden() - i <= 2) {
                SimdRowPair.addTwo(x, first, stride, g00, g01, g10, g11, target0, at0, target1, at1);
                return;
            }
            float g02 = rate0 * g[k + 4];
            float g12 = rate1 * g[k + 5];
            float g03 = rate0 * g[k + 6];
            float g13 = rate1 * g[k + 7];
            SimdRowPair.addFour(x, first, stride, g00, g01, g02, g03, g10, g11, g12, g13, target0, at0, target1, at1);
        }
    }

    /** dH = G·O, added straight to the input rows where each hidden vector has one, as in skip-gram. */
    static void inputs(Tile tile, RowMatrix input, UpdateRule rule) {
        boolean single = tile.inputStart(tile.hidden()) == tile.hidden();
        int i = 0;
        while (i < tile.hidden()) {
            if (single && SimdQuadUpdate.inputs(tile, i, input, rule)) {
                i += RowQuad.ROWS;
            } else if (single) {
                addToInputs(tile, i, input, rule);
                i += 2;
            } else {
                addThroughScratch(tile, i, input, rule);
                i += 2;
            }
        }
    }

    private static void addToInputs(Tile tile, int i, RowMatrix input, UpdateRule rule) {
        int row0 = tile.inputRow(i);
        int row1 = i + 1 < tile.hidden() ? tile.inputRow(i + 1) : -1;
        float[] chunk0 = input.chunk(row0);
        int at0 = input.offset(row0);
        float rate0 = rule.inputRate(row0, 1);
        if (row1 >= 0 && row1 != row0) {
            float[] chunk1 = input.chunk(row1);
            addOutputs(tile, i, rate0, rule.inputRate(row1, 1), chunk0, at0, chunk1, input.offset(row1));
        } else {
            addOutputs(tile, i, rate0, 0f, chunk0, at0, tile.discarded, 0);
        }
        if (row1 == row0) {
            addOutputs(tile, i, 0f, rate0, tile.discarded, 0, chunk0, at0);
        }
    }

    /** The hidden vectors are means of several rows: dH is computed once and handed to each of them. */
    private static void addThroughScratch(Tile tile, int i, RowMatrix input, UpdateRule rule) {
        float[] gradients = tile.hiddenGradients;
        int stride = tile.stride;
        Arrays.fill(gradients, 0, 2 * stride, 0f);
        addOutputs(tile, i, 1f, 1f, gradients, 0, gradients, stride);
        for (int half = 0; half < 2 && i + half < tile.hidden(); half++) {
            int from = tile.inputStart(i + half);
            int to = tile.inputStart(i + half + 1);
            for (int at = from; at < to; at++) {
                int row = tile.inputRow(at);
                float rate = rule.inputRate(row, to - from);
                SimdRows.add(gradients, half * stride, rate, input.chunk(row), input.offset(row), stride);
            }
        }
    }

    private static void addOutputs(
            Tile tile, int i, float rate0, float rate1, float[] target0, int at0, float[] target1, int at1) {
        float[] g = tile.products;
        float[] x = tile.outputVectors;
        int stride = tile.stride;
        for (int j = 0; j < tile.outputs(); j += 4) {
            int k = tile.entry(i, j);
            float g00 = rate0 * g[k];
            float g01 = rate0 * g[k + 1];
            float g10 = rate1 * g[k + 2];
            float g11 = rate1 * g[k + 3];
            int first = tile.outputOffset(j);
            if (tile.outputs() - j <= 2) {
                SimdRowPair.addTwo(x, first, stride, g00, g01, g10, g11, target0, at0, target1, at1);
                return;
            }
            k += tile.columnBlockStride();
            float g02 = rate0 * g[k];
            float g03 = rate0 * g[k + 1];
            float g12 = rate1 * g[k + 2];
            float g13 = rate1 * g[k + 3];
            SimdRowPair.addFour(x, first, stride, g00, g01, g02, g03, g10, g11, g12, g13, target0, at0, target1, at1);
        }
    }
}
