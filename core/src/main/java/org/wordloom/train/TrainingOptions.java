package org.wordloom.train;

import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wordloom.base.Problems;
import org.wordloom.base.ThreadLimit;
import org.wordloom.kernel.ContextGradient;

/**
 * Everything that decides what a word model becomes, and the one source of the defaults. Immutable; change one by
 * {@link #toBuilder()}.
 *
 * @param architecture skip-gram or CBOW
 * @param objective negative sampling or hierarchical softmax
 * @param dim width of the vectors
 * @param window words on each side at most; each centre word draws its own from 1 … window
 * @param negative negatives a pair, for negative sampling
 * @param noisePower exponent of the noise distribution (0.75 in word2vec, 0.5 in fastText)
 * @param sample subsampling threshold as word2vec's {@code -sample}; 0 keeps every word
 * @param epochs passes over the corpus, 1 to {@link #MOST_EPOCHS}
 * @param rate initial learning rate; it falls linearly with global progress, to {@code minRateFraction} of it
 * @param minRateFraction what is left of {@code rate} at the end
 * @param rowRateCount c of the row rate min(1, sqrt(c / n)), n a word's expected kept occurrences; 0 turns it off
 * @param gradient how CBOW hands the gradient to its context words
 * @param sigmoid over the whole range, or saturated beyond ±6 as word2vec.c does
 * @param seed of every random number
 * @param threads Hogwild threads of an executor; 0 means all of its cores
 * @param kernel what does the arithmetic
 */
