package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The gradients G = rate · W ⊙ (Y − link(L)) of a tile, in place of its products. */
final class SimdGradients {
    private static final VectorSpecies<Float> FLOATS = SimdLanes.FLOATS;
    private static final int LANES = FLOATS.length();
    /** The second output of a block: see {@link Tile#entry}. */
    private static final VectorMask<Float> ODD_LANES = VectorMask.fromLong(FLOATS, 0xAAAA_AAAA_AAAA_AAAAL);

    private SimdGradients() {}

    static void compute(Tile tile, Link link, float rate) {
        int length = tile.paddedHidden() * Tile.BLOCK_OUTPUTS;
        for (int j = 0; j < tile.paddedOutputs(); j += Tile.BLOCK_OUTPUTS) {
            FloatVector labels = FloatVector.broadcast(FLOATS, tile.labels[j]).blend(tile.labels[j + 1], ODD_LANES);
            int block = tile.entry(0, j);
            // The last vector may reach beyond the last block: a column has room for it, where weights are 0.
            for (int at = block; at < block + length; at += LANES) {
                FloatVector product = FloatVector.fromArray(FLOATS, tile.products, at);
                FloatVector weight = FloatVector.fromArray(FLOATS, tile.weights, at);
                error(link, product, labels).mul(weight.mul(rate)).intoArray(tile.products, at);
            }
        }
    }

    private static FloatVector error(Link link, FloatVector product, FloatVector labels) {
        if (link == Link.LOGISTIC) {
            return labels.sub(logistic(product));
        }
        VectorMask<Float> beyond = product.abs().compare(VectorOperators.GT, Link.TABLE_BOUND);
        if (link == Link.LOGISTIC_SKIPPED) {
            return labels.sub(logistic(product)).blend(0f, beyond);
        }
        FloatVector saturated =
                FloatVector.zero(FLOATS).blend(1f, product.compare(VectorOperators.GT, Link.TABLE_BOUND));
        return labels.sub(logistic(product).blend(saturated, beyond));
    }

    /** The same steps as {@link Logistic#of}; NaN stays NaN because max and min keep it. */
    private static FloatVector logistic(FloatVector x) {
        FloatVector y = x.min(Logistic.BOUND).max(-Logistic.BOUND).mul(-Logistic.LOG2_E);
        FloatVector shifted = y.add(Logistic.ROUNDER);
        FloatVector f = y.sub(shifted.sub(Logistic.ROUNDER));
        FloatVector p = FloatVector.broadcast(FLOATS, Logistic.C5)
                .fma(f, FloatVector.broadcast(FLOATS, Logistic.C4))
                .fma(f, FloatVector.broadcast(FLOATS, Logistic.C3))
                .fma(f, FloatVector.broadcast(FLOATS, Logistic.C2))
                .fma(f, FloatVector.broadcast(FLOATS, Logistic.C1))
                .fma(f, FloatVector.broadcast(FLOATS, 1f));
        // The low bits of y + ROUNDER are y rounded to an integer: no conversion, which HotSpot 17 makes slow.
        FloatVector scale = shifted.reinterpretAsInts()
                .add(Logistic.EXPONENT_BIAS)
                .lanewise(VectorOperators.LSHL, Logistic.MANTISSA_BITS)
                .reinterpretAsFloats();
        FloatVector one = FloatVector.broadcast(FLOATS, 1f);
        return one.div(p.fma(scale, one));
    }
}
