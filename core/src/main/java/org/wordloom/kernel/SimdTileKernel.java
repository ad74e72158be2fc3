package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.wordloom.matrix.RowMatrix;

/**
 * The tile with 256-bit vectors. Every product keeps eight accumulators in registers (four hidden vectors by two
 * outputs, or by two column vectors), enough to hide the latency of fused multiply-add on current processors.
 */
public final class SimdTileKernel implements TileKernel {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
    private static final int LANES = FLOATS.length();
    private static final VectorMask<Float> ODD_LANES = VectorMask.fromLong(FLOATS, 0b10101010);

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public void multiply(Tile tile, RowMatrix input, RowMatrix output) {
        gatherHidden(tile, input);
        gatherOutputs(tile, output);
        int stride = tile.stride;
        for (int j = 0; j < tile.paddedOutputs(); j += Tile.BLOCK_OUTPUTS) {
            int block = tile.entry(0, j);
            for (int i = 0; i < tile.paddedHidden(); i += Tile.BLOCK_HIDDEN) {
                multiplyBlock(tile.hiddenVectors, i * stride, tile.outputVectors, j * stride, stride, tile.laneSums);
                sumLanes(tile.laneSums, tile.products, block + i * Tile.BLOCK_OUTPUTS);
            }
        }
    }

    /** Four rows of h by two rows of o; the lanes of the eight sums are left to {@link #sumLanes}. */
    private static void multiplyBlock(float[] h, int atH, float[] o, int atO, int stride, float[] sums) {
        int h1 = atH + stride;
        int h2 = h1 + stride;
        int h3 = h2 + stride;
        int o1 = atO + stride;
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        for (int c = 0; c < stride; c += LANES) {
            FloatVector x0 = FloatVector.fromArray(FLOATS, o, atO + c);
            FloatVector x1 = FloatVector.fromArray(FLOATS, o, o1 + c);
            FloatVector y = FloatVector.fromArray(FLOATS, h, atH + c);
            s00 = y.fma(x0, s00);
            s01 = y.fma(x1, s01);
            y = FloatVector.fromArray(FLOATS, h, h1 + c);
            s10 = y.fma(x0, s10);
            s11 = y.fma(x1, s11);
            y = FloatVector.fromArray(FLOATS, h, h2 + c);
            s20 = y.fma(x0, s20);
            s21 = y.fma(x1, s21);
            y = FloatVector.fromArray(FLOATS, h, h3 + c);
            s30 = y.fma(x0, s30);
            s31 = y.fma(x1, s31);
        }
        s00.intoArray(sums, 0);
        s01.intoArray(sums, LANES);
        s10.intoArray(sums, 2 * LANES);
        s11.intoArray(sums, 3 * LANES);
        s20.intoArray(sums, 4 * LANES);
        s21.intoArray(sums, 5 * LANES);
        s30.intoArray(sums, 6 * LANES);
        s31.intoArray(sums, 7 * LANES);
    }

    /**
     * Adds up the lanes of a block's sums in a fixed order, in plain code: {@code reduceLanes} promises no order (Java 25
     * compiles another one than it interprets), and a transposing tree of shuffles was no faster on 17 and fell back to
     * boxed vectors on 25.
     */
    private static void sumLanes(float[] sums, float[] products, int at) {
        for (int k = 0; k < Tile.BLOCK_ENTRIES; k++) {
            int v = k * LANES;
            products[at + k] = ((sums[v] + sums[v + 1]) + (sums[v + 2] + sums[v + 3]))
                    + ((sums[v + 4] + sums[v + 5]) + (sums[v + 6] + sums[v + 7]));
        }
    }

