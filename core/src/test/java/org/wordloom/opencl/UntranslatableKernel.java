package org.wordloom.opencl;

import java.util.List;

/** Aparapi does not translate a switch. */
final class UntranslatableKernel extends DeviceKernel {
    final float[] rows;

    UntranslatableKernel(float[] rows) {
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
        switch (op) {
            case 1 -> rows[1] = 2f;
            case 2 -> rows[2] = 4f;
            default -> rows[3] = 8f;
        }
        if (getGlobalId() == 0) {
            rows[0] = incremented(rows[0]);
            counters[0] = rows[0];
        }
    }
}
