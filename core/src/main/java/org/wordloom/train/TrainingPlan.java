package org.wordloom.train;

import org.wordloom.architecture.Architecture;
import org.wordloom.architecture.Cbow;
import org.wordloom.architecture.SkipGram;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.TileKernel;
import org.wordloom.kernel.TileKernels;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.RowSpacing;
import org.wordloom.objective.HierarchicalSoftmax;
import org.wordloom.objective.NegativeSampling;
import org.wordloom.objective.Objective;
import org.wordloom.opencl.TileNegatives;
import org.wordloom.opencl.TileShape;
import org.wordloom.opencl.TileTraining;
import org.wordloom.vocab.HuffmanTree;
import org.wordloom.vocab.NoiseDistribution;
import org.wordloom.vocab.NoiseSampler;
import org.wordloom.vocab.SubsamplingTable;

/** What options mean for one vocabulary: the parts that make a tile and compute it, shared by all threads. */
final class TrainingPlan {
    /**
     * Windows that a tile combines for negative sampling: four write and read a row about a third as often as one. More
     * are no faster at the same number of negatives a window (docs/LOG.md).
     */
    private static final int SKIPGRAM_CENTRES = 4;
    /** For CBOW, whose windows share no hidden vector, four cost accuracy and two hardly any (docs/LOG.md). */
    private static final int CBOW_CENTRES = 2;
    /**
     * Negatives that such a tile draws, as a multiple of K. Its windows share them, weighted up to K a pair: fewer
     * scored lower in analogies, and each one more costs products with every hidden vector (docs/LOG.md).
     */
    private static final double DRAWN_PER_NEGATIVE = 1.6;

    /** A Huffman code of 64-bit counts is never longer: such a path needs counts that grow like Fibonacci's numbers. */
    private static final long LONGEST_PATH = 92;

    private final TrainingOptions options;
    private final WorkingSet workingSet;
    private final Architecture architecture;
    /** Null for hierarchical softmax. */
    private final NoiseDistribution noise;
    /** Null for negative sampling. */
    private final HuffmanTree tree;

    private final Objective objective;
    private final TileKernel kernel;
    private final UpdateRule rule;
    private final SubsamplingTable subsampling;

    TrainingPlan(TrainingOptions options, long[] counts) {
        this.options = options;
        this.workingSet = null;
        this.subsampling = new SubsamplingTable(counts, options.sample());
        this.kernel = options.kernel() == KernelChoice.OPENCL ? TileKernels.fastest() : kernel(options);
        this.architecture = architecture(options);
        boolean sampling = options.objective() == ObjectiveChoice.NEGATIVE_SAMPLING;
        this.noise = sampling ? new NoiseDistribution(counts, options.noisePower()) : null;
        this.tree = sampling ? null : new HuffmanTree(counts);
        this.objective = sampling
                ? negativeSampling(options, noise.sampler(), null, null, counts.length)
                : new HierarchicalSoftmax(tree, counts.length, treeLink(options));
        this.rule = rule(options, counts, subsampling);
    }

    /** The same over the rows of a working set. */
    private TrainingPlan(TrainingPlan whole, WorkingSet set) {
        this.options = whole.options;
        this.workingSet = set;
        this.subsampling = whole.subsampling;
        this.noise = whole.noise;
        this.tree = whole.tree;
        this.kernel = whole.kernel;
        this.architecture = whole.architecture;
        this.objective = tree == null ? negativeSampling(set) : hierarchicalSoftmax(set, whole.objective.rows());
        this.rule = new UpdateRule(
                whole.rule.gradient(),
                gathered(whole.rule.inputRates(), set.inputRows()),
                gathered(whole.rule.outputRates(), set.outputRows()));
    }

    TrainingPlan over(WorkingSet set) {
        return new TrainingPlan(this, set);
    }

    private static float[] gathered(float[] rates, int[] rows) {
        if (rates == null) {
            return null;
        }
        float[] gathered = new float[rows.length];
        for (int k = 0; k < rows.length; k++) {
            gathered[k] = rates[rows[k]];
        }
        return gathered;
    }

    /** Null for hierarchical softmax. */
    NoiseDistribution noise() {
        return noise;
    }

    /** Null for negative sampling. */
    HuffmanTree tree() {
        return tree;
    }

    /** Null when the replica has all rows. */
    WorkingSet workingSet() {
        return workingSet;
    }

    Architecture architecture() {
        return architecture;
    }

