package org.wordloom.train.glove;

import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wordloom.base.Problems;
import org.wordloom.base.ThreadLimit;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.KernelDecision;
import org.wordloom.train.TrainingOptions;

/**
 * Everything that decides what a GloVe model becomes, and the one source of the defaults, which are those of Stanford's
 * program but for the width. Immutable; change one by {@link #toBuilder()}.
 *
 * @param dim width of the vectors (the original's default is 50)
 * @param epochs passes over all cells; each is one cycle over the pairs of blocks
 * @param xMax cells of this value and above have weight 1
 * @param alpha exponent of the weight (x / xMax)^alpha below that
 * @param rate learning rate of the vectors
 * @param biasRate learning rate of the biases: 1 as in Stanford's program since 2020, which no longer multiplies their
 *     gradient by the rate; the same as {@code rate} is the paper's and the earlier program's
 * @param gradClip components of the vectors' gradients are clipped to ± this
 * @param seed of every random number
 * @param threads training threads of an executor; 0 means all of its cores
 * @param exact one thread a visit, the same bits for any number of threads and executors; else Hogwild threads share a
 *     visit when there are more threads than visits
 * @param kernel what does the arithmetic; all but opencl give the same bits
 */
public record GloveOptions(
        int dim,
        int epochs,
        double xMax,
        double alpha,
        double rate,
        double biasRate,
        double gradClip,
        long seed,
        int threads,
        boolean exact,
        KernelChoice kernel)
        implements Serializable {

    public static GloveOptions defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Adds every value that is out of its range. */
    public void validate(Problems problems) {
        problems.require(dim >= 1 && dim <= 65_536, "--dim is %d, expected 1 to 65536", dim);
        problems.require(
                epochs >= 1 && epochs <= TrainingOptions.MOST_EPOCHS,
                "--epochs is %d, expected 1 to %d",
                epochs,
                TrainingOptions.MOST_EPOCHS);
        problems.require(isPositive(xMax), "--x-max is %s, expected above 0", xMax);
        problems.require(alpha >= 0 && alpha <= 10, "--alpha is %s, expected 0 to 10", alpha);
        problems.require(rate > 0 && rate <= 10, "--rate is %s, expected above 0 and at most 10", rate);
        problems.require(
                biasRate > 0 && biasRate <= 10, "--bias-rate is %s, expected above 0 and at most 10", biasRate);
        problems.require(isPositive(gradClip), "--grad-clip is %s, expected above 0", gradClip);
        KernelDecision.refuseExactOpenCl(kernel, exact, problems);
        ThreadLimit.validate(threads, problems);
    }

    /** As a float too, which is what the kernels use. */
    private static boolean isPositive(double value) {
        return (float) value >= Float.MIN_NORMAL && (float) value <= Float.MAX_VALUE;
    }

    /**
     * What decides the model that is trained, by the names of the command line: all but threads and kernel, with which a
     * run may go on that began with others.
     */
    public SortedMap<String, String> identity() {
        SortedMap<String, String> identity = new TreeMap<>();
        identity.put("--dim", Integer.toString(dim));
        identity.put("--epochs", Integer.toString(epochs));
        identity.put("--x-max", Double.toString(xMax));
        identity.put("--alpha", Double.toString(alpha));
        identity.put("--rate", Double.toString(rate));
        identity.put("--bias-rate", Double.toString(biasRate));
        identity.put("--grad-clip", Double.toString(gradClip));
        identity.put("--seed", Long.toString(seed));
        identity.put("--exact", Boolean.toString(exact));
        return identity;
    }

    /** Starts from the defaults, or from given options. */
    public static final class Builder {
        private int dim = 100;
        private int epochs = 25;
        private double xMax = 100;
        private double alpha = 0.75;
        private double rate = 0.05;
        private double biasRate = 1;
        private double gradClip = 100;
        private long seed = 1;
        private int threads = 0;
        private boolean exact = false;
        private KernelChoice kernel = KernelChoice.AUTO;

        private Builder() {}

        private Builder(GloveOptions o) {
            dim = o.dim;
            epochs = o.epochs;
            xMax = o.xMax;
            alpha = o.alpha;
            rate = o.rate;
            biasRate = o.biasRate;
            gradClip = o.gradClip;
            seed = o.seed;
            threads = o.threads;
            exact = o.exact;
            kernel = o.kernel;
        }

        public Builder dim(int value) {
            dim = value;
            return this;
        }

        public Builder epochs(int value) {
            epochs = value;
            return this;
        }

        public Builder xMax(double value) {
            xMax = value;
            return this;
        }

        public Builder alpha(double value) {
            alpha = value;
            return this;
        }

        public Builder rate(double value) {
            rate = value;
            return this;
        }

        public Builder biasRate(double value) {
            biasRate = value;
            return this;
        }

        public Builder gradClip(double value) {
            gradClip = value;
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

        public Builder exact(boolean value) {
            exact = value;
            return this;
        }

        public Builder kernel(KernelChoice value) {
            kernel = value;
            return this;
        }

        /** Nothing is validated here. */
        public GloveOptions build() {
            return new GloveOptions(dim, epochs, xMax, alpha, rate, biasRate, gradClip, seed, threads, exact, kernel);
        }
    }
}
