package org.wordloom.opencl;

/**
 * A work-item a tile, for devices of processor cores: no barriers, and loops over columns that the compiler turns into
 * vector instructions. There are {@code items} work-items, however many tiles: each takes every {@code items}-th tile and
 * has its scratch in global memory, which its core's cache holds.
 */
final class TileItemProgram extends TileProgram {
    /** Tiles of this launch: {@code first} and {@code end} count the work-items. */
    int firstTile;

    int endTile;
    private final int items;
    private final int mostHidden;
    private final int mostOutputs;
    /** For each work-item its hidden vectors, its outputs, a gradient, and the products. */
    private final float[] scratch;

    private final int scratchSize;
    private final int[] outputRows;

    /** @param items work-items of every launch */
    TileItemProgram(TileTraining training, TileBatch batch, ResidentRows input, ResidentRows output, int items) {
        super(training, batch, input, output);
        this.items = items;
        TileShape shape = training.shape();
        this.mostHidden = shape.hidden();
        this.mostOutputs = shape.allOutputs();
        this.scratchSize = scratchFloats(shape);
        this.scratch = new float[Math.multiplyExact(items, scratchSize)];
        this.outputRows = new int[Math.multiplyExact(items, mostOutputs)];
    }

    /** Floats of a work-item's scratch, in whole cache lines. */
    static int scratchFloats(TileShape shape) {
        int vectors = Math.multiplyExact(shape.hidden() + shape.allOutputs() + 1, shape.stride());
        return (vectors + Math.multiplyExact(shape.hidden(), shape.allOutputs()) + 15) / 16 * 16;
    }

    /** Each class has its own: of a super class it would be translated. */
    @NoCL
    void guard() {
        throw fallback();
    }

    @Override
    public void run() {
        guard();
        if (op == TRAIN) {
            train(first + getGlobalId());
        } else if (op == DRAW) {
            drawOne(first + getGlobalId());
        }
        if (getGlobalId() == 0) {
            countLaunch();
        }
    }

    private void train(int item) {
        if (item < items) {
            for (int tile = firstTile + item; tile < endTile; tile += items) {
                trainTile(tile, item);
            }
        }
    }

    private void drawOne(int position) {
        if (position < end) {
            inputs[position] = draw(random(keys[0], position));
        }
    }

    private void trainTile(int tile, int item) {
        int hidden = tiles[3 * tile + 3] - tiles[3 * tile];
        int given = tiles[3 * tile + 4] - tiles[3 * tile + 1];
        int count = given + drawn;
        int at = item * scratchSize;
        int names = item * mostOutputs;
        for (int j = 0; j < given; j++) {
            outputRows[names + j] = outputs[tiles[3 * tile + 1] + j];
        }
        for (int k = 0; k < drawn; k++) {
            outputRows[names + given + k] = draw(random(keys[tile], k));
        }
        gather(tile, hidden, count, at, names);
        multiply(hidden, count, at);
        differentiate(tile, hidden, given, at, names);
        updateInputs(tile, hidden, count, at);
        updateOutputs(hidden, count, at, names);
    }

    private void gather(int tile, int hidden, int count, int at, int names) {
        int firstHidden = tiles[3 * tile];
        for (int i = 0; i < hidden; i++) {
            int start = hiddenStarts[firstHidden + i];
            int stop = hiddenStarts[firstHidden + i + 1];
            int vector = at + i * stride;
            copyInput(inputs[start], vector);
            if (stop - start > 1) {
                for (int k = start + 1; k < stop; k++) {
                    sumInput(inputs[k], vector);
                }
                float part = 1f / (stop - start);
                for (int c = 0; c < stride; c++) {
                    scratch[vector + c] = part * scratch[vector + c];
                }
            }
        }
        for (int j = 0; j < count; j++) {
            copyOutput(outputRows[names + j], at + (mostHidden + j) * stride);
        }
    }

    /** The first array by itself: a choice between arrays in the loop would keep it from becoming vector code. */
    private void copyInput(int row, int to) {
        if (row >>> rowShift == 0) {
            int from = offset(row);
            for (int c = 0; c < stride; c++) {
                scratch[to + c] = input0[from + c];
            }
        } else {
            for (int c = 0; c < stride; c++) {
                scratch[to + c] = inputValue(row, c);
            }
        }
    }

    private void sumInput(int row, int to) {
        if (row >>> rowShift == 0) {
            int from = offset(row);
            for (int c = 0; c < stride; c++) {
                scratch[to + c] = scratch[to + c] + input0[from + c];
            }
        } else {
            for (int c = 0; c < stride; c++) {
                scratch[to + c] = scratch[to + c] + inputValue(row, c);
            }
        }
    }

