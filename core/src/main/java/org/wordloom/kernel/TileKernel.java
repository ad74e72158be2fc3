package org.wordloom.kernel;

import org.wordloom.matrix.RowMatrix;

/** The arithmetic of a {@link Tile}, in three steps. Keeps no state between tiles, so threads may share a kernel. */
public interface TileKernel {
    /** How options, logs and {@code run.json} call the kernel. */
    String name();

    /** Gathers H and O from the matrices and computes the products L = H·Oᵀ. */
    void multiply(Tile tile, RowMatrix input, RowMatrix output);

    /** Turns the products into gradients: G = rate · W ⊙ (Y − link(L)). */
    void differentiate(Tile tile, Link link, float rate);

    /** Adds G·O to the input rows and Gᵀ·H to the output rows. */
    void update(Tile tile, RowMatrix input, RowMatrix output, UpdateRule rule);
}
