package org.wordloom.kernel;

import java.util.Arrays;

/** The cell step in plain Java, with the bits of the SIMD kernel. */
final class ScalarCellKernel implements CellKernel {
    private static final int LANES = AdaGradRows.LANES;
    private static final int LINE = AdaGradRows.LINE;

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public double train(CellBatch batch, AdaGradRows rows, AdaGradRows columns, CellRule rule) {
        CellWeights.prepare(batch, rule);
        double loss = 0;
        for (int k = 0; k < batch.size(); k++) {
            int row = batch.rows[k];
            int column = batch.columns[k];
            float product = dot(rows.lines, row * rows.stride, columns.lines, column * rows.stride, rows.stride, batch);
            float difference = product + (rows.biases[2 * row] + columns.biases[2 * column]) - batch.logarithms[k];
            float gradient = batch.weights[k] * difference;
            loss += 0.5 * gradient * difference;
            update(rows.lines, row * rows.stride, columns.lines, column * rows.stride, rows.stride, gradient, rule);
            CellBiases.step(rows.biases, 2 * row, gradient, rule.biasRate());
            CellBiases.step(columns.biases, 2 * column, gradient, rule.biasRate());
        }
        return loss;
    }

    private static float dot(float[] w, int atW, float[] v, int atV, int stride, CellBatch batch) {
        float[] sums = batch.laneSums;
        Arrays.fill(sums, 0f);
        for (int line = 0; line < stride; line += LINE) {
            int lanes = line % (2 * LINE) / LINE * LANES;
            for (int c = 0; c < LANES; c++) {
                sums[lanes + c] = Math.fma(w[atW + line + c], v[atV + line + c], sums[lanes + c]);
            }
        }
        for (int c = 0; c < LANES; c++) {
            sums[c] += sums[LANES + c];
        }
        return CellBiases.addLanes(sums);
    }

    private static void update(float[] w, int atW, float[] v, int atV, int stride, float gradient, CellRule rule) {
        float scaled = gradient * rule.rate();
        float bound = rule.gradClip() * rule.rate();
        for (int line = 0; line < stride; line += LINE) {
            for (int c = line; c < line + LANES; c++) {
                float stepW = clip(scaled * v[atV + c], bound);
                float stepV = clip(scaled * w[atW + c], bound);
                step(w, atW + c, stepW);
                step(v, atV + c, stepV);
            }
        }
    }

    private static void step(float[] weights, int at, float t) {
        float sum = weights[at + LANES];
        weights[at] -= t / (float) Math.sqrt(sum);
        weights[at + LANES] = Math.fma(t, t, sum);
    }

    /** Leaves NaN as it is. */
    private static float clip(float x, float bound) {
        if (x > bound) {
            return bound;
        }
        return x < -bound ? -bound : x;
    }
}
