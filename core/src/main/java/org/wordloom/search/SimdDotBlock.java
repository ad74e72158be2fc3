package org.wordloom.search;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link DotBlock} with the Vector API; the only class of this package that needs jdk.incubator.vector. */
final class SimdDotBlock implements DotBlock {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_256;
    private static final int WIDTH = 8;

    @Override
    public String name() {
        return "simd";
    }

    /** Twelve accumulators live in registers over the whole loop; nothing is allocated once compiled. */
    @Override
    public void multiply(float[] queries, float[] rows, int from, int panels, int columns, float[] scores) {
        for (int panel = 0; panel < panels; panel++) {
            multiplyPanel(queries, rows, from + panel * columns * PANEL, columns, scores, panel * PANEL);
        }
    }

    private static void multiplyPanel(float[] queries, float[] rows, int base, int columns, float[] scores, int to) {
        FloatVector a0 = FloatVector.zero(LANES);
        FloatVector a1 = FloatVector.zero(LANES);
        FloatVector b0 = FloatVector.zero(LANES);
        FloatVector b1 = FloatVector.zero(LANES);
        FloatVector c0 = FloatVector.zero(LANES);
        FloatVector c1 = FloatVector.zero(LANES);
        FloatVector d0 = FloatVector.zero(LANES);
        FloatVector d1 = FloatVector.zero(LANES);
        FloatVector e0 = FloatVector.zero(LANES);
        FloatVector e1 = FloatVector.zero(LANES);
        FloatVector f0 = FloatVector.zero(LANES);
        FloatVector f1 = FloatVector.zero(LANES);
        for (int column = 0; column < columns; column++) {
            FloatVector low = FloatVector.fromArray(LANES, rows, base + column * PANEL);
            FloatVector high = FloatVector.fromArray(LANES, rows, base + column * PANEL + WIDTH);
            int q = column * GROUP;
            FloatVector value = FloatVector.broadcast(LANES, queries[q]);
            a0 = value.fma(low, a0);
            a1 = value.fma(high, a1);
            value = FloatVector.broadcast(LANES, queries[q + 1]);
            b0 = value.fma(low, b0);
            b1 = value.fma(high, b1);
            value = FloatVector.broadcast(LANES, queries[q + 2]);
            c0 = value.fma(low, c0);
            c1 = value.fma(high, c1);
            value = FloatVector.broadcast(LANES, queries[q + 3]);
            d0 = value.fma(low, d0);
            d1 = value.fma(high, d1);
            value = FloatVector.broadcast(LANES, queries[q + 4]);
            e0 = value.fma(low, e0);
            e1 = value.fma(high, e1);
            value = FloatVector.broadcast(LANES, queries[q + 5]);
            f0 = value.fma(low, f0);
            f1 = value.fma(high, f1);
        }
        store(a0, a1, scores, to);
        store(b0, b1, scores, to + ROWS);
        store(c0, c1, scores, to + 2 * ROWS);
        store(d0, d1, scores, to + 3 * ROWS);
        store(e0, e1, scores, to + 4 * ROWS);
        store(f0, f1, scores, to + 5 * ROWS);
    }

    private static void store(FloatVector low, FloatVector high, float[] scores, int at) {
        low.intoArray(scores, at);
        high.intoArray(scores, at + WIDTH);
    }

    @Override
    public int firstAbove(float[] scores, int from, int to, float threshold) {
        int i = from;
        FloatVector limit = FloatVector.broadcast(LANES, threshold);
        while (i + WIDTH <= to
                && !FloatVector.fromArray(LANES, scores, i)
                        .compare(VectorOperators.GT, limit)
                        .anyTrue()) {
            i += WIDTH;
        }
        while (i < to && !(scores[i] > threshold)) {
            i++;
        }
        return i;
    }
}
