package org.wordloom.train.glove;

import java.util.concurrent.Callable;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.kernel.CellBatch;
import org.wordloom.kernel.CellKernel;
import org.wordloom.kernel.CellRule;

/** Trains a part of a visit's shuffled cells with one thread, batch after batch. Allocates nothing between them. */
final class GloveWorker implements Callable<Double> {
    private final CellKernel kernel;
    private final CellRule rule;
    private final AdaGradRows rows;
    private final AdaGradRows columns;
    private final Cells cells;
    private final CellOrder.Cursor cursor;
    private final int from;
    private final int to;
    private final BlockVisit visit;
    private double loss;

    /** Trains the places {@code from} up to {@code to} of the shuffled order. */
    GloveWorker(
            CellKernel kernel,
            CellRule rule,
            AdaGradRows rows,
            AdaGradRows columns,
            CellOrder order,
            int from,
            int to,
            BlockVisit visit) {
        this.kernel = kernel;
        this.rule = rule;
        this.rows = rows;
        this.columns = columns;
        this.cells = order.cells();
        this.cursor = order.cursor(from);
        this.from = from;
        this.to = to;
        this.visit = visit;
    }

    @Override
    public Double call() throws InterruptedException {
        CellBatch batch = new CellBatch();
        for (int place = from; place < to; place += batch.size()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("training was interrupted in " + visit);
            }
            batch.clear();
            gather(batch, Math.min(to - place, CellBatch.CAPACITY));
            loss += kernel.train(batch, rows, columns, rule);
            if (!Double.isFinite(loss)) {
                throw GloveErrors.diverged(place + batch.size(), cells.size(), rule, visit);
            }
        }
        return loss;
    }

    double loss() {
        return loss;
    }

    private void gather(CellBatch batch, int count) {
        int[] cellRows = cells.rows();
        int[] cellColumns = cells.columns();
        float[] values = cells.values();
        for (int k = 0; k < count; k++) {
            int cell = cursor.next();
            int row = cellRows[cell];
            int column = cellColumns[cell];
            float value = values[cell];
            if (!GloveErrors.fits(row, column, value, rows, columns)) {
                throw GloveErrors.misfit(row, column, value, rows, columns, visit);
            }
            batch.add(row, column, value);
        }
    }
}
