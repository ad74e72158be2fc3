package org.wordloom.train;

import org.wordloom.base.RandomStream;
import org.wordloom.kernel.Tile;
import org.wordloom.objective.Objective;
import org.wordloom.opencl.TileBatch;

/** Puts each tile into a batch for the device, and hands full batches over. */
final class DeviceStep implements TileStep {
    private final TrainingPlan plan;
    private final TrainingClock pace;
    private final BatchExchange exchange;
    private TileBatch batch;

    /** @param pace of reading, which the rate follows: the device is some batches behind */
    DeviceStep(TrainingPlan plan, TrainingClock pace, BatchExchange exchange) {
        this.plan = plan;
        this.pace = pace;
        this.exchange = exchange;
        this.batch = exchange.empty();
    }

    @Override
    public boolean train(Tile tile, RandomStream random, float rate) throws InterruptedException {
        Objective objective = plan.objective();
        objective.addTargets(tile);
        if (!batch.fits(tile)) {
            exchange.hand(batch);
            batch = exchange.empty();
        }
        batch.add(tile, rate, random.rest());
        random.skip(objective.drawn());
        return true;
    }

    @Override
    public float advance(long words) {
        batch.addWords(words);
        return pace.advance(words, 0, 0);
    }

    @Override
    public void finish() throws InterruptedException {
        exchange.hand(batch);
        exchange.end();
    }
}
