package org.wordloom.kernel;

import org.wordloom.matrix.RowMatrix;

/**
 * Both updates of a tile. Each reads the tile's copies H and O, so their order does not matter. Rows and columns that pad a
 * tile have gradients of 0 and are added like others.
 */
final class SimdUpdate {
    /** Tiles with no more, CBOW's, have sums too short for {@link SimdQuadUpdate}: CBOW was 5 to 11 % slower by it. */
    private static final int FEW_HIDDEN = 2;

    private SimdUpdate() {}

    /** O += Gᵀ·H. */
    static void outputs(Tile tile, RowMatrix output, UpdateRule rule) {
        if (tile.hidden() <= FEW_HIDDEN) {
            SimdPairUpdate.outputs(tile, output, rule);
        } else {
            SimdQuadUpdate.outputs(tile, output, rule);
        }
    }

    /** dH = G·O, added to the input rows that made H. */
    static void inputs(Tile tile, RowMatrix input, UpdateRule rule) {
        if (tile.hidden() <= FEW_HIDDEN) {
            SimdPairUpdate.inputs(tile, input, rule);
        } else if (tile.outputs() > 0) {
            SimdQuadUpdate.inputs(tile, input, rule);
        }
    }
}
