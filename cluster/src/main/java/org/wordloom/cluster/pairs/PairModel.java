package org.wordloom.cluster.pairs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Side;
import org.wordloom.blocks.Strata;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.cluster.spark.TaskDevice;
import org.wordloom.cluster.strata.StrataModel;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.format.RowBlockFormat;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.train.pairs.PairBlock;
import org.wordloom.train.pairs.PairOptions;
import org.wordloom.train.pairs.PairTables;
import org.wordloom.train.pairs.PairVisit;
import org.wordloom.train.pairs.PairVisit.Moment;
import org.wordloom.train.pairs.PairVisit.Outcome;

/**
 * Skip-gram as strata train it, on counted pairs or on those of text: input vectors are the rows, output vectors the
 * columns.
 */
final class PairModel implements StrataModel<PairBlock> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PairModel.class);

    /** A word's count, and the weight of its row. */
    private static final int BYTES_PER_WORD = 2 * Long.BYTES;

    private final PairOptions options;
    private final BlockPartition partition;
    private final TablesSource tablesSource;
    private final PairFeed feed;
    private final long pairBytes;
    private final long feedBytes;
    private final long scheduleKey;
    /** Made where they are used: what an executor's processor can do, only it knows. */
    private transient PairTables tables;

    private transient PairVisit visits;

    /** Makes the tables of words, on any machine. */
    interface TablesSource extends Serializable {
        PairTables make();
    }

    /**
     * @param tables what is known of the words
     * @param feed what visits train on; may be given later ({@link #withFeed})
     * @param pairBytes heap that the pairs of a visit take
     * @param feedBytes heap that making pairs takes in a JVM, however many threads do it
     * @param scheduleKey of the {@link org.wordloom.cluster.strata.StrataPlan} that this model is trained by
     */
    PairModel(
            PairOptions options,
            BlockPartition partition,
            TablesSource tables,
            PairFeed feed,
            long pairBytes,
            long feedBytes,
            long scheduleKey) {
        this.options = options;
        this.partition = partition;
        this.tablesSource = tables;
        this.feed = feed;
        this.pairBytes = pairBytes;
        this.feedBytes = feedBytes;
        this.scheduleKey = scheduleKey;
    }

    PairModel withFeed(PairFeed newFeed) {
        PairModel fed = new PairModel(options, partition, tablesSource, newFeed, pairBytes, feedBytes, scheduleKey);
        fed.tables = tables;
        return fed;
    }

    /** Weight of all pairs of an epoch, after subsampling; of text, of all words. */
    double pairs() {
        return tables().pairs();
    }

    @Override
    public int blocks() {
        return partition.blocks();
    }

    @Override
    public String unit() {
        return "pairs";
    }

    @Override
    public PairBlock initial(Side side, int block) {
        return side == Side.INPUT ? tables().initialInput(block) : tables().initialOutput(block);
    }

    @Override
    public long bytes(Side side, int block) {
        return RowBlockFormat.fileBytes(partition.size(block), dim());
    }

    @Override
    public long heapBytes(Side side, int block) {
        return Math.max(bytes(side, block), RowMatrix.bytes(partition.size(block), dim()));
    }

    @Override
    public void write(PairBlock block, OutputStream out) throws IOException {
        RowBlockFormat.write(block.vectors(), block.side().code(), block.number(), out);
    }

    @Override
    public PairBlock read(Side side, int block, InputStream in, String name, long length) throws IOException {
        return tables().block(
                        side,
                        block,
                        RowBlockFormat.read(in, name, length, side.code(), block, partition.size(block), dim()));
    }

    @Override
    public long visitBytes() {
        return pairBytes + PairVisit.deviceBytes(options, partition.largestSize());
    }

    @Override
    public long sharedBytes() {
        return partition.bytes() + (long) BYTES_PER_WORD * partition.rows() + feedBytes;
    }

    @Override
    public LossSum visit(BlockVisit visit, PairBlock rows, PairBlock columns, int threads)
            throws IOException, InterruptedException {
        Cells pair = feed.cells(visit);
        PairVisit training = visits();
        Outcome outcome = training.train(rows, columns, pair, feed.portion(visit.cycle()), moment(visit), threads);
        return new LossSum(Math.round(outcome.pairs()), outcome.pairs() * outcome.loss(), Set.of(training.kernel()));
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

    /** How many negatives a cycle draws from each output block. */
    long[] negatives(int cycle) {
        PairTables known = tables();
        double[] shares = noiseShares();
        long[] drawn = new long[blocks()];
        for (int row = 0; row < drawn.length; row++) {
            double pairs = feed.portion(cycle).draws() * known.draws(Side.INPUT, row);
            for (int column = 0; column < drawn.length; column++) {
                long key =
                        new BlockVisit(cycle, row, column).key(options.model().seed(), Purpose.TRAINING);
                drawn[column] += PairVisit.negatives(key, pairs * shares[column], options);
            }
        }
        return drawn;
    }

    /** Share of the noise distribution that each output block should have. */
    double[] noiseShares() {
        double[] shares = new double[blocks()];
        for (int block = 0; block < shares.length; block++) {
            shares[block] = tables().draws(Side.OUTPUT, block) / tables().noise();
        }
        return shares;
    }

    private int dim() {
        return options.model().dim();
    }

    /** Made once in a JVM: each takes a few passes over all words. */
    private synchronized PairTables tables() {
        if (tables == null) {
            tables = tablesSource.make();
        }
        return tables;
    }

    /** The first of a JVM may measure kernels, which two must not do at once. */
    private synchronized PairVisit visits() {
        if (visits == null) {
            visits = new PairVisit(options, tables().noise(), partition.largestSize(), TaskDevice::decide);
            LOG.info(visits.reason());
        }
        return visits;
    }
}
