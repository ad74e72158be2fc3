package org.wordloom.train.pairs;

import org.wordloom.kernel.Link;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.TileKernel;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.matrix.RowMatrix;

/** Trains each tile at once, on the thread's processor. */
final class ProcessorPairStep implements PairStep {
    private final TileKernel kernel;
    private final Link link;
    private final RowMatrix input;
    private final RowMatrix output;
    private final UpdateRule rule;
    private final String visit;
    private final PairLoss loss;

    ProcessorPairStep(TileKernel kernel, PairVisit.Work work) {
        this.kernel = kernel;
        this.link = work.link();
        this.input = work.input().vectors();
        this.output = work.output().vectors();
        this.rule = work.rule();
        this.visit = work.name();
        this.loss = new PairLoss(work.sample().updates());
    }

    PairLoss loss() {
        return loss;
    }

    @Override
    public boolean atOnce() {
        return false;
    }

    @Override
    public void train(Tile tile, float rate) {
        kernel.multiply(tile, input, output);
        if (!loss.observe(tile)) {
            throw PairLoss.diverged(visit, rate);
        }
        kernel.differentiate(tile, link, rate);
        kernel.update(tile, input, output, rule);
    }

    @Override
    public void finish() {
        // Nothing is left to do.
    }
}