    Objective objective() {
        return objective;
    }

    TileKernel kernel() {
        return kernel;
    }

    UpdateRule rule() {
        return rule;
    }

    SubsamplingTable subsampling() {
        return subsampling;
    }

    Tile newTile() {
        int targets = architecture.maxTargets();
        return new Tile(architecture.maxHidden(), targets, objective.maxOutputs(targets), options.dim());
    }

    /** How rows lie that threads of the processor train. */
    RowSpacing spacing() {
        return RowSpacing.forThreads(options.dim());
    }

    /** The same tiles for a device. */
    TileTraining deviceTraining(int inputRows, int outputRows) {
        int hidden = architecture.maxHidden();
        boolean means = options.architecture() == ArchitectureChoice.CBOW;
        TileShape shape = new TileShape(
                inputRows,
                outputRows,
                options.dim(),
                hidden,
                means ? Math.multiplyExact(hidden, 2 * options.window()) : hidden,
                objective.maxOutputs(architecture.maxTargets()) - objective.drawn(),
                objective.drawn());
        TileNegatives negatives = objective instanceof NegativeSampling sampling
                ? new TileNegatives(sampling.noise(), sampling.noiseRows(), sampling.drawn(), sampling.share())
                : null;
        return new TileTraining(shape, negatives, rule, objective.link());
    }

    /** Bytes of a thread's two tiles at most: of each two copies of its hidden vectors and one of its outputs. */
    static long tilesBytes(TrainingOptions options) {
        long hidden = SKIPGRAM_CENTRES + 2L * options.window();
        long outputs = options.objective() == ObjectiveChoice.HIERARCHICAL_SOFTMAX
                ? LONGEST_PATH
                : SKIPGRAM_CENTRES + Math.round(options.negative() * DRAWN_PER_NEGATIVE);
        long vectors = RowMatrix.bytes(2 * hidden + outputs, options.dim());
        return 2 * (vectors + 2 * hidden * outputs * Float.BYTES);
    }

    static TileKernel kernel(TrainingOptions options) {
        return switch (options.kernel()) {
            case AUTO -> TileKernels.fastest();
            case SCALAR -> TileKernels.scalar();
            case SIMD -> TileKernels.simd();
            case OPENCL -> throw KernelDecision.noOpenClForm("training by tiles in this schedule");
        };
    }

    private static Architecture architecture(TrainingOptions options) {
        boolean combine = options.objective() == ObjectiveChoice.NEGATIVE_SAMPLING;
        return switch (options.architecture()) {
            case SKIPGRAM -> new SkipGram(options.window(), combine ? SKIPGRAM_CENTRES : 1);
            case CBOW -> new Cbow(combine ? CBOW_CENTRES : 1);
        };
    }

    private Objective negativeSampling(WorkingSet set) {
        return negativeSampling(
                options, set.noise().sampler(), set.targetRows(), set.noiseRows(), set.outputRows().length);
    }

    private Objective hierarchicalSoftmax(WorkingSet set, int nodes) {
        return new HierarchicalSoftmax(
                tree, set.inputRows(), set.nodeRows(nodes), set.outputRows().length, treeLink(options));
    }

    private static Link treeLink(TrainingOptions options) {
        return options.sigmoid() == SigmoidChoice.FULL ? Link.LOGISTIC : Link.LOGISTIC_SKIPPED;
    }

    private static Objective negativeSampling(
            TrainingOptions options, NoiseSampler noise, int[] targetRows, int[] noiseRows, int rows) {
        Link link = options.sigmoid() == SigmoidChoice.FULL ? Link.LOGISTIC : Link.LOGISTIC_CLAMPED;
        int drawn = (int) Math.round(options.negative() * DRAWN_PER_NEGATIVE);
        return new NegativeSampling(noise, targetRows, noiseRows, rows, options.negative(), drawn, link);
    }

    private static UpdateRule rule(TrainingOptions options, long[] counts, SubsamplingTable subsampling) {
        if (options.rowRateCount() == 0) {
            return new UpdateRule(options.gradient(), null, null);
        }
        float[] rates = new float[counts.length];
        for (int word = 0; word < rates.length; word++) {
            rates[word] = options.rowRate((double) counts[word] * subsampling.keep(word));
        }
        boolean wordOutputs = options.objective() == ObjectiveChoice.NEGATIVE_SAMPLING;
        return new UpdateRule(options.gradient(), rates, wordOutputs ? rates : null);
    }
}
