package org.wordloom.train.glove;

import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.kernel.CellRule;
import org.wordloom.opencl.DeviceCells;
import org.wordloom.opencl.OpenClDevice;

/**
 * Visits on an OpenCL device. A JVM has one session, which all visits share, one after another: made for the first, anew for
 * one whose blocks are larger than all before. What visits prepare they prepare at once.
 */
final class GloveDevice {
    /** The session of this JVM; null while there is none. */
    private static DeviceCells session;

    private final OpenClDevice device;
    private final long seed;
    private final CellRule rule;

    GloveDevice(OpenClDevice device, long seed, CellRule rule) {
        this.device = device;
        this.seed = seed;
        this.rule = rule;
    }

    /** As {@link GloveVisit#train(GloveBlock, GloveBlock, Cells, BlockVisit)}, but for the bits. */
    double train(AdaGradRows rows, AdaGradRows columns, Cells cells, BlockVisit visit) throws InterruptedException {
        requireFit(rows, columns, cells, visit);
        long key = visit.key(seed, Purpose.SHUFFLE);
        CellOrder order = CellOrder.forDevice(cells, DeviceCells.mostCells(device), key);
        DeviceCells.Outcome outcome = trainAlone(rows, columns, order);
        if (!Double.isFinite(outcome.loss())) {
            throw GloveErrors.diverged(outcome.cells(), cells.size(), rule, visit);
        }
        return outcome.loss();
    }

    /** All of them, because the device itself checks nothing: a wrong number would end the JVM. */
    private static void requireFit(AdaGradRows rows, AdaGradRows columns, Cells cells, BlockVisit visit) {
        int[] cellRows = cells.rows();
        int[] cellColumns = cells.columns();
        float[] values = cells.values();
        for (int cell = 0; cell < values.length; cell++) {
            if (!GloveErrors.fits(cellRows[cell], cellColumns[cell], values[cell], rows, columns)) {
                throw GloveErrors.misfit(cellRows[cell], cellColumns[cell], values[cell], rows, columns, visit);
            }
        }
    }

    private DeviceCells.Outcome trainAlone(AdaGradRows rows, AdaGradRows columns, CellOrder order)
            throws InterruptedException {
        synchronized (GloveDevice.class) {
            DeviceCells before = session;
            session = null; // when opening another fails, this one is closed all the same
            session = DeviceCells.reopen(before, device, rows, columns);
            return session.train(rows, columns, order.cells(), order.shuffledParts(), rule);
        }
    }

    /** Ends this JVM's session, if there is one. */
    static synchronized void release() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
