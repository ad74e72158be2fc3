package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.wordloom.matrix.RowMatrix;

/** Rows on their way between matrices and a tile. */
final class SimdRows {
    private static final VectorSpecies<Float> FLOATS = SimdLanes.FLOATS;
    private static final int LANES = FLOATS.length();

    private SimdRows() {}

    static void gatherHidden(Tile tile, RowMatrix input) {
        for (int i = 0; i < tile.hidden(); i++) {
            int from = tile.inputStart(i);
            int inputs = tile.inputStart(i + 1) - from;
            int at = tile.hiddenOffset(i);
            copyRow(input, tile.inputRow(from), tile.hiddenVectors, at);
            if (inputs > 1) {
                average(tile, input, at, from, inputs);
            }
        }
    }

    private static void average(Tile tile, RowMatrix input, int at, int from, int inputs) {
        float[] h = tile.hiddenVectors;
        for (int k = from + 1; k < from + inputs; k++) {
            int row = tile.inputRow(k);
            add(input.chunk(row), input.offset(row), 1f, h, at, tile.stride);
        }
        float share = 1f / inputs;
        for (int c = at; c < at + tile.stride; c += LANES) {
            FloatVector.fromArray(FLOATS, h, c).mul(share).intoArray(h, c);
        }
    }

    static void gatherOutputs(Tile tile, RowMatrix output) {
        for (int j = 0; j < tile.outputs(); j++) {
            copyRow(output, tile.outputRow(j), tile.outputVectors, tile.outputOffset(j));
        }
    }

    private static void copyRow(RowMatrix matrix, int row, float[] target, int at) {
        float[] source = matrix.chunk(row);
        int offset = matrix.offset(row);
        for (int c = 0; c < matrix.stride(); c += LANES) {
            FloatVector.fromArray(FLOATS, source, offset + c).intoArray(target, at + c);
        }
    }

    /** Hands the gradient of hidden vector {@code i} to each input row whose mean it is. */
    static void addGradient(Tile tile, int i, float[] gradients, int atGradient, RowMatrix input, UpdateRule rule) {
        int from = tile.inputStart(i);
        int to = tile.inputStart(i + 1);
        for (int at = from; at < to; at++) {
            int row = tile.inputRow(at);
            float rate = rule.inputRate(row, to - from);
            add(gradients, atGradient, rate, input.chunk(row), input.offset(row), tile.stride);
        }
    }

    /** to += scale · from, of one row. */
    static void add(float[] from, int atFrom, float scale, float[] to, int atTo, int stride) {
        for (int c = 0; c < stride; c += LANES) {
            add(FloatVector.fromArray(FLOATS, from, atFrom + c), scale, to, atTo + c);
        }
    }

    /** to += scale · sum, of one vector. */
    static void add(FloatVector sum, float scale, float[] to, int at) {
        sum.fma(FloatVector.broadcast(FLOATS, scale), FloatVector.fromArray(FLOATS, to, at))
                .intoArray(to, at);
    }
}
