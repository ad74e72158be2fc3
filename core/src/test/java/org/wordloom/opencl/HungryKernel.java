package org.wordloom.opencl;

import java.util.List;

/** Asks for more memory of a work-group than any device has. */
final class HungryKernel extends DeviceKernel {
    final float[] rows;

    @Local
    final float[] shared = new float[50_000_000];

    HungryKernel(float[] rows) {
        this.rows = rows;
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
        shared[getLocalId()] = 1f;
        rows[1] = shared[getLocalId()];
        if (getGlobalId() == 0) {
            rows[0] = incremented(rows[0]);
            counters[0] = rows[0];
        }
    }
}
