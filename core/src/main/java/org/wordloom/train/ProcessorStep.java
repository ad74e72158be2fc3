package org.wordloom.train;

import org.wordloom.base.RandomStream;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.TileKernel;

/**
 * Trains tiles on the thread's processor, each when the one after it is filled: its rows come to this core meanwhile. The
 * rows are claimed after the tile before has been trained; sooner they fill the first cache, which that one needs. What is
 * trained, and in which order, is the same as if each tile were trained at once.
 */
final class ProcessorStep implements TileStep {
    private final TrainingPlan plan;
    private final TrainingClock clock;
    private final Replica replica;
    private final SpacedReplica rows;
    /** Null when curvature is not measured. */
    private final CurvatureMeter curvatures;

    private final LossMeter meter = new LossMeter();
    private Tile filling;
    private Tile waiting;
    private float waitingRate;
    private boolean waits;

    ProcessorStep(
            TrainingPlan plan, TrainingClock clock, Replica replica, SpacedReplica rows, CurvatureMeter curvatures) {
        this.plan = plan;
        this.clock = clock;
        this.replica = replica;
        this.rows = rows;
        this.curvatures = curvatures;
        this.filling = plan.newTile();
        this.waiting = plan.newTile();
    }

    @Override
    public void beginSlice() {
        filling.align();
        waiting.align();
    }

    @Override
    public Tile empty() {
        filling.clear();
        return filling;
    }

    @Override
    public boolean train(Tile tile, RandomStream random, float rate) {
        plan.objective().addOutputs(tile, random);
        boolean well = trainWaiting();
        rows.claim(tile);
        filling = waiting;
        waiting = tile;
        waitingRate = rate;
        waits = true;
        return well;
    }

    @Override
    public boolean endSlice() {
        return trainWaiting();
    }

    private boolean trainWaiting() {
        boolean well = !waits || compute(waiting, waitingRate);
        waits = false;
        return well;
    }

    private boolean compute(Tile tile, float rate) {
        TileKernel kernel = plan.kernel();
        kernel.multiply(tile, rows.input(), rows.output());
        if (!meter.observe(tile)) {
            return false;
        }
        if (curvatures != null) {
            curvatures.observe(tile); // before the products become gradients
        }
        kernel.differentiate(tile, plan.objective().link(), rate);
        kernel.update(tile, rows.input(), rows.output(), plan.rule());
        if (replica.counts()) {
            replica.count(tile);
        }
        return true;
    }

    @Override
    public float advance(long words) {
        return clock.advance(words, meter.takeLoss(), meter.takePairs());
    }

    @Override
    public void finish() {
        // Every slice's tiles are trained.
    }
}