    @Override
    public void differentiate(Tile tile, Link link, float rate) {
        int length = tile.paddedHidden() * Tile.BLOCK_OUTPUTS;
        for (int j = 0; j < tile.paddedOutputs(); j += Tile.BLOCK_OUTPUTS) {
            int block = tile.entry(0, j);
            FloatVector labels = FloatVector.broadcast(FLOATS, tile.labels[j]).blend(tile.labels[j + 1], ODD_LANES);
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

    @Override
    public void update(Tile tile, RowMatrix input, RowMatrix output, UpdateRule rule) {
        int stride = tile.stride;
        for (int i = 0; i < tile.paddedHidden(); i += Tile.BLOCK_HIDDEN) {
            int c = 0;
            for (; c + 2 * LANES <= stride; c += 2 * LANES) {
                hiddenGradientBlock(tile, i, c);
            }
            if (c < stride) {
                hiddenGradientTail(tile, i, c);
            }
        }
        for (int j = 0; j < tile.outputs(); j += Tile.BLOCK_OUTPUTS) {
            updateOutputPair(tile, j, output, rule);
        }
        updateInputs(tile, input, rule);
    }

    /** dH of four hidden vectors by two column vectors: the sum over all outputs. */
    private static void hiddenGradientBlock(Tile tile, int i, int c) {
        float[] o = tile.outputVectors;
        float[] g = tile.products;
        int stride = tile.stride;
        int at = tile.entry(i, 0);
        int o0 = c;
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        for (int j = 0; j < tile.outputs(); j++) {
            int k = at + (j & 1);
            FloatVector x0 = FloatVector.fromArray(FLOATS, o, o0);
            FloatVector x1 = FloatVector.fromArray(FLOATS, o, o0 + LANES);
            FloatVector y = FloatVector.broadcast(FLOATS, g[k]);
            s00 = y.fma(x0, s00);
            s01 = y.fma(x1, s01);
            y = FloatVector.broadcast(FLOATS, g[k + 2]);
            s10 = y.fma(x0, s10);
            s11 = y.fma(x1, s11);
            y = FloatVector.broadcast(FLOATS, g[k + 4]);
            s20 = y.fma(x0, s20);
            s21 = y.fma(x1, s21);
            y = FloatVector.broadcast(FLOATS, g[k + 6]);
            s30 = y.fma(x0, s30);
            s31 = y.fma(x1, s31);
            o0 += stride;
            at += (j & 1) * tile.columnBlockStride();
        }
        float[] d = tile.hiddenGradients;
        int r = i * stride + c;
        s00.intoArray(d, r);
        s01.intoArray(d, r + LANES);
        r += stride;
        s10.intoArray(d, r);
        s11.intoArray(d, r + LANES);
        r += stride;
        s20.intoArray(d, r);
        s21.intoArray(d, r + LANES);
        r += stride;
        s30.intoArray(d, r);
        s31.intoArray(d, r + LANES);
    }

    /** The last column vector of a row of an odd number of them. */
    private static void hiddenGradientTail(Tile tile, int i, int c) {
        float[] o = tile.outputVectors;
        float[] g = tile.products;
        int stride = tile.stride;
        int at = tile.entry(i, 0);
        int o0 = c;
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int j = 0; j < tile.outputs(); j++) {
            int k = at + (j & 1);
            FloatVector x = FloatVector.fromArray(FLOATS, o, o0);
            s0 = FloatVector.broadcast(FLOATS, g[k]).fma(x, s0);
            s1 = FloatVector.broadcast(FLOATS, g[k + 2]).fma(x, s1);
            s2 = FloatVector.broadcast(FLOATS, g[k + 4]).fma(x, s2);
            s3 = FloatVector.broadcast(FLOATS, g[k + 6]).fma(x, s3);
            o0 += stride;
            at += (j & 1) * tile.columnBlockStride();
        }
        float[] d = tile.hiddenGradients;
        int r = i * stride + c;
        s0.intoArray(d, r);
        s1.intoArray(d, r + stride);
        s2.intoArray(d, r + 2 * stride);
        s3.intoArray(d, r + 3 * stride);
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
        int r = c;
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s02 = s00;
        FloatVector s03 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s12 = s00;
        FloatVector s13 = s00;
        for (int i = 0; i < tile.hidden(); i++) {
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
            r += stride;
            k += Tile.BLOCK_OUTPUTS;
        }
        add(s00, rate0, target0, at0);
        add(s01, rate0, target0, at0 + LANES);
        add(s02, rate0, target0, at0 + 2 * LANES);
        add(s03, rate0, target0, at0 + 3 * LANES);
        add(s10, rate1, target1, at1);
        add(s11, rate1, target1, at1 + LANES);
        add(s12, rate1, target1, at1 + 2 * LANES);
        add(s13, rate1, target1, at1 + 3 * LANES);
    }

    private static void updateThreeColumns(
            Tile tile, int j, int c, float[] target0, int at0, float rate0, float[] target1, int at1, float rate1) {
        float[] h = tile.hiddenVectors;
        float[] g = tile.products;
        int stride = tile.stride;
        int k = tile.entry(0, j);
        int r = c;
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s02 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s12 = s00;
        for (int i = 0; i < tile.hidden(); i++) {
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
            r += stride;
            k += Tile.BLOCK_OUTPUTS;
        }
        add(s00, rate0, target0, at0);
        add(s01, rate0, target0, at0 + LANES);
        add(s02, rate0, target0, at0 + 2 * LANES);
        add(s10, rate1, target1, at1);
        add(s11, rate1, target1, at1 + LANES);
        add(s12, rate1, target1, at1 + 2 * LANES);
    }

    private static void updateOneColumn(
            Tile tile, int j, int c, float[] target0, int at0, float rate0, float[] target1, int at1, float rate1) {
        float[] h = tile.hiddenVectors;
        float[] g = tile.products;
        int k = tile.entry(0, j);
        int r = c;
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        for (int i = 0; i < tile.hidden(); i++) {
            FloatVector x = FloatVector.fromArray(FLOATS, h, r);
            s0 = FloatVector.broadcast(FLOATS, g[k]).fma(x, s0);
            s1 = FloatVector.broadcast(FLOATS, g[k + 1]).fma(x, s1);
            r += tile.stride;
            k += Tile.BLOCK_OUTPUTS;
        }
        add(s0, rate0, target0, at0);
        add(s1, rate1, target1, at1);
    }

    private static void updateInputs(Tile tile, RowMatrix input, UpdateRule rule) {
        for (int i = 0; i < tile.hidden(); i++) {
            int inputs = tile.inputStart(i + 1) - tile.inputStart(i);
            for (int at = tile.inputStart(i); at < tile.inputStart(i + 1); at++) {
                int row = tile.inputRow(at);
                addRow(
                        tile.hiddenGradients,
                        i * tile.stride,
                        rule.inputRate(row, inputs),
                        input.chunk(row),
                        input.offset(row),
                        tile.stride);
            }
        }
    }

    private static void gatherHidden(Tile tile, RowMatrix input) {
        for (int i = 0; i < tile.hidden(); i++) {
            int from = tile.inputStart(i);
            int inputs = tile.inputStart(i + 1) - from;
            int at = i * tile.stride;
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
            addRow(input.chunk(row), input.offset(row), 1f, h, at, tile.stride);
        }
        float share = 1f / inputs;
        for (int c = at; c < at + tile.stride; c += LANES) {
            FloatVector.fromArray(FLOATS, h, c).mul(share).intoArray(h, c);
        }
    }

    private static void gatherOutputs(Tile tile, RowMatrix output) {
        for (int j = 0; j < tile.outputs(); j++) {
            copyRow(output, tile.outputRow(j), tile.outputVectors, j * tile.stride);
        }
    }

    private static void copyRow(RowMatrix matrix, int row, float[] target, int at) {
        float[] source = matrix.chunk(row);
        int offset = matrix.offset(row);
        for (int c = 0; c < matrix.stride(); c += LANES) {
            FloatVector.fromArray(FLOATS, source, offset + c).intoArray(target, at + c);
        }
    }

    private static void addRow(float[] from, int atFrom, float scale, float[] to, int atTo, int stride) {
        for (int c = 0; c < stride; c += LANES) {
            add(FloatVector.fromArray(FLOATS, from, atFrom + c), scale, to, atTo + c);
        }
    }

    private static void add(FloatVector sum, float scale, float[] to, int at) {
        sum.fma(FloatVector.broadcast(FLOATS, scale), FloatVector.fromArray(FLOATS, to, at))
                .intoArray(to, at);
    }
}
