package org.wordloom.kernel;

import java.util.Arrays;
import org.wordloom.matrix.RowMatrix;

/** Both updates of a tile, two rows at a time. Each reads the tile's copies H and O, so their order does not matter. */
final class SimdUpdate {
    private SimdUpdate() {}

    /** O += Gᵀ·H. For the last of an odd number of rows the second sum is computed and dropped. */
    static void outputs(Tile tile, RowMatrix output, UpdateRule rule) {
        for (int j = 0; j < tile.outputs(); j += 2) {
            boolean both = j + 1 < tile.outputs();
            int row0 = tile.outputRow(j);
            int row1 = both ? tile.outputRow(j + 1) : row0;
            SimdRowPair pair = pairOf(tile);
            pair.rows(tile.hiddenVectors, tile.hidden(), tile.stride);
            pair.scales(tile.products, tile.entry(0, j), 1);
            pair.steps(Tile.BLOCK_OUTPUTS, Tile.BLOCK_OUTPUTS);
            pair.firstTarget(output.chunk(row0), output.offset(row0), rule.outputRate(row0));
            pair.secondTarget(output.chunk(row1), output.offset(row1), both ? rule.outputRate(row1) : 0f);
            pair.add();
        }
    }

    /** dH = G·O, added straight to the input rows where each hidden vector has one, as in skip-gram. */
    static void inputs(Tile tile, RowMatrix input, UpdateRule rule) {
        boolean single = tile.inputStart(tile.hidden()) == tile.hidden();
        for (int i = 0; i < tile.hidden(); i += 2) {
            if (single) {
                addToInputs(tile, i, input, rule);
            } else {
                addThroughScratch(tile, i, input, rule);
            }
        }
    }

    private static void addToInputs(Tile tile, int i, RowMatrix input, UpdateRule rule) {
        boolean both = i + 1 < tile.hidden();
        int row0 = tile.inputRow(i);
        int row1 = both ? tile.inputRow(i + 1) : row0;
        SimdRowPair pair = hiddenGradients(tile, i);
        pair.firstTarget(input.chunk(row0), input.offset(row0), rule.inputRate(row0, 1));
        pair.secondTarget(input.chunk(row1), input.offset(row1), both ? rule.inputRate(row1, 1) : 0f);
        pair.add();
    }

    /** The hidden vectors are means of several rows: dH is computed once and handed to each of them. */
    private static void addThroughScratch(Tile tile, int i, RowMatrix input, UpdateRule rule) {
        float[] gradients = tile.hiddenGradients;
        int stride = tile.stride;
        Arrays.fill(gradients, 0, 2 * stride, 0f);
        SimdRowPair pair = hiddenGradients(tile, i);
        pair.firstTarget(gradients, 0, 1f);
        pair.secondTarget(gradients, stride, 1f);
        pair.add();
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

    private static SimdRowPair hiddenGradients(Tile tile, int i) {
        SimdRowPair pair = pairOf(tile);
        pair.rows(tile.outputVectors, tile.outputs(), tile.stride);
        pair.scales(tile.products, tile.entry(i, 0), Tile.BLOCK_OUTPUTS);
        pair.steps(1, tile.columnBlockStride() - 1);
        return pair;
    }

    private static SimdRowPair pairOf(Tile tile) {
        if (tile.scratch == null) {
            tile.scratch = new SimdRowPair();
        }
        return (SimdRowPair) tile.scratch;
    }
}
