package org.wordloom.opencl;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.CounterRandom;

/**
 * The tile on a device: what both forms share. The mathematics is that of {@link org.wordloom.kernel.Tile}, with outputs
 * of two kinds: those that the batch names, with labels and weights, and negatives that the device draws.
 *
 * <p>Translated from byte code: see {@link DeviceKernel} for what may be written here. It may have no constant of 64 bits
 * either, which Aparapi cannot read, and compares no longs, which become unsigned by a shift.
 */
abstract class TileProgram extends DeviceKernel {
    static final int TRAIN = 1;
    /** Puts draw number k of key {@code keys[0]} into {@code inputs[k]}: to be compared with the host's. */
    static final int DRAW = 2;
    /** How many arrays for each matrix a program names. */
    static final int MOST_CHUNKS = 4;

    // The model, which stays on the device; only the rows change.
    final float[] input0;
    final float[] input1;
    final float[] input2;
    final float[] input3;
    final float[] output0;
    final float[] output1;
    final float[] output2;
    final float[] output3;
    final int rowShift;
    final int rowMask;
    final int stride;
    /** Rates of the input rows, then of the output rows; of length 1 where all are 1. */
    final float[] rowRates;

    final int rated;
    final int inputRows;
    /** {@link ContextGradient} by its ordinal: a kernel has no enums. */
    final int gradient;
    /** The ordinal of a {@link org.wordloom.kernel.Link}: 1 takes 0 or 1 beyond ±6, 2 no update there. */
    final int link;

    // The negatives; the arrays stay on the device.
    final long[] slots;
    final int[] noiseRows;
    final int drawn;
    final float share;
    final long increment;
    final long firstMultiplier;
    final long secondMultiplier;

    // A batch, which is sent; and the losses that come back.
    final int[] tiles;
    final int[] hiddenStarts;
    final int[] inputs;
    final int[] outputs;
    final float[] labels;
    final float[] weights;
    final float[] rates;
    final long[] keys;
    final float[] losses;
    /** The loss of every so many tiles comes back. */
    final int tilesPerLoss;

    private final List<float[]> resident = new ArrayList<>();

    /** @param batch of the size that all batches have; its arrays become the program's */
    TileProgram(TileTraining training, TileBatch batch, ResidentRows input, ResidentRows output) {
        input0 = chunk(input, 0);
        input1 = chunk(input, 1);
        input2 = chunk(input, 2);
        input3 = chunk(input, 3);
        output0 = chunk(output, 0);
        output1 = chunk(output, 1);
        output2 = chunk(output, 2);
        output3 = chunk(output, 3);
        resident.addAll(input.arrays());
        resident.addAll(output.arrays());
        rowShift = input.shift();
        rowMask = (1 << rowShift) - 1;
        stride = input.stride();
        rowRates = training.rowRates();
        rated = rowRates.length > 1 ? 1 : 0;
        inputRows = training.shape().inputRows();
        gradient = training.rule().gradient().code();
        link = training.link().code();
        TileNegatives negatives = training.negatives();
        slots = negatives == null ? new long[1] : negatives.noise().slots();
        noiseRows = negatives == null ? new int[1] : negatives.rowOfWord();
        drawn = negatives == null ? 0 : negatives.drawn();
        share = negatives == null ? 0 : negatives.share();
        increment = CounterRandom.constants()[0];
        firstMultiplier = CounterRandom.constants()[1];
        secondMultiplier = CounterRandom.constants()[2];
        tiles = batch.tiles;
        hiddenStarts = batch.hiddenStarts;
        inputs = batch.inputs;
        outputs = batch.outputs;
        labels = batch.labels;
        weights = batch.weights;
        rates = batch.rates;
        keys = batch.keys;
        tilesPerLoss = training.tilesPerLoss();
        losses = new float[(rates.length + tilesPerLoss - 1) / tilesPerLoss];
    }

    /** The chunk, or a tiny array in place of one that the matrix does not have: a kernel's arrays cannot be null. */
    private static float[] chunk(ResidentRows rows, int chunk) {
        return chunk < rows.chunks() ? rows.chunk(chunk) : new float[ResidentRows.HEADER];
    }

    @Override
    public List<float[]> resident() {
        return resident;
    }

    /** Counts this launch in the arrays that there are, in the order of {@link #resident}. */
    protected void countLaunch() {
        int counted = 0;
        if (input0.length > ResidentRows.HEADER) {
            input0[0] = incremented(input0[0]);
            counters[counted] = input0[0];
            counted = counted + 1;
        }
        if (input1.length > ResidentRows.HEADER) {
            input1[0] = incremented(input1[0]);
            counters[counted] = input1[0];
            counted = counted + 1;
        }
        if (input2.length > ResidentRows.HEADER) {
            input2[0] = incremented(input2[0]);
            counters[counted] = input2[0];
            counted = counted + 1;
        }
        if (input3.length > ResidentRows.HEADER) {
            input3[0] = incremented(input3[0]);
            counters[counted] = input3[0];
            counted = counted + 1;
        }
        if (output0.length > ResidentRows.HEADER) {
            output0[0] = incremented(output0[0]);
            counters[counted] = output0[0];
            counted = counted + 1;
        }
        if (output1.length > ResidentRows.HEADER) {
            output1[0] = incremented(output1[0]);
            counters[counted] = output1[0];
            counted = counted + 1;
        }
        if (output2.length > ResidentRows.HEADER) {
            output2[0] = incremented(output2[0]);
            counters[counted] = output2[0];
            counted = counted + 1;
        }
        if (output3.length > ResidentRows.HEADER) {
            output3[0] = incremented(output3[0]);
            counters[counted] = output3[0];
            counted = counted + 1;
        }
    }

