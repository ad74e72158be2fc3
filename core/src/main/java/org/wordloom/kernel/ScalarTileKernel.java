package org.wordloom.kernel;

import java.util.Arrays;
import org.wordloom.matrix.RowMatrix;

/** The tile in plain loops: the reference that every other kernel must agree with, and the fallback without SIMD. */
public final class ScalarTileKernel implements TileKernel {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void multiply(Tile tile, RowMatrix input, RowMatrix output) {
        gatherHidden(tile, input);
        gatherOutputs(tile, output);
        for (int i = 0; i < tile.hidden(); i++) {
            for (int j = 0; j < tile.outputs(); j++) {
                tile.products[tile.entry(i, j)] = dot(
                        tile.hiddenVectors,
                        tile.hiddenOffset(i),
                        tile.outputVectors,
                        tile.outputOffset(j),
                        tile.stride);
            }
        }
    }

    @Override
    public void differentiate(Tile tile, Link link, float rate) {
        for (int i = 0; i < tile.hidden(); i++) {
            for (int j = 0; j < tile.outputs(); j++) {
                int entry = tile.entry(i, j);
                tile.products[entry] = rate * tile.weights[entry] * error(link, tile.products[entry], tile.labels[j]);
            }
        }
    }

    @Override
    public void update(Tile tile, RowMatrix input, RowMatrix output, UpdateRule rule) {
        for (int i = 0; i < tile.hidden(); i++) {
            int at = i * tile.stride;
            Arrays.fill(tile.hiddenGradients, at, at + tile.stride, 0f);
            for (int j = 0; j < tile.outputs(); j++) {
                addScaled(
                        tile.products[tile.entry(i, j)],
                        tile.outputVectors,
                        tile.outputOffset(j),
                        tile.hiddenGradients,
                        at,
                        tile.stride);
            }
        }
        updateOutputs(tile, output, rule);
        updateInputs(tile, input, rule);
    }

    private static void updateOutputs(Tile tile, RowMatrix output, UpdateRule rule) {
        for (int j = 0; j < tile.outputs(); j++) {
            int row = tile.outputRow(j);
            float rate = rule.outputRate(row);
            for (int i = 0; i < tile.hidden(); i++) {
                addScaled(
                        rate * tile.products[tile.entry(i, j)],
                        tile.hiddenVectors,
                        tile.hiddenOffset(i),
                        output.chunk(row),
                        output.offset(row),
                        tile.stride);
            }
        }
    }

    private static void updateInputs(Tile tile, RowMatrix input, UpdateRule rule) {
        for (int i = 0; i < tile.hidden(); i++) {
            int inputs = tile.inputStart(i + 1) - tile.inputStart(i);
            for (int at = tile.inputStart(i); at < tile.inputStart(i + 1); at++) {
                int row = tile.inputRow(at);
                addScaled(
                        rule.inputRate(row, inputs),
                        tile.hiddenGradients,
                        i * tile.stride,
                        input.chunk(row),
                        input.offset(row),
                        tile.stride);
            }
        }
    }

    static void gatherHidden(Tile tile, RowMatrix input) {
        for (int i = 0; i < tile.hidden(); i++) {
            int from = tile.inputStart(i);
            int to = tile.inputStart(i + 1);
            copyRow(input, tile.inputRow(from), tile.hiddenVectors, tile.hiddenOffset(i));
            if (to - from > 1) {
                average(tile, input, i, from, to);
            }
        }
    }

    private static void average(Tile tile, RowMatrix input, int i, int from, int to) {
        int at = tile.hiddenOffset(i);
        for (int k = from + 1; k < to; k++) {
            int row = tile.inputRow(k);
            addScaled(1f, input.chunk(row), input.offset(row), tile.hiddenVectors, at, tile.stride);
        }
        float share = 1f / (to - from);
        for (int c = at; c < at + tile.stride; c++) {
            tile.hiddenVectors[c] *= share;
        }
    }

    static void gatherOutputs(Tile tile, RowMatrix output) {
        for (int j = 0; j < tile.outputs(); j++) {
            copyRow(output, tile.outputRow(j), tile.outputVectors, tile.outputOffset(j));
        }
    }

    private static void copyRow(RowMatrix matrix, int row, float[] target, int at) {
        System.arraycopy(matrix.chunk(row), matrix.offset(row), target, at, matrix.stride());
    }

    /** Y − link(L) of one pair. */
    static float error(Link link, float product, float label) {
        if (link != Link.LOGISTIC && Math.abs(product) > Link.TABLE_BOUND) {
            return link == Link.LOGISTIC_SKIPPED ? 0f : label - (product > 0 ? 1f : 0f);
        }
        return label - Logistic.of(product);
    }

    private static float dot(float[] a, int atA, float[] b, int atB, int length) {
        float sum = 0;
        for (int c = 0; c < length; c++) {
            sum = Math.fma(a[atA + c], b[atB + c], sum);
        }
        return sum;
    }

    private static void addScaled(float scale, float[] from, int atFrom, float[] to, int atTo, int length) {
        for (int c = 0; c < length; c++) {
            to[atTo + c] = Math.fma(scale, from[atFrom + c], to[atTo + c]);
        }
    }
}
