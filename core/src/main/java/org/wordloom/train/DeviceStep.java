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
    private final Replica replica;
    /** Null when curvature is not measured. */
    private final CurvatureSamples samples;

    private final Tile tile;
    private int tiles;
    private TileBatch batch;

    /**
     * @param pace of reading, which the rate follows: the device is some batches behind
     * @param replica whose updates are counted if it counts them
     * @param samples null when curvature is not measured
     */
    DeviceStep(
            TrainingPlan plan, TrainingClock pace, BatchExchange exchange, Replica replica, CurvatureSamples samples) {
        this.plan = plan;
        this.pace = pace;
        this.exchange = exchange;
        this.replica = replica;
        this.samples = samples;
        this.tile = plan.newTile();
        this.batch = exchange.empty();
    }

    @Override
    public void beginSlice() {
        // The tile is copied into batches, and computed elsewhere.
    }

    @Override
    public Tile empty() {
        tile.clear();
        return tile;
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
        if (replica.counts()) {
            count(tile, random);
        } else {
            random.skip(objective.drawn());
        }
        return true;
    }

    /** Draws the negatives that the device draws too, by the same numbers. */
    private void count(Tile tile, RandomStream random) {
        plan.objective().addNegatives(tile, random);
        replica.count(tile);
        if (samples != null && tiles++ % CurvatureMeter.TILES_PER_SAMPLE == 0) {
            samples.add(tile);
        }
    }

    @Override
    public boolean endSlice() {
        return true; // batches go on
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
