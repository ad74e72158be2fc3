package org.wordloom.opencl;

import java.util.List;

/** Products of neighbouring rows in both forms: what a device's self-test runs. */
final class CheckKernel extends DeviceKernel {
    static final int PRODUCTS = 1;
    static final int PRODUCTS_BY_GROUPS = 2;

    final float[] rows;
    final float[] products;
    final int dim;
    final int stride;

    @Local
    final float[] sums = new float[DeviceSession.GROUP];

    CheckKernel(ResidentRows rows) {
        this.rows = rows.chunk(0);
        this.products = new float[rows.rows() - 1];
        this.dim = rows.width();
        this.stride = rows.stride();
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
        if (op == PRODUCTS) {
            product();
        } else if (op == PRODUCTS_BY_GROUPS) {
            productByGroup();
        }
        if (getGlobalId() == 0) {
            rows[0] = incremented(rows[0]);
            counters[0] = rows[0];
        }
    }

    private void product() {
        int item = first + getGlobalId();
        if (item < end) {
            int at = ResidentRows.HEADER + item * stride;
            float sum = 0f;
            for (int k = 0; k < dim; k++) {
                sum += rows[at + k] * rows[at + stride + k];
            }
            products[item] = sum;
        }
    }

    private void productByGroup() {
        int item = first + getGroupId();
        int lane = getLocalId();
        int at = ResidentRows.HEADER + item * stride;
        float sum = 0f;
        for (int k = lane; k < dim; k += DeviceSession.GROUP) {
            sum += rows[at + k] * rows[at + stride + k];
        }
        sums[lane] = sum;
        localBarrier();
        for (int width = DeviceSession.GROUP / 2; width > 0; width = width / 2) {
            if (lane < width) {
                sums[lane] = sums[lane] + sums[lane + width];
            }
            localBarrier();
        }
        if (lane == 0) {
            products[item] = sums[0];
        }
    }
}
