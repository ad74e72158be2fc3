package org.wordloom.cluster.glove;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.cluster.cooccurrence.CachedCells;
import org.wordloom.cluster.cooccurrence.CellSource;
import org.wordloom.cluster.spark.TaskDevice;
import org.wordloom.cluster.strata.StrataModel;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.format.GloveBlockFormat;
import org.wordloom.train.glove.GloveBlock;
import org.wordloom.train.glove.GloveOptions;
import org.wordloom.train.glove.GloveVisit;

/** GloVe as strata train it: word vectors are the rows, context vectors the columns. */
final class GloveModel implements StrataModel<GloveBlock> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(GloveModel.class);
    /** Cells are read into one copy and turned over into another when only half of a symmetric matrix is stored. */
    private static final int COPIES_WHILE_READING = 2;

    private final GloveOptions options;
    private final BlockPartition partition;
    private final CellSource cells;
    private final long largestEntries;
    /** Made where it is used: what an executor's processor can do, only it knows. */
    private transient GloveVisit visits;

    /**
     * @param largestEntries the most cells of one block pair
     */
    GloveModel(GloveOptions options, BlockPartition partition, CellSource cells, long largestEntries) {
        this.options = options;
        this.partition = partition;
        this.cells = cells;
        this.largestEntries = largestEntries;
    }

    GloveModel withCells(CellSource source) {
        return new GloveModel(options, partition, source, largestEntries);
    }

    @Override
    public int blocks() {
        return partition.blocks();
    }

    @Override
    public String unit() {
        return "cells";
    }

    @Override
    public GloveBlock initial(Side side, int block) {
        return GloveBlock.initial(options, side, partition, block);
    }

    @Override
    public long bytes(Side side, int block) {
        return GloveBlockFormat.fileBytes(partition.size(block), options.dim());
    }

    @Override
    public void write(GloveBlock block, OutputStream out) throws IOException {
        GloveBlockFormat.write(block, out);
    }

    @Override
    public GloveBlock read(Side side, int block, InputStream in, String name, long length) throws IOException {
        GloveBlock read = GloveBlockFormat.read(in, name, length);
        boolean expected = read.side() == side
                && read.block() == block
                && read.size() == partition.size(block)
                && read.dim() == options.dim();
        if (!expected) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    name + " holds " + read + ", expected " + side + " " + block + " (" + partition.size(block) + " x "
                            + options.dim() + ")");
        }
        return read;
    }

    @Override
    public long visitBytes() {
        return COPIES_WHILE_READING * CachedCells.bytes(largestEntries)
                + GloveVisit.visitBytes(options, partition.largestSize(), largestEntries);
    }

    @Override
    public long sharedBytes() {
        return partition.bytes();
    }

    @Override
    public LossSum visit(BlockVisit visit, GloveBlock rows, GloveBlock columns, int threads)
            throws IOException, InterruptedException {
        Cells pair = cells.cells(visit.rowBlock(), visit.columnBlock());
        GloveVisit training = visits();
        double loss = training.train(rows, columns, pair, visit, threads);
        return new LossSum(pair.size(), loss, Set.of(training.kernel()));
    }

    /** The first of a JVM may measure kernels, which two must not do at once. */
    private synchronized GloveVisit visits() {
        if (visits == null) {
            visits = new GloveVisit(options, partition.largestSize(), TaskDevice::decide);
            LOG.info(visits.reason());
        }
        return visits;
    }
}