    private void copyOutput(int row, int to) {
        if (row >>> rowShift == 0) {
            int from = offset(row);
            for (int c = 0; c < stride; c++) {
                scratch[to + c] = output0[from + c];
            }
        } else {
            for (int c = 0; c < stride; c++) {
                scratch[to + c] = outputValue(row, c);
            }
        }
    }

    private void addScaledToInput(int row, float scale, int from) {
        if (row >>> rowShift == 0) {
            int to = offset(row);
            for (int c = 0; c < stride; c++) {
                input0[to + c] = input0[to + c] + scale * scratch[from + c];
            }
        } else {
            for (int c = 0; c < stride; c++) {
                addToInput(row, c, scale * scratch[from + c]);
            }
        }
    }

    private void addScaledToOutput(int row, float scale, int from) {
        if (row >>> rowShift == 0) {
            int to = offset(row);
            for (int c = 0; c < stride; c++) {
                output0[to + c] = output0[to + c] + scale * scratch[from + c];
            }
        } else {
            for (int c = 0; c < stride; c++) {
                addToOutput(row, c, scale * scratch[from + c]);
            }
        }
    }

    private void multiply(int hidden, int count, int at) {
        int products = at + (mostHidden + mostOutputs + 1) * stride;
        for (int i = 0; i < hidden; i++) {
            for (int j = 0; j < count; j++) {
                scratch[products + i * mostOutputs + j] = dot(at + i * stride, at + (mostHidden + j) * stride);
            }
        }
    }

    /** Eight sums, for the compiler may not reorder one: rows are padded to a multiple of eight. */
    private float dot(int a, int b) {
        float s0 = 0f;
        float s1 = 0f;
        float s2 = 0f;
        float s3 = 0f;
        float s4 = 0f;
        float s5 = 0f;
        float s6 = 0f;
        float s7 = 0f;
        for (int c = 0; c < stride; c += 8) {
            s0 += scratch[a + c] * scratch[b + c];
            s1 += scratch[a + c + 1] * scratch[b + c + 1];
            s2 += scratch[a + c + 2] * scratch[b + c + 2];
            s3 += scratch[a + c + 3] * scratch[b + c + 3];
            s4 += scratch[a + c + 4] * scratch[b + c + 4];
            s5 += scratch[a + c + 5] * scratch[b + c + 5];
            s6 += scratch[a + c + 6] * scratch[b + c + 6];
            s7 += scratch[a + c + 7] * scratch[b + c + 7];
        }
        return ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7));
    }

    private void differentiate(int tile, int hidden, int given, int at, int names) {
        int firstOutput = tiles[3 * tile + 1];
        int firstWeight = tiles[3 * tile + 2];
        int products = at + (mostHidden + mostOutputs + 1) * stride;
        float loss = 0f;
        for (int i = 0; i < hidden; i++) {
            int line = firstWeight + i * given;
            for (int j = 0; j < given + drawn; j++) {
                float label = 0f;
                float weight = 0f;
                if (j < given) {
                    label = labels[firstOutput + j];
                    weight = weights[line + j];
                } else {
                    weight = drawnWeight(line, firstOutput, given, outputRows[names + j]);
                }
                int pair = products + i * mostOutputs + j;
                if (tile % tilesPerLoss == 0 && weight != 0f) {
                    loss += weight * negativeLogLikelihood(scratch[pair], label);
                }
                scratch[pair] = rates[tile] * weight * error(scratch[pair], label);
            }
        }
        if (tile % tilesPerLoss == 0) {
            losses[tile / tilesPerLoss] = loss;
        }
    }

    private void updateInputs(int tile, int hidden, int count, int at) {
        int firstHidden = tiles[3 * tile];
        int gradient = at + (mostHidden + mostOutputs) * stride;
        int products = gradient + stride;
        for (int i = 0; i < hidden; i++) {
            for (int c = 0; c < stride; c++) {
                scratch[gradient + c] = 0f;
            }
            for (int j = 0; j < count; j++) {
                addTo(gradient, scratch[products + i * mostOutputs + j], at + (mostHidden + j) * stride);
            }
            int start = hiddenStarts[firstHidden + i];
            int stop = hiddenStarts[firstHidden + i + 1];
            for (int k = start; k < stop; k++) {
                addScaledToInput(inputs[k], inputRate(inputs[k], stop - start), gradient);
            }
        }
    }

    private void updateOutputs(int hidden, int count, int at, int names) {
        int products = at + (mostHidden + mostOutputs + 1) * stride;
        for (int j = 0; j < count; j++) {
            int row = outputRows[names + j];
            float rate = outputRate(row);
            for (int i = 0; i < hidden; i++) {
                addScaledToOutput(row, rate * scratch[products + i * mostOutputs + j], at + i * stride);
            }
        }
    }

    private void addTo(int to, float scale, int from) {
        for (int c = 0; c < stride; c++) {
            scratch[to + c] = scratch[to + c] + scale * scratch[from + c];
        }
    }
}
