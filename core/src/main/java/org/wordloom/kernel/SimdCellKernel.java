package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The cell step in vectors of 256 bits: a pass for the dot product, a pass for both rows' updates. */
final class SimdCellKernel implements CellKernel {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
    private static final int LANES = AdaGradRows.LANES;
    private static final int LINE = AdaGradRows.LINE;

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public double train(CellBatch batch, AdaGradRows rows, AdaGradRows columns, CellRule rule) {
        CellWeights.prepare(batch, rule);
        float[] w = rows.lines;
        float[] v = columns.lines;
        int stride = rows.stride;
        float bound = rule.gradClip() * rule.rate();
        double loss = 0;
        for (int k = 0; k < batch.size(); k++) {
            int row = batch.rows[k];
            int column = batch.columns[k];
            float product = dot(w, row * stride, v, column * stride, stride, batch.laneSums);
            float difference = product + (rows.biases[2 * row] + columns.biases[2 * column]) - batch.logarithms[k];
            float gradient = batch.weights[k] * difference;
            loss += 0.5 * gradient * difference;
            update(w, row * stride, v, column * stride, stride, gradient * rule.rate(), bound);
            CellBiases.step(rows.biases, 2 * row, gradient, rule.biasRate());
            CellBiases.step(columns.biases, 2 * column, gradient, rule.biasRate());
        }
        return loss;
    }

    private static float dot(float[] w, int atW, float[] v, int atV, int stride, float[] lanes) {
        FloatVector even = FloatVector.zero(FLOATS);
        FloatVector odd = even;
        int c = 0;
        for (; c < stride - LINE; c += 2 * LINE) {
            even = FloatVector.fromArray(FLOATS, w, atW + c).fma(FloatVector.fromArray(FLOATS, v, atV + c), even);
            odd = FloatVector.fromArray(FLOATS, w, atW + c + LINE)
                    .fma(FloatVector.fromArray(FLOATS, v, atV + c + LINE), odd);
        }
        if (c < stride) {
            even = FloatVector.fromArray(FLOATS, w, atW + c).fma(FloatVector.fromArray(FLOATS, v, atV + c), even);
        }
        even.add(odd).intoArray(lanes, 0);
        return CellBiases.addLanes(lanes);
    }

    private static void update(float[] w, int atW, float[] v, int atV, int stride, float scaled, float bound) {
        FloatVector scale = FloatVector.broadcast(FLOATS, scaled);
        FloatVector upper = FloatVector.broadcast(FLOATS, bound);
        FloatVector lower = FloatVector.broadcast(FLOATS, -bound);
        for (int c = 0; c < stride; c += LINE) {
            FloatVector oldW = FloatVector.fromArray(FLOATS, w, atW + c);
            FloatVector oldV = FloatVector.fromArray(FLOATS, v, atV + c);
            FloatVector t = scale.mul(oldV);
            t = t.blend(upper, t.compare(VectorOperators.GT, upper));
            t = t.blend(lower, t.compare(VectorOperators.LT, lower));
            FloatVector sum = FloatVector.fromArray(FLOATS, w, atW + c + LANES);
            oldW.sub(t.div(sum.sqrt())).intoArray(w, atW + c);
            t.fma(t, sum).intoArray(w, atW + c + LANES);
            t = scale.mul(oldW);
            t = t.blend(upper, t.compare(VectorOperators.GT, upper));
            t = t.blend(lower, t.compare(VectorOperators.LT, lower));
            sum = FloatVector.fromArray(FLOATS, v, atV + c + LANES);
            oldV.sub(t.div(sum.sqrt())).intoArray(v, atV + c);
            t.fma(t, sum).intoArray(v, atV + c + LANES);
        }
    }
}
