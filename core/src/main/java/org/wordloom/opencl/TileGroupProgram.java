package org.wordloom.opencl;

/**
 * A work-group a tile: its work-items read neighbouring columns of a row, so that reads and writes are coalesced. A
 * tile's rows are staged in local memory, as many columns at a time as the group has work-items; column c of a row is
 * written by one work-item only, so that rows that occur twice in a tile get both updates.
 */
final class TileGroupProgram extends TileProgram {
    /** Columns that are staged at a time. */
    private final int width;
    /** From one staged vector to the next: one more than columns, lest work-items meet in one bank. */
    private final int pitch;

    @Local
    private final float[] vectors;

    @Local
    private final float[] products;

    @Local
    private final int[] outputRows;

    @Local
    private final float[] partialLosses;

    /** @param width work-items that stage columns, at most as many as a group has */
    TileGroupProgram(TileTraining training, TileBatch batch, ResidentRows input, ResidentRows output, int width) {
        super(training, batch, input, output);
        this.width = width;
        this.pitch = width + 1;
        TileShape shape = training.shape();
        this.vectors = new float[(shape.hidden() + shape.allOutputs()) * pitch];
        this.products = new float[shape.hidden() * shape.allOutputs()];
        this.outputRows = new int[shape.allOutputs()];
        this.partialLosses = new float[DeviceSession.GROUP];
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
            train(first + getGroupId());
        } else if (op == DRAW) {
            drawOne(first + getGroupId());
        }
        if (getGlobalId() == 0) {
            countLaunch();
        }
    }

    private void train(int tile) {
        if (tile < end) {
            trainTile(tile);
        }
    }

    private void drawOne(int position) {
        if (position < end && getLocalId() == 0) {
            inputs[position] = draw(random(keys[0], position));
        }
    }

    private void trainTile(int tile) {
        int hidden = tiles[3 * tile + 3] - tiles[3 * tile];
        int given = tiles[3 * tile + 4] - tiles[3 * tile + 1];
        int count = given + drawn;
        nameOutputs(tile, given);
        localBarrier();
        for (int from = 0; from < stride; from += width) {
            stage(tile, hidden, count, from);
            localBarrier();
            multiply(hidden, count, from);
            localBarrier();
        }
        differentiate(tile, hidden, given, count);
        localBarrier();
        sumLosses(tile);
        for (int from = 0; from < stride; from += width) {
            if (width < stride) {
                stage(tile, hidden, count, from);
                localBarrier();
            }
            if (getLocalId() < width && from + getLocalId() < stride) {
                updateInputs(tile, hidden, count, from + getLocalId());
                updateOutputs(hidden, count, from + getLocalId());
            }
            localBarrier();
        }
    }

    private void nameOutputs(int tile, int given) {
        for (int j = getLocalId(); j < given; j += DeviceSession.GROUP) {
            outputRows[j] = outputs[tiles[3 * tile + 1] + j];
        }
        for (int k = getLocalId(); k < drawn; k += DeviceSession.GROUP) {
            outputRows[given + k] = draw(random(keys[tile], k));
        }
    }

    /** Each work-item brings its column of all vectors. */
    private void stage(int tile, int hidden, int count, int from) {
        int at = getLocalId();
        int column = from + at;
        if (at < width && column < stride) {
            int firstHidden = tiles[3 * tile];
            for (int i = 0; i < hidden; i++) {
                int start = hiddenStarts[firstHidden + i];
                int stop = hiddenStarts[firstHidden + i + 1];
                float sum = 0f;
                for (int k = start; k < stop; k++) {
                    sum += inputValue(inputs[k], column);
                }
                vectors[i * pitch + at] = sum / (stop - start);
            }
            for (int j = 0; j < count; j++) {
                vectors[(hidden + j) * pitch + at] = outputValue(outputRows[j], column);
            }
        }
    }

    /** Each work-item adds up products of some pairs, over the columns that are staged. */
    private void multiply(int hidden, int count, int from) {
        int columns = min(width, stride - from);
        for (int pair = getLocalId(); pair < hidden * count; pair += DeviceSession.GROUP) {
            int i = pair / count;
            int a = i * pitch;
            int b = (hidden + pair - i * count) * pitch;
            float sum = 0f;
            if (from > 0) {
                sum = products[pair];
            }
            for (int c = 0; c < columns; c++) {
                sum += vectors[a + c] * vectors[b + c];
            }
            products[pair] = sum;
        }
    }

    private void differentiate(int tile, int hidden, int given, int count) {
        int firstOutput = tiles[3 * tile + 1];
        int firstWeight = tiles[3 * tile + 2];
        float rate = rates[tile];
        float loss = 0f;
        for (int pair = getLocalId(); pair < hidden * count; pair += DeviceSession.GROUP) {
            int i = pair / count;
            int j = pair - i * count;
            float label = 0f;
            float weight = 0f;
            if (j < given) {
                label = labels[firstOutput + j];
                weight = weights[firstWeight + i * given + j];
            } else {
                weight = drawnWeight(firstWeight + i * given, firstOutput, given, outputRows[j]);
            }
            if (tile % tilesPerLoss == 0 && weight != 0f) {
                loss += weight * negativeLogLikelihood(products[pair], label);
            }
            products[pair] = rate * weight * error(products[pair], label);
        }
        partialLosses[getLocalId()] = loss;
    }

    private void sumLosses(int tile) {
        if (tile % tilesPerLoss == 0 && getLocalId() == 0) {
            float sum = 0f;
            for (int k = 0; k < DeviceSession.GROUP; k++) {
                sum += partialLosses[k];
            }
            losses[tile / tilesPerLoss] = sum;
        }
    }

    private void updateInputs(int tile, int hidden, int count, int column) {
        int firstHidden = tiles[3 * tile];
        int at = getLocalId();
        for (int i = 0; i < hidden; i++) {
            float gradient = 0f;
            for (int j = 0; j < count; j++) {
                gradient += products[i * count + j] * vectors[(hidden + j) * pitch + at];
            }
            int start = hiddenStarts[firstHidden + i];
            int stop = hiddenStarts[firstHidden + i + 1];
            for (int k = start; k < stop; k++) {
                addToInput(inputs[k], column, inputRate(inputs[k], stop - start) * gradient);
            }
        }
    }

    private void updateOutputs(int hidden, int count, int column) {
        int at = getLocalId();
        for (int j = 0; j < count; j++) {
            float gradient = 0f;
            for (int i = 0; i < hidden; i++) {
                gradient += products[i * count + j] * vectors[i * pitch + at];
            }
            addToOutput(outputRows[j], column, outputRate(outputRows[j]) * gradient);
        }
    }
}
