package org.wordloom.search;

import java.util.Arrays;

/** {@link DotBlock} in plain Java. The loop over a panel's rows is one that the compiler can vectorise by itself. */
final class ScalarDotBlock implements DotBlock {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void multiply(float[] queries, float[] block, int panels, int columns, float[] scores) {
        for (int panel = 0; panel < panels; panel++) {
            int base = panel * columns * PANEL;
            for (int query = 0; query < GROUP; query++) {
                int to = query * ROWS + panel * PANEL;
                Arrays.fill(scores, to, to + PANEL, 0);
                for (int column = 0; column < columns; column++) {
                    float value = queries[column * GROUP + query];
                    int at = base + column * PANEL;
                    for (int row = 0; row < PANEL; row++) {
                        scores[to + row] = Math.fma(value, block[at + row], scores[to + row]);
                    }
                }
            }
        }
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