public record TrainingOptions(
        ArchitectureChoice architecture,
        ObjectiveChoice objective,
        int dim,
        int window,
        int negative,
        double noisePower,
        double sample,
        int epochs,
        double rate,
        double minRateFraction,
        double rowRateCount,
        ContextGradient gradient,
        SigmoidChoice sigmoid,
        long seed,
        int threads,
        KernelChoice kernel)
        implements Serializable {

    /** More than anyone trains, and so few that the steps and strata of all of them are counted in ints. */
    public static final int MOST_EPOCHS = 100_000;

    public static final double SKIPGRAM_RATE = 0.025;
    /** The best of 0.075 to 0.35 on 17 million words and three epochs (docs/LOG.md); the gradient is a share of the mean. */
    public static final double CBOW_MEAN_RATE = 0.2;

    /** With the fraction below it scores above gensim's CBOW, analogies included (docs/LOG.md). */
    public static final double CBOW_ROOT_RATE = 0.1;

    public static final double CBOW_ROOT_MIN_RATE_FRACTION = 0.2;
    /** word2vec.c's. */
    public static final double MIN_RATE_FRACTION = 1e-4;

    public static final double CBOW_SUM_RATE = 0.05;

    public static Builder builder(ArchitectureChoice architecture) {
        return new Builder(architecture);
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Factor of the learning rate of a word's row, min(1, √(c / n)), where c is {@code rowRateCount}; 1 where that is 0.
     *
     * @param kept n, how often the word is expected to be kept in an epoch
     */
    public float rowRate(double kept) {
        return rowRateCount == 0 ? 1f : (float) Math.min(1, Math.sqrt(rowRateCount / Math.max(1, kept)));
    }

    /** The rate, which falls with global progress. */
    public LinearRate linearRate() {
        return new LinearRate(rate, rate * minRateFraction);
    }

    /** Hogwild threads on this machine. */
    public int threadsHere() {
        return ThreadLimit.orAllCores(threads);
    }

    /** Adds every value that is out of its range. */
    public void validate(Problems problems) {
        problems.require(dim >= 1 && dim <= 65_536, "--dim is %d, expected 1 to 65536", dim);
        problems.require(window >= 1 && window <= 1_000, "--window is %d, expected 1 to 1000", window);
        problems.require(
                objective != ObjectiveChoice.NEGATIVE_SAMPLING || (negative >= 1 && negative <= 1_000),
                "--negative is %d, expected 1 to 1000; for hierarchical softmax say --hs",
                negative);
        problems.require(noisePower >= 0 && noisePower <= 2, "--noise-power is %s, expected 0 to 2", noisePower);
        problems.require(sample >= 0 && sample < 1, "--sample is %s, expected 0 (off) up to below 1", sample);
        problems.require(epochs >= 1 && epochs <= MOST_EPOCHS, "--epochs is %d, expected 1 to %d", epochs, MOST_EPOCHS);
        problems.require(rate > 0 && rate <= 10, "--rate is %s, expected above 0 and at most 10", rate);
        problems.require(
                minRateFraction >= 0 && minRateFraction <= 1,
                "--min-rate-fraction is %s, expected 0 to 1",
                minRateFraction);
        problems.require(
                rowRateCount >= 0 && Double.isFinite(rowRateCount),
                "--row-rate-count is %s, expected 0 (off) or more",
                rowRateCount);
        ThreadLimit.validate(threads, problems);
    }

    /**
     * What decides the model that is trained, by the names of the command line where there is one: all but threads and
     * kernel, with which a run may go on that began with others.
     */
    public SortedMap<String, String> identity() {
        SortedMap<String, String> identity = new TreeMap<>();
        identity.put("architecture", architecture.toString());
        identity.put("objective", objective.toString());
        identity.put("--dim", Integer.toString(dim));
        identity.put("--window", Integer.toString(window));
        if (objective == ObjectiveChoice.NEGATIVE_SAMPLING) {
            identity.put("--negative", Integer.toString(negative));
            identity.put("--noise-power", Double.toString(noisePower));
        }
        identity.put("--sample", Double.toString(sample));
        identity.put("--epochs", Integer.toString(epochs));
        identity.put("--rate", Double.toString(rate));
        identity.put("--min-rate-fraction", Double.toString(minRateFraction));
        identity.put("--row-rate-count", Double.toString(rowRateCount));
        identity.put("--context-gradient", gradient.toString());
        identity.put("--sigmoid", sigmoid.toString());
        identity.put("--seed", Long.toString(seed));
        return identity;
    }

    /** Starts from the defaults of an architecture, or from given options. */
    public static final class Builder {
        private ArchitectureChoice architecture;
        private ObjectiveChoice objective = ObjectiveChoice.NEGATIVE_SAMPLING;
        private int dim = 100;
        private int window = 5;
        private int negative = 5;
        private double noisePower = 0.75;
        private double sample = 1e-3;
        private int epochs = 5;
        private double rate = Double.NaN;
        /** Null until it is set: its default follows architecture and gradient. */
        private Double minRateFraction;

        private double rowRateCount = 0;
        private ContextGradient gradient = ContextGradient.ROOT;
        private SigmoidChoice sigmoid = SigmoidChoice.FULL;
        private long seed = 1;
        private int threads = 0;
        private KernelChoice kernel = KernelChoice.AUTO;

        private Builder(ArchitectureChoice architecture) {
            this.architecture = architecture;
        }

        private Builder(TrainingOptions o) {
            architecture = o.architecture;
            objective = o.objective;
            dim = o.dim;
            window = o.window;
            negative = o.negative;
            noisePower = o.noisePower;
            sample = o.sample;
            epochs = o.epochs;
            rate = o.rate;
            minRateFraction = o.minRateFraction;
            rowRateCount = o.rowRateCount;
            gradient = o.gradient;
            sigmoid = o.sigmoid;
            seed = o.seed;
            threads = o.threads;
            kernel = o.kernel;
        }

        public Builder objective(ObjectiveChoice value) {
            objective = value;
            return this;
        }

        public Builder dim(int value) {
            dim = value;
            return this;
        }

        public Builder window(int value) {
            window = value;
            return this;
        }

        public Builder negative(int value) {
            negative = value;
            return this;
        }

        public Builder noisePower(double value) {
            noisePower = value;
            return this;
        }

        public Builder sample(double value) {
            sample = value;
            return this;
        }

        public Builder epochs(int value) {
            epochs = value;
            return this;
        }

        public Builder rate(double value) {
            rate = value;
            return this;
        }

        public Builder minRateFraction(double value) {
            minRateFraction = value;
            return this;
        }

        public Builder rowRateCount(double value) {
            rowRateCount = value;
            return this;
        }

        public Builder gradient(ContextGradient value) {
            gradient = value;
            return this;
        }

        public Builder sigmoid(SigmoidChoice value) {
            sigmoid = value;
            return this;
        }

        public Builder seed(long value) {
            seed = value;
            return this;
        }

        public Builder threads(int value) {
            threads = value;
            return this;
        }

        public Builder kernel(KernelChoice value) {
            kernel = value;
            return this;
        }

        /** The rate that belongs to the architecture unless one was given. Nothing is validated here. */
        public TrainingOptions build() {
            return new TrainingOptions(
                    architecture,
                    objective,
                    dim,
                    window,
                    negative,
                    noisePower,
                    sample,
                    epochs,
                    Double.isNaN(rate) ? defaultRate() : rate,
                    minRateFraction == null ? defaultMinRateFraction() : minRateFraction,
                    rowRateCount,
                    gradient,
                    sigmoid,
                    seed,
                    threads,
                    kernel);
        }

        private double defaultMinRateFraction() {
            boolean rootOfMean = architecture == ArchitectureChoice.CBOW && gradient == ContextGradient.ROOT;
            return rootOfMean ? CBOW_ROOT_MIN_RATE_FRACTION : MIN_RATE_FRACTION;
        }

        private double defaultRate() {
            if (architecture == ArchitectureChoice.SKIPGRAM) {
                return SKIPGRAM_RATE;
            }
            return switch (gradient) {
                case MEAN -> CBOW_MEAN_RATE;
                case ROOT -> CBOW_ROOT_RATE;
                case SUM -> CBOW_SUM_RATE;
            };
        }
    }
}
