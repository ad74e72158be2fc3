package org.wordloom.merge;

import java.util.Arrays;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * See {@link MergeRule#CURVATURE}. Along an eigenvector of the curvature with eigenvalue λ, n updates of rate η shrink a
 * row's distance to its optimum by q = exp(−η·n·λ). R replicas that each go 1 − q of the way would have gone 1 − q^R one
 * after another, so their sum is scaled by (1 − q^R) / (R·(1 − q)): by 1 where hardly anything is curved, by 1/R where
 * each replica arrived.
 */
final class CurvatureCombiner implements RowCombiner {
    /**
     * Input and output rows move at once, and each closes the distance that the other sees: together they arrive up to
     * twice as fast as the curvature of one side says. Less than 2 suits some corpora as well; others then end noisy.
     */
    static final double SIDES = 2;

    /**
     * No merge moves a row farther than the mean of the changes and this. Vectors of a trained model are one to four long,
     * whatever d. While they are still short, replicas that all move the same way would by their sum land far beyond the
     * curvature that they met, and their rows' partners too: corpora of a few merges then diverge (docs/LOG.md).
     */
    private static final double LONGEST_STEP = 1;

    private final int columns;
    /** Eigenvectors: vectors[k] is the k-th, coordinates[c] holds coordinate c of each. */
    private final float[][] vectors;

    private final float[][] coordinates;
    /** By how much one update of a row shrinks its distance along each eigenvector: the logarithm, above 0. */
    private final double[] exponents;

    private final float[] sum;
    private final float[] along;

    CurvatureCombiner(MergeRound round) {
        CurvatureSpectrum curvature = measured(round.curvature());
        this.columns = curvature.columns();
        this.vectors = curvature.vectors();
        this.coordinates = new float[columns][columns];
        this.exponents = new double[columns];
        this.sum = new float[columns];
        this.along = new float[columns];
        for (int k = 0; k < columns; k++) {
            exponents[k] = SIDES * round.rate() * curvature.values()[k] / Math.max(1, curvature.updates());
            for (int c = 0; c < columns; c++) {
                coordinates[c][k] = vectors[k][c];
            }
        }
    }

    private static CurvatureSpectrum measured(CurvatureSpectrum curvature) {
        if (curvature == null) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "merging by curvature is for --dim up to " + Curvature.MOST_COLUMNS + "; merge by "
                            + MergeRule.ADASUM.label() + " or " + MergeRule.AVERAGE.label());
        }
        return curvature;
    }

    @Override
    public void combine(RowChanges changes, float[] into) {
        int replicas = changes.size();
        if (replicas == 1) { // as it is; so are most rare rows, and all else here would be work for nothing
            System.arraycopy(changes.values(0), changes.offset(0), into, 0, columns);
            return;
        }
        double updates = 0;
        Arrays.fill(sum, 0f);
        for (int r = 0; r < replicas; r++) {
            updates += changes.updates(r);
            add(1f, changes.values(r), changes.offset(r), sum);
        }
        Arrays.fill(along, 0f);
        for (int c = 0; c < columns; c++) {
            add(sum[c], coordinates[c], 0, along);
        }
        Arrays.fill(into, 0f);
        for (int k = 0; k < columns; k++) {
            add((float) scale(exponents[k] * updates / replicas, replicas) * along[k], vectors[k], 0, into);
        }
        shorten(into, length(sum) / replicas);
    }

    /** So that it is longer than the mean change by {@link #LONGEST_STEP} at most. */
    private static void shorten(float[] change, double meanLength) {
        double length = length(change);
        double excess = (length - meanLength) / LONGEST_STEP;
        if (excess <= 0) {
            return;
        }
        double square = excess * excess;
        double kept = excess / Math.sqrt(Math.sqrt(1 + square * square)) * LONGEST_STEP;
        float scale = (float) ((meanLength + kept) / length);
        for (int c = 0; c < change.length; c++) {
            change[c] *= scale;
        }
    }

    private static double length(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    /** In one direction, without a sum from lane to lane, so that the compiler makes vector instructions of it. */
    private static void add(float factor, float[] from, int offset, float[] into) {
        for (int c = 0; c < into.length; c++) {
            into[c] += factor * from[offset + c];
        }
    }

    /** (1 − e^(−R·x)) / (R·(1 − e^(−x))). */
    static double scale(double x, int replicas) {
        return x < 1e-12 ? 1 : Math.expm1(-replicas * x) / (replicas * Math.expm1(-x));
    }
}
