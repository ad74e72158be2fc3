package org.wordloom.search;

/** {@link DotBlock} in plain Java: eight rows at a time, whose sums stay in registers. */
final class ScalarDotBlock implements DotBlock {
    private static final int ROWS_AT_ONCE = 8;

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void multiply(float[] queries, float[] rows, int first, int panels, int columns, float[] scores) {
        for (int row = 0; row < panels * PANEL; row += ROWS_AT_ONCE) {
            int from = first + row / PANEL * PANEL * columns + row % PANEL;
            for (int query = 0; query < GROUP; query++) {
                multiplyRows(queries, query, rows, from, columns, scores, query * ROWS + row);
            }
        }
    }

    private static void multiplyRows(
            float[] queries, int query, float[] rows, int from, int columns, float[] scores, int to) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int at = from;
        for (int column = 0; column < columns; column++, at += PANEL) {
            float value = queries[column * GROUP + query];
            s0 = Math.fma(value, rows[at], s0);
            s1 = Math.fma(value, rows[at + 1], s1);
            s2 = Math.fma(value, rows[at + 2], s2);
            s3 = Math.fma(value, rows[at + 3], s3);
            s4 = Math.fma(value, rows[at + 4], s4);
            s5 = Math.fma(value, rows[at + 5], s5);
            s6 = Math.fma(value, rows[at + 6], s6);
            s7 = Math.fma(value, rows[at + 7], s7);
        }
        scores[to] = s0;
        scores[to + 1] = s1;
        scores[to + 2] = s2;
        scores[to + 3] = s3;
        scores[to + 4] = s4;
        scores[to + 5] = s5;
        scores[to + 6] = s6;
        scores[to + 7] = s7;
    }

    @Override
    public int firstAbove(float[] scores, int from, int to, float threshold) {
        int i = from;
        while (i < to && !(scores[i] > threshold)) {
            i++;
        }
        return i;
    }
}
