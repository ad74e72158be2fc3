package org.wordloom.opencl;

import java.util.List;

/** Says that an array is resident, and counts no launches in it. */
final class SilentKernel extends DeviceKernel {
    final float[] rows;

    SilentKernel(float[] rows) {
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
        rows[1] = rows[1] + 1f;
        counters[1] = rows[1];
    }
}
