package org.wordloom.bench.gpu;

import org.wordloom.opencl.DeviceKernel;
import org.wordloom.opencl.DeviceSession;
import org.wordloom.opencl.LaunchForm;
import org.wordloom.opencl.OpenClDevice;

/** The device's memory: how fast it is, and whether arrays stay in it while the collector runs. */
final class MemoryRate implements AutoCloseable {
    private static final int COLLECTIONS = 20;
    private static final int COPIES = 20;
    private static final int EMPTY_LAUNCHES = 50;

    private final int items;
    private final StreamKernel kernel;
    private final DeviceSession session;

    /** @param floats of each of two arrays, about */
    MemoryRate(OpenClDevice device, int floats) {
        this.items = floats / StreamKernel.ITEM / DeviceSession.GROUP * DeviceSession.GROUP;
        this.kernel = new StreamKernel(items, device.form() == LaunchForm.WORK_GROUP);
        this.session = DeviceSession.open(kernel, device, LaunchForm.WORK_ITEM);
        session.put(kernel.from);
    }

    /**
     * What happened to an array that the device changed while the collector ran between launches.
     *
     * @param collections full ones
     * @param right whether every float came back with the value that all launches together give
     * @param losses how often the counter of launches said that the device had lost the array; the launches were then repeated
     */
    record Residency(int collections, boolean right, int losses) {}

    Residency residency() {
        int[] launches = new int[1];
        float[] before = {kernel.to[kernel.to.length - 1]};
        session.visit(() -> {
            launches[0] = 0;
            for (int i = 0; i < COLLECTIONS; i++) {
                session.launch(StreamKernel.ADD, items);
                launches[0]++;
                System.gc();
            }
        });
        return new Residency(COLLECTIONS, kernel.targetIs(before[0] + launches[0]), session.restorations());
    }

    /** Bytes in a second that the device's memory reads and writes: the best of some copies, launches subtracted. */
    double bandwidth() {
        double[] best = new double[1];
        session.visit(() -> {
            long launch = bestNanos(DeviceKernel.NOTHING, 1, EMPTY_LAUNCHES);
            long copy = bestNanos(StreamKernel.COPY, items, COPIES);
            double bytes = 2.0 * items * StreamKernel.ITEM * Float.BYTES;
            best[0] = bytes / (Math.max(1, copy - launch) * 1e-9);
        });
        return best[0];
    }

    private long bestNanos(int op, int count, int times) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            session.launch(op, count);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    @Override
    public void close() {
        session.close();
    }
}
