package org.wordloom.kernel;

/**
 * The step of a cell (i, j, x) of GloVe's objective, as Stanford's program takes it (Pennington, Socher and Manning
 * 2014, with AdaGrad). Weights are named w (rows) and v (columns), biases b and c, AdaGrad sums s, all as they were
 * before the step:
 *
 * <pre>
 *   difference  δ = w·v + b + c − ln x         weight  f = min(1, (x / xMax)^alpha)        loss  ½ f δ²
 *   step of w_k  t = clip(f δ · v_k, ±gradClip) · rate      w_k −= t / √s      s += t²      (v_k likewise, with w_k)
 *   step of b    t = f δ · biasRate                         b   −= t / √s      s += t²      (c likewise)
 * </pre>
 *
 * <p>All kernels compute the same bits: sums over the width run in 16 lanes (coordinate k in lane k mod 16) that are
 * added in a fixed tree, and multiplications and additions are fused where the code says so. Keeps no state between
 * batches, so threads may share a kernel.
 */
public interface CellKernel {
    /** How options, logs and {@code run.json} call the kernel. */
    String name();

    /**
     * Trains the cells of the batch one after another.
     *
     * @return the sum of their losses, each as before its step; NaN or infinite when training has diverged
     */
    double train(CellBatch batch, AdaGradRows rows, AdaGradRows columns, CellRule rule);
}
