package org.wordloom.opencl;

import java.util.List;

/** Adds {@code step} to every item. */
class AddKernel extends DeviceKernel {
    static final int ADD = 1;
    static final int OFFSET = 32;

    final float[] rows;
    final float step;

    AddKernel(float[] rows, float step) {
        this.rows = rows;
        this.step = step;
    }

    @Override
    public List<float[]> resident() {
        return List.of(rows);
    }

    @NoCL
    private void guard() {
        throw fallback();
    }

    @Override
    public void run() {
        guard();
        if (op == ADD) {
            add();
        }
        if (getGlobalId() == 0) {
            rows[0] = incremented(rows[0]);
            counters[0] = rows[0];
        }
    }

    private void add() {
        int item = first + getGlobalId();
        if (item < end) {
            rows[OFFSET + item] = rows[OFFSET + item] + step;
        }
    }
}
