package org.wordloom.opencl;

/**
 * The cell step in the form {@link LaunchForm#WORK_GROUP}: an item of a launch is a bundle of strands, each of which
 * has a team of the group's work-items. A member trains the coordinates whose number is its own modulo the size of the
 * team: they never pass from one to another, and only sums need barriers.
 */
final class CellsByGroup extends CellsKernel {
    /** Coordinates that a work-item trains, unless its team is the whole group. */
    private static final int COORDINATES = 4;
    /** The work-items of the smallest team: those that a GPU runs in step. */
    private static final int LEAST_TEAM = 32;

    /** Work-items of a team: a power of two. */
    final int team;
    /** Strands of a bundle. */
    final int bundle;

    @Local
    final float[] parts = new float[DeviceSession.GROUP];

    CellsByGroup(CellsShape shape, float[] words, float[] contexts, int strands) {
        super(shape, words, contexts, strands);
        this.team = team(shape.dim());
        this.bundle = DeviceSession.GROUP / team;
    }

    private static int team(int dim) {
        int team = LEAST_TEAM;
        while (team < DeviceSession.GROUP && team * COORDINATES < dim) {
            team *= 2;
        }
        return team;
    }

    @Override
    int bundle() {
        return bundle;
    }

    @Override
    public void run() {
        guard();
        if (op == TRAIN) {
            trainBundle(first + getGroupId());
        }
        if (getGlobalId() == 0) {
            countLaunch();
        }
    }

    @NoCL
    private void guard() {
        throw fallback();
    }

    private void trainBundle(int item) {
        int strand = item * bundle + getLocalId() / team;
        int begin = strand * STRAND;
        float loss = 0f;
        for (int k = 0; k < STRAND; k++) {
            loss = loss + trainPlace(begin + k);
        }
        if (getLocalId() % team == 0) {
            losses[strand - first * bundle] = loss;
        }
    }

    /** Teams without a cell go along, because all of the group must come to a barrier. */
    private float trainPlace(int place) {
        int member = getLocalId() % team;
        int w = 0;
        int v = 0;
        float value = 1f;
        float part = 0f;
        if (place < cells) {
            int cell = cellAt(place);
            w = ResidentRows.HEADER + cellRows[cell] * stride;
            v = ResidentRows.HEADER + cellColumns[cell] * stride;
            value = cellValues[cell];
            part = product(w, v, member);
            if (member == 0) {
                part = part + (words[w + biasAt] + contexts[v + biasAt] - log(value));
            }
        }
        float difference = sum(part, member);
        float gradient = weight(value, log(value)) * difference;
        if (place < cells) {
            update(w, v, gradient * rate, member);
            if (member == 0) {
                stepBiases(w + biasAt, v + biasAt, gradient);
            }
        }
        return 0.5f * gradient * difference;
    }

    private float product(int w, int v, int member) {
        float part = 0f;
        for (int k = member; k < dim; k += team) {
            int at = 2 * k - k % LANES;
            part = part + words[w + at] * contexts[v + at];
        }
        return part;
    }

    private void update(int w, int v, float scaled, int member) {
        for (int k = member; k < dim; k += team) {
            int at = 2 * k - k % LANES;
            step(w + at, v + at, scaled);
        }
    }

    /** The sum of the parts of a team, for each of its members. */
    private float sum(float part, int member) {
        int item = getLocalId();
        localBarrier();
        parts[item] = part;
        localBarrier();
        for (int width = team / 2; width > 0; width = width / 2) {
            if (member < width) {
                parts[item] = parts[item] + parts[item + width];
            }
            localBarrier();
        }
        return parts[item - member];
    }
}
