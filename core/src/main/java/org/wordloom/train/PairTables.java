package org.wordloom.train;

import java.util.Arrays;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.vocab.NoiseSampler;
import org.wordloom.vocab.SubsamplingTable;

/** What training on counted pairs derives from the words' counts, and the blocks that it begins with. */
public final class PairTables {
    private final PairOptions options;
    private final BlockPartition partition;
    private final float[] keep;
    private final float[] rates;
    private final double[] pairs;
    private final double[] noise;

    /**
     * @param options validated options
     * @param partition of the words, for input and output rows alike
     * @param counts how often each word occurs in the corpus, by id
     * @param pairs the sum of each word's row of counts after subsampling, by id
     */
    public PairTables(PairOptions options, BlockPartition partition, long[] counts, double[] pairs) {
        this(options, partition, counts, keep(options, counts), keep(options, counts), pairs.clone());
    }

    private PairTables(
            PairOptions options,
            BlockPartition partition,
            long[] counts,
            float[] occurring,
            float[] keep,
            double[] pairs) {
        this.options = options;
        this.partition = partition;
        this.keep = keep;
        this.rates = rates(options, counts, occurring);
        this.pairs = pairs;
        this.noise = NoiseSampler.powers(counts, options.model().noisePower());
    }

    /**
     * For pairs of text, which subsampling has gone over before they were counted: all of them are kept, and a word is drawn
     * as an input by how often it is expected to have been kept.
     */
    public static PairTables ofText(PairOptions options, BlockPartition partition, long[] counts) {
        float[] occurring = keep(options, counts);
        double[] expected = new double[counts.length];
        for (int word = 0; word < counts.length; word++) {
            expected[word] = (double) counts[word] * occurring[word];
        }
        float[] all = new float[counts.length];
        Arrays.fill(all, 1f);
        return new PairTables(options, partition, counts, occurring, all, expected);
    }

    /** What share of its occurrences subsampling keeps of each word: the weight of a count is that of both words. */
    public static float[] keep(PairOptions options, long[] counts) {
        SubsamplingTable table = new SubsamplingTable(counts, options.model().sample());
        float[] keep = new float[counts.length];
        for (int word = 0; word < keep.length; word++) {
            keep[word] = table.keep(word);
        }
        return keep;
    }

    /** min(1, sqrt(c / n)), n a word's expected kept occurrences: frequent rows would forget what other blocks taught. */
    private static float[] rates(PairOptions options, long[] counts, float[] keep) {
        float[] rates = new float[counts.length];
        double c = options.model().rowRateCount();
        for (int word = 0; word < rates.length; word++) {
            double kept = Math.max(1, (double) counts[word] * keep[word]);
            rates[word] = c == 0 ? 1f : (float) Math.min(1, Math.sqrt(c / kept));
        }
        return rates;
    }

    /** The sum of all weighted pairs: those of an epoch. */
    public double pairs() {
        return Arrays.stream(pairs).sum();
    }

    /** The sum of the draw weights of all output rows. */
    public double noise() {
        return Arrays.stream(noise).sum();
    }

    /** The sum of the draw weights of a block's rows. */
    public double draws(boolean input, int block) {
        double[] weights = input ? pairs : noise;
        double sum = 0;
        for (int index = 0; index < partition.size(block); index++) {
            sum += weights[partition.row(block, index)];
        }
        return sum;
    }

    private PairRows rows(int block, double[] draws) {
        int size = partition.size(block);
        float[] keepHere = new float[size];
        float[] ratesHere = new float[size];
        double[] drawsHere = new double[size];
        for (int index = 0; index < size; index++) {
            int word = partition.row(block, index);
            keepHere[index] = keep[word];
            ratesHere[index] = rates[word];
            drawsHere[index] = draws[word];
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
        return block(true, block, vectors);
    }

    /** Output rows before training: zero, as skip-gram's on text. */
    public PairBlock initialOutput(int block) {
        return block(
                false,
                block,
                new RowMatrix(partition.size(block), options.model().dim()));
    }

    /** A block whose vectors are there already, as when it is read. */
    public PairBlock block(boolean input, int block, RowMatrix vectors) {
        return new PairBlock(input, block, rows(block, input ? pairs : noise), vectors);
    }
}