    /** Where a row begins in its chunk. */
    protected int offset(int row) {
        return ResidentRows.HEADER + (row & rowMask) * stride;
    }

    protected float inputValue(int row, int c) {
        int chunk = row >>> rowShift;
        int at = offset(row) + c;
        float value = 0f;
        if (chunk == 0) {
            value = input0[at];
        } else if (chunk == 1) {
            value = input1[at];
        } else if (chunk == 2) {
            value = input2[at];
        } else {
            value = input3[at];
        }
        return value;
    }

    protected float outputValue(int row, int c) {
        int chunk = row >>> rowShift;
        int at = offset(row) + c;
        float value = 0f;
        if (chunk == 0) {
            value = output0[at];
        } else if (chunk == 1) {
            value = output1[at];
        } else if (chunk == 2) {
            value = output2[at];
        } else {
            value = output3[at];
        }
        return value;
    }

    protected void addToInput(int row, int c, float value) {
        int chunk = row >>> rowShift;
        int at = offset(row) + c;
        if (chunk == 0) {
            input0[at] = input0[at] + value;
        } else if (chunk == 1) {
            input1[at] = input1[at] + value;
        } else if (chunk == 2) {
            input2[at] = input2[at] + value;
        } else {
            input3[at] = input3[at] + value;
        }
    }

    protected void addToOutput(int row, int c, float value) {
        int chunk = row >>> rowShift;
        int at = offset(row) + c;
        if (chunk == 0) {
            output0[at] = output0[at] + value;
        } else if (chunk == 1) {
            output1[at] = output1[at] + value;
        } else if (chunk == 2) {
            output2[at] = output2[at] + value;
        } else {
            output3[at] = output3[at] + value;
        }
    }

    /** Number {@code position} of the stream {@code key}: {@link CounterRandom#at}. */
    protected long random(long key, int position) {
        long z = key + (position + 1) * increment;
        z = (z ^ (z >>> 30)) * firstMultiplier;
        z = (z ^ (z >>> 27)) * secondMultiplier;
        return z ^ (z >>> 31);
    }

    /**
     * The output row that 64 random bits stand for, as {@link org.wordloom.vocab.NoiseSampler#word} draws it. A threshold of
     * 1 is negative as an int: then the alias is the word itself.
     */
    protected int draw(long bits) {
        int slot = (int) (((bits >>> 32) * slots.length) >>> 32);
        long entry = slots[slot];
        int threshold = (int) (entry >>> 32);
        int fraction = (int) bits & 0x7FFFFFFF;
        int word = (int) entry;
        if (fraction < threshold) {
            word = slot;
        }
        return noiseRows[word];
    }

    /** Weight of hidden vector i and a drawn row: that of the pairs of which the row is not the output. */
    protected float drawnWeight(int firstWeight, int firstOutput, int given, int row) {
        float sum = 0f;
        for (int j = 0; j < given; j++) {
            if (outputs[firstOutput + j] != row) {
                sum += weights[firstWeight + j];
            }
        }
        return share * sum;
    }

    /** Y − link(L) of one pair. */
    protected float error(float product, float label) {
        float error = label - 1f / (1f + exp(-product));
        if (link != 0 && abs(product) > 6f) {
            error = 0f;
            if (link == 1) {
                error = label;
                if (product > 0f) {
                    error = label - 1f;
                }
            }
        }
        return error;
    }

    /** −log of the logistic function; huge where the product is not finite, also where that would fit. */
    protected float negativeLogLikelihood(float product, float label) {
        float x = product;
        if (label == 0f) {
            x = -product;
        }
        float loss = log(1f + exp(-abs(x)));
        if (x < 0f) {
            loss = loss - x;
        }
        if (!(abs(x) < 1e30f)) {
            loss = 1e38f;
        }
        return loss;
    }

    /** What an input row of a mean of {@code inputs} gets of the gradient. */
    protected float inputRate(int row, int inputs) {
        float rate = 1f;
        if (gradient == 0) {
            rate = 1f / inputs;
        } else if (gradient == 1) {
            rate = 1f / sqrt((float) inputs);
        }
        if (rated == 1) {
            rate = rate * rowRates[row];
        }
        return rate;
    }

    protected float outputRate(int row) {
        float rate = 1f;
        if (rated == 1) {
            rate = rowRates[inputRows + row];
        }
        return rate;
    }
}
