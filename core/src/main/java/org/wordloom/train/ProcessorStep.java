package org.wordloom.train;

import org.wordloom.base.RandomStream;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.TileKernel;

/** Trains each tile at once, on the thread's processor. */
final class ProcessorStep implements TileStep {
    private final TrainingPlan plan;
    private final TrainingClock clock;
    private final Replica replica;
    /** Null when curvature is not measured. */
    private final CurvatureMeter curvatures;

    private final LossMeter meter = new LossMeter();

    ProcessorStep(TrainingPlan plan, TrainingClock clock, Replica replica, CurvatureMeter curvatures) {
        this.plan = plan;
        this.clock = clock;
        this.replica = replica;
        this.curvatures = curvatures;
    }

    @Override
    public boolean train(Tile tile, RandomStream random, float rate) {
        TileKernel kernel = plan.kernel();
        plan.objective().addOutputs(tile, random);
        kernel.multiply(tile, replica.input(), replica.output());
        if (!meter.observe(tile)) {
            return false;
        }
        if (curvatures != null) {
            curvatures.observe(tile); // before the products become gradients
        }
        kernel.differentiate(tile, plan.objective().link(), rate);
        kernel.update(tile, replica.input(), replica.output(), plan.rule());
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
        // Nothing is left to do.
    }
}
