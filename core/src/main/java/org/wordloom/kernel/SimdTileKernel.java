package org.wordloom.kernel;

import org.wordloom.matrix.RowMatrix;

/**
 * The tile in vectors of {@link SimdLanes}. The products keep eight sums in registers, four hidden vectors by two outputs,
 * enough to hide the latency of fused multiply-add on current processors; the updates see {@link SimdUpdate}.
 */
public final class SimdTileKernel implements TileKernel {
    @Override
    public String name() {
        return "simd";
    }

    @Override
    public void multiply(Tile tile, RowMatrix input, RowMatrix output) {
        SimdRows.gatherHidden(tile, input);
        SimdRows.gatherOutputs(tile, output);
        SimdProducts.compute(tile);
    }

    @Override
    public void differentiate(Tile tile, Link link, float rate) {
        SimdGradients.compute(tile, link, rate);
    }

    @Override
    public void update(Tile tile, RowMatrix input, RowMatrix output, UpdateRule rule) {
        SimdUpdate.inputs(tile, input, rule);
        SimdUpdate.outputs(tile, output, rule);
    }
}
