package org.wordloom.train.pairs;

import org.wordloom.kernel.Tile;
import org.wordloom.opencl.TileBatch;
import org.wordloom.train.BatchExchange;

/** Puts each tile into a batch for the device, and hands full batches over. */
final class DevicePairStep implements PairStep {
    private final BatchExchange exchange;
    private final LaunchLimit limit;
    private TileBatch batch;

    DevicePairStep(BatchExchange exchange, LaunchLimit limit) {
        this.exchange = exchange;
        this.limit = limit;
        this.batch = exchange.empty();
    }

    @Override
    public boolean atOnce() {
        return true;
    }

    @Override
    public void train(Tile tile, float rate) throws InterruptedException {
        if (!batch.fits(tile)) {
            exchange.hand(batch);
            batch = exchange.empty();
            limit.restart();
        }
        if (!limit.add(tile)) {
            batch.cut();
            limit.restart();
            limit.add(tile);
        }
        batch.add(tile, rate, 0);
    }

    @Override
    public void finish() throws InterruptedException {
        exchange.hand(batch);
        exchange.end();
    }
}
