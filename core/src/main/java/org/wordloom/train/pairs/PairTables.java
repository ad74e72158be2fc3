package org.wordloom.train.pairs;

import java.util.function.IntToDoubleFunction;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.Side;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.train.InitialVectors;
import org.wordloom.vocab.NoiseSampler;
import org.wordloom.vocab.SubsamplingTable;

/**
 * What training on pairs, counted or of text, derives from the words' counts, and the blocks that it begins with. What
 * it knows of a word is worked out whenever a block is made: tables of it would take 24 bytes a word on the driver and
 * on every executor.
 */
public final class PairTables {
    private final PairOptions options;
    private final BlockPartition partition;
    private final long[] counts;
    private final double total;
    /** Whether pairs were counted before subsampling, which is then left to training. */
    private final boolean subsamples;

    private final IntToDoubleFunction pairs;
    private final IntToDoubleFunction noise;
    private final double allPairs;
    private final double allNoise;
    private final double[] pairsOfBlock;
    private final double[] noiseOfBlock;

    /**
     * @param options validated options
     * @param partition of the words, for input and output rows alike
     * @param counts how often each word occurs in the corpus, by id; kept, not copied
     * @param pairs the sum of each word's row of counts after subsampling, by id; kept, not copied
     */
    public PairTables(PairOptions options, BlockPartition partition, long[] counts, double[] pairs) {
        this(options, partition, counts, true, word -> pairs[word]);
    }

    private PairTables(
            PairOptions options,
            BlockPartition partition,
            long[] counts,
            boolean subsamples,
            IntToDoubleFunction pairs) {
        this.options = options;
        this.partition = partition;
        this.counts = counts;
        this.total = SubsamplingTable.total(counts);
        this.subsamples = subsamples;
        this.pairs = pairs;
        double power = options.model().noisePower();
        this.noise = word -> NoiseSampler.power(counts[word], power);
        this.allPairs = sum(pairs);
        this.allNoise = sum(noise);
        this.pairsOfBlock = sumsOfBlocks(pairs);
        this.noiseOfBlock = sumsOfBlocks(noise);
    }

    /**
     * For pairs of text, which subsampling has gone over before they were counted: all of them are kept, and a word is drawn
     * as an input by how often it is expected to have been kept.
     */
    public static PairTables ofText(PairOptions options, BlockPartition partition, long[] counts) {
        double total = SubsamplingTable.total(counts);
        double sample = options.model().sample();
        return new PairTables(
                options,
                partition,
                counts,
                false,
                word -> (double) counts[word] * SubsamplingTable.keep(counts[word], total, sample));
    }

    /** What share of its occurrences subsampling keeps of each word: the weight of a count is that of both words. */
    public static float[] keep(PairOptions options, long[] counts) {
        double total = SubsamplingTable.total(counts);
        float[] keep = new float[counts.length];
        for (int word = 0; word < keep.length; word++) {
            keep[word] =
                    SubsamplingTable.keep(counts[word], total, options.model().sample());
        }
        return keep;
    }

    /** One after the other, since exact mode hangs on it: a stream's sum promises neither an order nor an arithmetic. */
    private double sum(IntToDoubleFunction weights) {
        double sum = 0;
        for (int word = 0; word < counts.length; word++) {
            sum += weights.applyAsDouble(word);
        }
        return sum;
    }

    private double[] sumsOfBlocks(IntToDoubleFunction weights) {
        double[] sums = new double[partition.blocks()];
        for (int block = 0; block < sums.length; block++) {
            for (int index = 0; index < partition.size(block); index++) {
                sums[block] += weights.applyAsDouble(partition.row(block, index));
            }
        }
        return sums;
    }

    private float keep(int word) {
        return SubsamplingTable.keep(counts[word], total, options.model().sample());
    }

    /** Frequent rows at the whole rate would forget what other blocks taught. */
    private float rate(int word) {
        return options.model().rowRate((double) counts[word] * keep(word));
    }

    /** The sum of all weighted pairs: those of an epoch. */
    public double pairs() {
        return allPairs;
    }

    /** The sum of the draw weights of all output rows. */
    public double noise() {
        return allNoise;
    }

    /** The sum of the draw weights of a block's rows. */
    public double draws(Side side, int block) {
        return side == Side.INPUT ? pairsOfBlock[block] : noiseOfBlock[block];
    }

    private PairRows rows(int block, IntToDoubleFunction draws) {
        int size = partition.size(block);
        float[] keepHere = new float[size];
        float[] ratesHere = new float[size];
        double[] drawsHere = new double[size];
        for (int index = 0; index < size; index++) {
            int word = partition.row(block, index);
            keepHere[index] = subsamples ? keep(word) : 1f;
            ratesHere[index] = rate(word);
            drawsHere[index] = draws.applyAsDouble(word);
        }
        return new PairRows(keepHere, ratesHere, drawsHere);
    }

    /** Input rows before training: as skip-gram's on text, whatever the blocks. */
    public PairBlock initialInput(int block) {
        int dim = options.model().dim();
        long key = CounterRandom.key(options.model().seed(), Purpose.INITIAL_VECTORS);
        RowMatrix vectors = new RowMatrix(partition.size(block), dim);
        for (int index = 0; index < vectors.rows(); index++) {
            InitialVectors.uniform(vectors, index, key, partition.row(block, index));
        }
        return block(Side.INPUT, block, vectors);
    }

    /** Output rows before training: zero, as skip-gram's on text. */
    public PairBlock initialOutput(int block) {
        return block(
                Side.OUTPUT,
                block,
                new RowMatrix(partition.size(block), options.model().dim()));
    }

    /** A block whose vectors are there already, as when it is read. */
    public PairBlock block(Side side, int block, RowMatrix vectors) {
        return new PairBlock(side, block, rows(block, side == Side.INPUT ? pairs : noise), vectors);
    }
}
