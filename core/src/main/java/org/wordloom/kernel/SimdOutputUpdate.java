package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.wordloom.matrix.RowMatrix;

/** The output rows' update O += Gᵀ·H, two rows at a time. */
final class SimdOutputUpdate {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
    private static final int LANES = FLOATS.length();

    private SimdOutputUpdate() {}

    static void apply(Tile tile, RowMatrix output, UpdateRule rule) {
        for (int j = 0; j < tile.outputs(); j += Tile.BLOCK_OUTPUTS) {
            updateOutputPair(tile, j, output, rule);
        }
    }

    /** Adds Gᵀ·H to two output rows; for the last of an odd number of rows the second is computed and dropped. */
    private static void updateOutputPair(Tile tile, int j, RowMatrix output, UpdateRule rule) {
        int row0 = tile.outputRow(j);
        boolean both = j + 1 < tile.outputs();
        int row1 = both ? tile.outputRow(j + 1) : row0;
        float[] target0 = output.chunk(row0);
        float[] target1 = output.chunk(row1);
        int at0 = output.offset(row0);
        int at1 = output.offset(row1);
        float rate0 = rule.outputRate(row0);
        float rate1 = both ? rule.outputRate(row1) : 0f;
        int vectors = tile.stride / LANES;
        int c = 0;
        while (vectors > 0) {
            if (vectors % 4 != 0 && vectors >= 3) {
                updateThreeColumns(tile, j, c, target0, at0 + c, rate0, target1, at1 + c, rate1);
                c += 3 * LANES;
                vectors -= 3;
            } else if (vectors >= 4) {
                updateFourColumns(tile, j, c, target0, at0 + c, rate0, target1, at1 + c, rate1);
                c += 4 * LANES;
                vectors -= 4;
            } else {
                updateOneColumn(tile, j, c, target0, at0 + c, rate0, target1, at1 + c, rate1);
                c += LANES;
                vectors--;
            }
        }
    }

    private static void updateFourColumns(
            Tile tile, int j, int c, float[] target0, int at0, float rate0, float[] target1, int at1, float rate1) {
        float[] h = tile.hiddenVectors;
        float[] g = tile.products;
        int stride = tile.stride;
        int k = tile.entry(0, j);
        int end = tile.hidden() * stride;
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s02 = s00;
        FloatVector s03 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s12 = s00;
        FloatVector s13 = s00;
        for (int r = c; r < end; r += stride) {
            FloatVector y0 = FloatVector.broadcast(FLOATS, g[k]);
            FloatVector y1 = FloatVector.broadcast(FLOATS, g[k + 1]);
            FloatVector x = FloatVector.fromArray(FLOATS, h, r);
            s00 = y0.fma(x, s00);
            s10 = y1.fma(x, s10);
            x = FloatVector.fromArray(FLOATS, h, r + LANES);
            s01 = y0.fma(x, s01);
            s11 = y1.fma(x, s11);
            x = FloatVector.fromArray(FLOATS, h, r + 2 * LANES);
            s02 = y0.fma(x, s02);
            s12 = y1.fma(x, s12);
            x = FloatVector.fromArray(FLOATS, h, r + 3 * LANES);
            s03 = y0.fma(x, s03);
            s13 = y1.fma(x, s13);
            k += Tile.BLOCK_OUTPUTS;
        }
        SimdRows.add(s00, rate0, target0, at0);
        SimdRows.add(s01, rate0, target0, at0 + LANES);
        SimdRows.add(s02, rate0, target0, at0 + 2 * LANES);
        SimdRows.add(s03, rate0, target0, at0 + 3 * LANES);
        SimdRows.add(s10, rate1, target1, at1);
        SimdRows.add(s11, rate1, target1, at1 + LANES);
        SimdRows.add(s12, rate1, target1, at1 + 2 * LANES);
        SimdRows.add(s13, rate1, target1, at1 + 3 * LANES);
    }

    private static void updateThreeColumns(
            Tile tile, int j, int c, float[] target0, int at0, float rate0, float[] target1, int at1, float rate1) {
        float[] h = tile.hiddenVectors;
        float[] g = tile.products;
        int stride = tile.stride;
        int k = tile.entry(0, j);
        int end = tile.hidden() * stride;
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s02 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s12 = s00;
        for (int r = c; r < end; r += stride) {
            FloatVector y0 = FloatVector.broadcast(FLOATS, g[k]);
            FloatVector y1 = FloatVector.broadcast(FLOATS, g[k + 1]);
            FloatVector x = FloatVector.fromArray(FLOATS, h, r);
            s00 = y0.fma(x, s00);
            s10 = y1.fma(x, s10);
            x = FloatVector.fromArray(FLOATS, h, r + LANES);
            s01 = y0.fma(x, s01);
            s11 = y1.fma(x, s11);
            x = FloatVector.fromArray(FLOATS, h, r + 2 * LANES);
            s02 = y0.fma(x, s02);
            s12 = y1.fma(x, s12);
            k += Tile.BLOCK_OUTPUTS;
        }
        SimdRows.add(s00, rate0, target0, at0);
        SimdRows.add(s01, rate0, target0, at0 + LANES);
        SimdRows.add(s02, rate0, target0, at0 + 2 * LANES);
        SimdRows.add(s10, rate1, target1, at1);
        SimdRows.add(s11, rate1, target1, at1 + LANES);
        SimdRows.add(s12, rate1, target1, at1 + 2 * LANES);
    }

    private static void updateOneColumn(
            Tile tile, int j, int c, float[] target0, int at0, float rate0, float[] target1, int at1, float rate1) {
        float[] h = tile.hiddenVectors;
        float[] g = tile.products;
        int stride = tile.stride;
        int k = tile.entry(0, j);
        int end = tile.hidden() * stride;
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        for (int r = c; r < end; r += stride) {
            FloatVector x = FloatVector.fromArray(FLOATS, h, r);
            s0 = FloatVector.broadcast(FLOATS, g[k]).fma(x, s0);
            s1 = FloatVector.broadcast(FLOATS, g[k + 1]).fma(x, s1);
            k += Tile.BLOCK_OUTPUTS;
        }
        SimdRows.add(s0, rate0, target0, at0);
        SimdRows.add(s1, rate1, target1, at1);
    }
}
