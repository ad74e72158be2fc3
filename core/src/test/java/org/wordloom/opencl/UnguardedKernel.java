package org.wordloom.opencl;

import java.util.List;

/** Would run in Java threads without a word. */
final class UnguardedKernel extends DeviceKernel {
    final float[] rows;

    UnguardedKernel(float[] rows) {
        this.rows = rows;
    }

    @Override
    public List<float[]> resident() {
        return List.of(rows);
    }

    @Override
    public void run() {
        rows[0] = incremented(rows[0]);
        counters[0] = rows[0];
    }
}
