package org.wordloom.bench.gpu;

import java.util.List;
import org.wordloom.opencl.DeviceKernel;

/** Copies an array to another on the device, or adds 1 to all of it: nothing but memory traffic. */
final class StreamKernel extends DeviceKernel {
    static final int COPY = 1;
    static final int ADD = 2;

    /** Floats of an item. */
    static final int ITEM = 64;

    private static final int LANES = 128;
    private static final int HEADER = 32;

    final float[] from;
    final float[] to;
    /** Floats between two of an item: on a GPU 128, so that neighbouring work-items move neighbouring floats; else 1. */
    final int step;

    /** @param items both arrays have a header and so many items, which must be a multiple of 128 */
    StreamKernel(int items, boolean interleaved) {
        this.step = interleaved ? LANES : 1;
        this.from = new float[HEADER + items * ITEM];
        this.to = new float[HEADER + items * ITEM];
    }

    /** Whether every float of the target has this value, the header apart. */
    boolean targetIs(float value) {
        for (int i = HEADER; i < to.length; i++) {
            if (to[i] != value) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<float[]> resident() {
        return List.of(to);
    }

    @Override
    public void run() {
        guard();
        int item = first + getGlobalId();
        if (item < end) {
            int at = HEADER + item / step * step * ITEM + item % step;
            if (op == COPY) {
                for (int k = 0; k < ITEM; k++) {
                    to[at + k * step] = from[at + k * step];
                }
            } else if (op == ADD) {
                for (int k = 0; k < ITEM; k++) {
                    to[at + k * step] = to[at + k * step] + 1f;
                }
            }
        }
        if (getGlobalId() == 0) {
            to[0] = incremented(to[0]);
            counters[0] = to[0];
        }
    }

    @NoCL
    private void guard() {
        throw fallback();
    }
}
