package org.wordloom.search;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.wordloom.kernel.SimdLanes;

/** {@link DotBlock} with the Vector API; the only class of this package that needs jdk.incubator.vector. */
final class SimdDotBlock implements DotBlock {
    private static final VectorSpecies<Float> LANES = SimdLanes.FLOATS;
    private static final int WIDTH = LANES.length();
    /** Panels that are multiplied together. */
    private static final int PANELS = Math.max(1, 2 * WIDTH / PANEL);

    @Override
    public String name() {
        return "simd";
    }

    /**
     * Twelve accumulators live in registers over the whole loop; nothing is allocated once compiled. Each query has two:
     * the halves of a panel, or, where a vector is as wide as a panel, two panels.
     */
    @Override
    public void multiply(float[] queries, float[] rows, int from, int panels, int columns, float[] scores) {
        for (int panel = 0; panel < panels; panel += PANELS) {
            int base = from + panel * columns * PANEL;
            int to = panel * PANEL;
            if (WIDTH < PANEL) {
                multiplyTwo(queries, rows, base, base + WIDTH, columns, scores, to, to + WIDTH);
            } else if (panel + 1 < panels) {
                multiplyTwo(queries, rows, base, base + columns * PANEL, columns, scores, to, to + PANEL);
            } else { // the last of an odd number: twice the same
                multiplyTwo(queries, rows, base, base, columns, scores, to, to);
            }
        }
    }

    private static void multiplyTwo(
            float[] queries, float[] rows, int first, int second, int columns, float[] scores, int to, int toSecond) {
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
            FloatVector x = FloatVector.fromArray(LANES, rows, first + column * PANEL);
            FloatVector y = FloatVector.fromArray(LANES, rows, second + column * PANEL);
            int q = column * GROUP;
            FloatVector value = FloatVector.broadcast(LANES, queries[q]);
            a0 = value.fma(x, a0);
            a1 = value.fma(y, a1);
            value = FloatVector.broadcast(LANES, queries[q + 1]);
            b0 = value.fma(x, b0);
            b1 = value.fma(y, b1);
            value = FloatVector.broadcast(LANES, queries[q + 2]);
            c0 = value.fma(x, c0);
            c1 = value.fma(y, c1);
            value = FloatVector.broadcast(LANES, queries[q + 3]);
            d0 = value.fma(x, d0);
            d1 = value.fma(y, d1);
            value = FloatVector.broadcast(LANES, queries[q + 4]);
            e0 = value.fma(x, e0);
            e1 = value.fma(y, e1);
            value = FloatVector.broadcast(LANES, queries[q + 5]);
            f0 = value.fma(x, f0);
            f1 = value.fma(y, f1);
        }
        a0.intoArray(scores, to);
        a1.intoArray(scores, toSecond);
        b0.intoArray(scores, to + ROWS);
        b1.intoArray(scores, toSecond + ROWS);
        c0.intoArray(scores, to + 2 * ROWS);
        c1.intoArray(scores, toSecond + 2 * ROWS);
        d0.intoArray(scores, to + 3 * ROWS);
        d1.intoArray(scores, toSecond + 3 * ROWS);
        e0.intoArray(scores, to + 4 * ROWS);
        e1.intoArray(scores, toSecond + 4 * ROWS);
        f0.intoArray(scores, to + 5 * ROWS);
        f1.intoArray(scores, toSecond + 5 * ROWS);
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
