package org.wordloom.cluster.pairs;

import org.wordloom.cluster.strata.CyclePreparation;

/**
 * Follows which blocks the negatives come from, cycle by cycle, and compares it with the noise distribution. What visits
 * draw is a function of their keys, so it is known without asking them.
 */
final class NoiseDivergence implements CyclePreparation {
    private final PairModel model;
    private final CyclePreparation cycles;
    private final double[] drawn;

    /** @param cycles that are prepared before they are looked at */
    NoiseDivergence(PairModel model, CyclePreparation cycles) {
        this.model = model;
        this.cycles = cycles;
        this.drawn = new double[model.blocks()];
    }

    @Override
    public void begin(int cycle) throws Exception {
        cycles.begin(cycle);
        long[] negatives = model.negatives(cycle);
        for (int block = 0; block < drawn.length; block++) {
            drawn[block] += negatives[block];
        }
    }

    @Override
    public void release(int before) {
        cycles.release(before);
    }

    /** Kullback-Leibler divergence of the blocks that were drawn from those that should be, in nats. */
    double nats() {
        double total = 0;
        for (double negatives : drawn) {
            total += negatives;
        }
        double[] shares = model.noiseShares();
        double sum = 0;
        for (int block = 0; block < drawn.length; block++) {
            if (drawn[block] > 0) {
                sum += drawn[block] / total * Math.log(drawn[block] / total / shares[block]);
            }
        }
        return sum;
    }
}
