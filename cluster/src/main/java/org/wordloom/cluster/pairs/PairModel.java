package org.wordloom.cluster.pairs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Strata;
import org.wordloom.cluster.glove.CachedCells;
import org.wordloom.cluster.glove.CellSource;
import org.wordloom.cluster.strata.Side;
import org.wordloom.cluster.strata.StrataModel;
import org.wordloom.cluster.strata.VisitOutcome;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.format.RowBlockFormat;
import org.wordloom.train.PairBlock;
import org.wordloom.train.PairOptions;
import org.wordloom.train.PairTables;
import org.wordloom.train.PairVisit;
import org.wordloom.train.PairVisit.Moment;
import org.wordloom.train.PairVisit.Outcome;

/** Skip-gram on counted pairs as strata train it: input vectors are the rows, output vectors the columns. */
final class PairModel implements StrataModel<PairBlock> {
    private static final long serialVersionUID = 1L;
    /** Cells are read into one copy and turned over into another when only half of a symmetric matrix is stored. */
    private static final int COPIES_WHILE_READING = 2;

    private final PairOptions options;
    private final BlockPartition partition;
    private final long[] counts;
    private final double[] pairs;
    private final CellSource cells;
    private final long largestEntries;
    private final long scheduleKey;
    /** Made where they are used: what an executor's processor can do, only it knows. */
    private transient volatile PairTables tables;

    private transient volatile PairVisit visits;

    /**
     * @param counts how often each word occurs
     * @param pairs the weight of each word's row, see {@link PairWeights}
     * @param largestEntries the most cells of one block pair
     * @param scheduleKey of the {@link org.wordloom.cluster.strata.StrataPlan} that this model is trained by
     */
    PairModel(
            PairOptions options,
            BlockPartition partition,
            long[] counts,
            double[] pairs,
            CellSource cells,
            long largestEntries,
            long scheduleKey) {
        this.options = options;
        this.partition = partition;
        this.counts = counts;
        this.pairs = pairs;
        this.cells = cells;
        this.largestEntries = largestEntries;
        this.scheduleKey = scheduleKey;
    }

    PairModel withCells(CellSource source) {
        return new PairModel(options, partition, counts, pairs, source, largestEntries, scheduleKey);
    }

    /** Weight of all pairs of an epoch, after subsampling. */
    double pairs() {
        return tables().pairs();
    }

    @Override
    public int blocks() {
        return partition.blocks();
    }

    @Override
    public PairBlock initial(Side side, int block) {
        return side == Side.ROWS ? tables().initialInput(block) : tables().initialOutput(block);
    }

    @Override
    public long bytes(Side side, int block) {
        return RowBlockFormat.fileBytes(partition.size(block), dim());
    }

    @Override
    public void write(PairBlock block, OutputStream out) throws IOException {
        RowBlockFormat.write(block.vectors(), block.input() ? 0 : 1, block.number(), out);
    }

    @Override
    public PairBlock read(Side side, int block, InputStream in, String name, long length) throws IOException {
        return tables().block(
                        side == Side.ROWS,
                        block,
                        RowBlockFormat.read(in, name, length, side.ordinal(), block, partition.size(block), dim()));
    }

    /** The cells, and the updates drawn from them, which are not more than there are cells in the usual case. */
    @Override
    public long visitBytes() {
        return (COPIES_WHILE_READING + 1) * CachedCells.bytes(largestEntries);
    }

    @Override
    public VisitOutcome visit(BlockVisit visit, PairBlock rows, PairBlock columns, int threads)
            throws IOException, InterruptedException {
        Cells pair = cells.cells(visit.rowBlock(), visit.columnBlock());
        Outcome outcome = visits().train(rows, columns, pair, moment(visit), threads);
        return new VisitOutcome(Math.round(outcome.pairs()), outcome.pairs() * outcome.loss());
    }

    /** A visit's place in the whole of training, as if all visits of a stratum took place at once. */
    private Moment moment(BlockVisit visit) {
        double strata = (double) options.cycles() * blocks();
        double before = (double) visit.cycle() * blocks() + step(visit);
        long key = visit.key(options.model().seed(), Purpose.TRAINING);
        return new Moment(visit.toString(), before / strata, (before + 1) / strata, key);
    }

    /** The place of the visit's stratum in its cycle. */
    private int step(BlockVisit visit) {
        int shift = Math.floorMod(visit.columnBlock() - visit.rowBlock(), blocks());
        int[] order = new Strata(blocks()).order(CounterRandom.at(scheduleKey, visit.cycle()));
        int step = 0;
        while (order[step] != shift) {
            step++;
        }
        return step;
    }

    private int dim() {
        return options.model().dim();
    }

    private PairTables tables() {
        PairTables made = tables;
        if (made == null) {
            made = new PairTables(options, partition, counts, pairs);
            tables = made;
        }
        return made;
    }

    private PairVisit visits() {
        PairVisit made = visits;
        if (made == null) {
            made = new PairVisit(options, tables().noise());
            visits = made;
        }
        return made;
    }
}
