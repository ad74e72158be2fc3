package org.wordloom.kernel;

import java.util.Arrays;
import org.wordloom.matrix.RowMatrix;

/** Both updates of a tile, two rows at a time. Each reads the tile's copies H and O, so their order does not matter. */
final class SimdUpdate {
    private SimdUpdate() {}

    /** O += Gᵀ·H. */
    static void outputs(Tile tile, RowMatrix output, UpdateRule rule) {
        SimdRowPair pair = pairOf(tile);
        pair.scales(tile.products, Tile.BLOCK_OUTPUTS, 2 * Tile.BLOCK_OUTPUTS, 1);
        for (int j = 0; j < tile.outputs(); j += 2) {
            int row0 = tile.outputRow(j);
            pair.firstTarget(output.chunk(row0), output.offset(row0), rule.outputRate(row0));
            pair.noSecondTarget();
            if (j + 1 < tile.outputs()) {
                int row1 = tile.outputRow(j + 1);
                if (row1 == row0) {
                    addHidden(tile, j, pair);
                    pair.noFirstTarget();
                }
                pair.secondTarget(output.chunk(row1), output.offset(row1), rule.outputRate(row1));
            }
            addHidden(tile, j, pair);
        }
    }

    private static void addHidden(Tile tile, int j, SimdRowPair pair) {
        int scales = tile.entry(0, j);
        for (int i = 0; i < tile.hidden(); i += SimdRowPair.ROWS) {
            int rows = tile.hidden() - i;
            pair.add(tile.hiddenVectors, i * tile.stride, tile.stride, rows, scales + i * Tile.BLOCK_OUTPUTS);
        }
    }

    /** dH = G·O, added straight to the input rows where each hidden vector has one, as in skip-gram. */
    static void inputs(Tile tile, RowMatrix input, UpdateRule rule) {
        SimdRowPair pair = pairOf(tile);
        pair.scales(tile.products, 1, tile.columnBlockStride(), Tile.BLOCK_OUTPUTS);
        boolean single = tile.inputStart(tile.hidden()) == tile.hidden();
        for (int i = 0; i < tile.hidden(); i += 2) {
            if (single) {
                addToInputs(tile, i, input, rule, pair);
            } else {
                addThroughScratch(tile, i, input, rule, pair);
            }
        }
    }

    private static void addToInputs(Tile tile, int i, RowMatrix input, UpdateRule rule, SimdRowPair pair) {
        int row0 = tile.inputRow(i);
        pair.firstTarget(input.chunk(row0), input.offset(row0), rule.inputRate(row0, 1));
        pair.noSecondTarget();
        if (i + 1 < tile.hidden()) {
            int row1 = tile.inputRow(i + 1);
            if (row1 == row0) {
                addOutputs(tile, i, pair);
                pair.noFirstTarget();
            }
            pair.secondTarget(input.chunk(row1), input.offset(row1), rule.inputRate(row1, 1));
        }
        addOutputs(tile, i, pair);
    }

    /** The hidden vectors are means of several rows: dH is computed once and handed to each of them. */
    private static void addThroughScratch(Tile tile, int i, RowMatrix input, UpdateRule rule, SimdRowPair pair) {
        float[] gradients = tile.hiddenGradients;
        int stride = tile.stride;
        Arrays.fill(gradients, 0, 2 * stride, 0f);
        pair.firstTarget(gradients, 0, 1f);
        pair.secondTarget(gradients, stride, 1f);
        addOutputs(tile, i, pair);
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

    private static void addOutputs(Tile tile, int i, SimdRowPair pair) {
        for (int j = 0; j < tile.outputs(); j += SimdRowPair.ROWS) {
            int rows = tile.outputs() - j;
            pair.add(tile.outputVectors, j * tile.stride, tile.stride, rows, tile.entry(i, j));
        }
    }

    private static SimdRowPair pairOf(Tile tile) {
        if (tile.scratch == null) {
            tile.scratch = new SimdRowPair(tile.stride);
        }
        return (SimdRowPair) tile.scratch;
    }
}
