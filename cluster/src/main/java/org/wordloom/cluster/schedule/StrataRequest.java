package org.wordloom.cluster.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.wordloom.cluster.pairs.PairPlan;
import org.wordloom.cluster.pairs.TextPairPlan;
import org.wordloom.cluster.strata.StrataCost;
import org.wordloom.model.VectorSelection;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.pairs.PairOptions;

/**
 * What the user asked of strata.
 *
 * @param blocks P; 0 for a number that fits
 * @param cycles 0 for what the budget allows
 * @param byteBudget 0 for one in proportion to the text
 * @param exact whether the result must not depend on the cluster
 */
public record StrataRequest(int blocks, int cycles, long byteBudget, boolean exact) {
    /** Everything is left to the program. */
    public static final StrataRequest ANY = new StrataRequest(0, 0, 0, false);

    StrataRequest withBlocks(int newBlocks) {
        return new StrataRequest(newBlocks, cycles, byteBudget, exact);
    }

    /** What it costs with so many blocks; see {@link TextPairPlan#cost}. */
    StrataCost cost(TrainingOptions options, long[] counts, int withBlocks) {
        PairPlan plan = new PairPlan(
                new PairOptions(options, 1), exact, Duration.ZERO, false, VectorSelection.INPUT, List.of(), Map.of());
        return new TextPairPlan(plan, withBlocks, cycles, byteBudget).cost(counts);
    }
}
