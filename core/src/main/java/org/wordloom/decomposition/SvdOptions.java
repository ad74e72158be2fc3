package org.wordloom.decomposition;

import java.io.Serializable;
import org.wordloom.base.Problems;
import org.wordloom.base.ThreadLimit;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.KernelDecision;

/**
 * Everything that decides what positive PMI and its truncated singular value decomposition become, and the one source
 * of the defaults.
 *
 * @param dim width of the vectors: how many singular values are kept
 * @param shift k of the shifted positive PMI, max(0, PMI − log k); 1 shifts nothing
 * @param contextSmoothing exponent of the context distribution; 1 leaves it as it is
 * @param eigenvalueWeighting p of the vectors U·Σ^p and V·Σ^p: 1 is the plain decomposition, 0 drops the singular values
 * @param oversampling columns beyond {@code dim} that the range finder carries and drops at the end
 * @param powerIterations how often the range is refined; each reads the matrix twice
 * @param seed of the random start
 * @param threads threads of an executor; 0 means all of its cores
 * @param kernel what does the arithmetic; all give the same bits
 */
public record SvdOptions(
        int dim,
        double shift,
        double contextSmoothing,
        double eigenvalueWeighting,
        int oversampling,
        int powerIterations,
        long seed,
        int threads,
        KernelChoice kernel)
        implements Serializable {
    private static final int MAX_WIDTH = 4096;

    public static SvdOptions defaults() {
        return new SvdOptions(100, 1, 0.75, 0.25, 20, 4, 1, 0, KernelChoice.AUTO);
    }

    /** Columns of the range finder for so many words: no matrix has more singular values than rows. */
    public int width(int words) {
        return Math.min(dim + oversampling, words);
    }

    /** Adds every value that is out of its range. */
    public void validate(Problems problems) {
        problems.require(dim >= 1 && dim <= MAX_WIDTH, "--dim is %d, expected 1 to %d", dim, MAX_WIDTH);
        problems.require(shift > 0 && Double.isFinite(shift), "--shift is %s, expected above 0 (1: none)", shift);
        problems.require(
                contextSmoothing >= 0 && contextSmoothing <= 1,
                "--context-smoothing is %s, expected 0 to 1 (1: none)",
                contextSmoothing);
        problems.require(
                eigenvalueWeighting >= 0 && eigenvalueWeighting <= 1,
                "--eigenvalue-weighting is %s, expected 0 to 1",
                eigenvalueWeighting);
        problems.require(
                oversampling >= 0 && oversampling <= MAX_WIDTH,
                "--oversampling is %d, expected 0 to %d",
                oversampling,
                MAX_WIDTH);
        problems.require(
                powerIterations >= 0 && powerIterations <= 100,
                "--power-iterations is %d, expected 0 to 100",
                powerIterations);
        KernelDecision.refuseOpenCl(kernel, "the singular value decomposition", problems);
        ThreadLimit.validate(threads, problems);
    }
}
