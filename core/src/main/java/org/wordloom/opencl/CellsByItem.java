package org.wordloom.opencl;

/** The cell step in the form {@link LaunchForm#WORK_ITEM}: an item of a launch is a strand. */
final class CellsByItem extends CellsKernel {
    CellsByItem(CellsShape shape, float[] words, float[] contexts, int strands) {
        super(shape, words, contexts, strands);
    }

    @Override
    int bundle() {
        return 1;
    }

    @Override
    public void run() {
        guard();
        if (op == TRAIN) {
            trainStrand(first + getGlobalId());
        }
        if (getGlobalId() == 0) {
            countLaunch();
        }
    }

    @NoCL
    private void guard() {
        throw fallback();
    }

    private void trainStrand(int strand) {
        if (strand < end) {
            int begin = strand * STRAND;
            int count = min(STRAND, cells - begin);
            float loss = 0f;
            for (int k = 0; k < count; k++) {
                loss = loss + trainCell(cellAt(begin + k));
            }
            losses[strand - first] = loss;
        }
    }

    private float trainCell(int cell) {
        int w = ResidentRows.HEADER + cellRows[cell] * stride;
        int v = ResidentRows.HEADER + cellColumns[cell] * stride;
        float value = cellValues[cell];
        float logarithm = log(value);
        float difference = product(w, v) + (words[w + biasAt] + contexts[v + biasAt]) - logarithm;
        float gradient = weight(value, logarithm) * difference;
        update(w, v, gradient * rate);
        stepBiases(w + biasAt, v + biasAt, gradient);
        return 0.5f * gradient * difference;
    }

    /** Sums in eight lanes, which a compiler can keep in one register; padding is zero. */
    private float product(int w, int v) {
        float[] sums = new float[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            sums[lane] = 0f;
        }
        for (int line = 0; line < biasAt; line += LINE) {
            for (int lane = 0; lane < LANES; lane++) {
                sums[lane] = sums[lane] + words[w + line + lane] * contexts[v + line + lane];
            }
        }
        return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
    }

    private void update(int w, int v, float scaled) {
        for (int line = 0; line < biasAt; line += LINE) {
            for (int lane = 0; lane < LANES; lane++) {
                step(w + line + lane, v + line + lane, scaled);
            }
        }
    }
}
