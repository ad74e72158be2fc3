package org.wordloom.opencl;

import java.util.Arrays;
import org.wordloom.base.CounterRandom;

/**
 * What a device is worth, found out by a small computation on it.
 *
 * @param error the largest difference of a dot product from the one in double precision here, relative to the sum of its
 *     absolute products
 * @param launchNanos of an empty launch with its checks: the median
 * @param uploadRate bytes in a second to the device, from Java's heap
 * @param readBackRate bytes in a second back
 */
public record DeviceCheck(double error, long launchNanos, double uploadRate, double readBackRate) {
    /** What a sum of 128 products in single precision may be off, and more than any that was seen. */
    public static final double LARGEST_ERROR = 1e-5;

    private static final int ROWS = 1 << 17;
    private static final int DIM = 128;
    private static final int LAUNCHES = 200;
    private static final int COPIES = 3;
    private static final long SEED = 0x5eed;

    /**
     * Bytes that the check keeps on the device.
     */
    public static final long BYTES = 4L * ROWS * DIM;

    /**
     * Runs for about a second, the compiler of the driver apart.
     *
     * @throws org.wordloom.base.WordloomException (ENVIRONMENT) where the JVM or the device cannot
     */
    public static DeviceCheck run(OpenClDevice device) {
        return run(device, device.form());
    }

    static DeviceCheck run(OpenClDevice device, LaunchForm form) {
        DeviceRequirements.require(device, BYTES);
        ResidentRows rows = randomRows();
        CheckKernel kernel = new CheckKernel(rows);
        try (DeviceSession session = DeviceSession.open(kernel, device, form)) {
            session.launch(
                    form == LaunchForm.WORK_GROUP ? CheckKernel.PRODUCTS_BY_GROUPS : CheckKernel.PRODUCTS,
                    kernel.products.length);
            session.get(kernel.products);
            double error = error(kernel, rows);
            long launchNanos = launchNanos(session);
            double upload = bestRate(session::upload);
            return new DeviceCheck(error, launchNanos, upload, bestRate(session::readBack));
        }
    }

    public boolean isAccurate() {
        return error <= LARGEST_ERROR;
    }

    private static ResidentRows randomRows() {
        ResidentRows rows = new ResidentRows(ROWS, DIM);
        float[] chunk = rows.chunk(0);
        for (int i = ResidentRows.HEADER; i < ResidentRows.HEADER + ROWS * DIM; i++) {
            chunk[i] = CounterRandom.unitFloat(CounterRandom.at(SEED, i)) - 0.5f;
        }
        return rows;
    }

    private static double error(CheckKernel kernel, ResidentRows rows) {
        double worst = 0;
        for (int item = 0; item < kernel.products.length; item++) {
            int at = rows.offset(item);
            double sum = 0;
            double absolute = 0;
            for (int k = 0; k < DIM; k++) {
                double product = (double) kernel.rows[at + k] * kernel.rows[at + rows.stride() + k];
                sum += product;
                absolute += Math.abs(product);
            }
            double error = Math.abs(kernel.products[item] - sum) / absolute;
            // A product that is not a number must not pass for a small error.
            worst = error <= worst ? worst : error;
        }
        return worst;
    }

    private static long launchNanos(DeviceSession session) {
        long[] nanos = new long[LAUNCHES];
        for (int i = 0; i < LAUNCHES; i++) {
            long start = System.nanoTime();
            session.launch(DeviceKernel.NOTHING, 1);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[LAUNCHES / 2];
    }

    private static double bestRate(Runnable copy) {
        double best = 0;
        for (int i = 0; i < COPIES; i++) {
            long start = System.nanoTime();
            copy.run();
            best = Math.max(best, BYTES / ((System.nanoTime() - start) * 1e-9));
        }
        return best;
    }
}
