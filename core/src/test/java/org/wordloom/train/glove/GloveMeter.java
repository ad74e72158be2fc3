package org.wordloom.train.glove;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.wordloom.base.Progress;
import org.wordloom.blocks.BlockVisit;

/** Cells done and their loss. The losses of the epochs are summed in an order that no thread decides. */
final class GloveMeter {
    private final double rate;
    private final long cellsPerEpoch;
    /** By epoch and row block: a row block's visits come one after another, always in the same order. */
    private final double[][] rowLosses;

    private final LongAdder done = new LongAdder();
    private final DoubleAdder loss = new DoubleAdder();
    private long start;
    private long reportedCells;
    private double reportedLoss;

    GloveMeter(GloveOptions options, int blocks, long cellsPerEpoch) {
        this.rate = options.rate();
        this.cellsPerEpoch = cellsPerEpoch;
        this.rowLosses = new double[options.epochs()][blocks];
    }

    void start() {
        start = System.nanoTime();
    }

    /** Only by the thread that has the visit's row block. */
    void add(BlockVisit visit, long cells, double visitLoss) {
        rowLosses[visit.cycle()][visit.rowBlock()] += visitLoss;
        done.add(cells);
        loss.add(visitLoss);
    }

    long done() {
        return done.sum();
    }

    double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }

    /** The mean loss a cell of each epoch. */
    double[] losses() {
        double[] means = new double[rowLosses.length];
        for (int epoch = 0; epoch < means.length; epoch++) {
            double sum = 0;
            for (double rowLoss : rowLosses[epoch]) {
                sum += rowLoss;
            }
            means[epoch] = sum / cellsPerEpoch;
        }
        return means;
    }

    /** Called by one thread; the loss is the mean since the last report, NaN if no visit has ended since. */
    void report(Progress.Listener listener) {
        long cells = done.sum();
        double sum = loss.sum();
        double mean = (sum - reportedLoss) / (cells - reportedCells);
        long total = cellsPerEpoch * rowLosses.length;
        listener.update(new Progress("train", cells, total, "cells", seconds(), rate, mean));
        reportedCells = cells;
        reportedLoss = sum;
    }
}
