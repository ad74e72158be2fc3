package org.wordloom.bench.gpu;

import java.util.List;
import org.wordloom.opencl.DeviceCells;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.ShuffledCells;

/**
 * GloVe on a device: visit after visit of the same blocks, each with its copies to the device and back.
 *
 * @param cells trained
 * @param seconds from the first upload to the last read-back; compiling and one visit before are not in it
 * @param firstLoss of a cell, mean of the first visit
 * @param lastLoss of a cell, mean of the last
 * @param restorations visits that were repeated because the device had lost an array
 */
record CellRate(long cells, double seconds, double firstLoss, double lastLoss, int restorations) {
    double perSecond() {
        return cells / seconds;
    }

    static CellRate measure(OpenClDevice device, int dim, int rows, int cells, double atLeastSeconds)
            throws InterruptedException {
        ZipfCells made = ZipfCells.of(dim, rows, cells);
        List<ShuffledCells> order = List.of(new ShuffledCells(0, made.order()));
        try (DeviceCells session = DeviceCells.open(device, device.form(), dim, rows, rows)) {
            DeviceCells.Outcome outcome = train(session, made, order);
            double firstLoss = outcome.loss() / outcome.cells();
            long start = System.nanoTime();
            long trained = 0;
            double elapsed = 0;
            while (elapsed < atLeastSeconds) {
                outcome = train(session, made, order);
                trained += outcome.cells();
                elapsed = (System.nanoTime() - start) * 1e-9;
            }
            return new CellRate(trained, elapsed, firstLoss, outcome.loss() / outcome.cells(), session.restorations());
        }
    }

    private static DeviceCells.Outcome train(DeviceCells session, ZipfCells made, List<ShuffledCells> order)
            throws InterruptedException {
        return session.train(made.rows(), made.columns(), made.cells(), order, ZipfCells.RULE);
    }
}
