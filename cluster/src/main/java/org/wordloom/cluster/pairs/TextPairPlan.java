package org.wordloom.cluster.pairs;

import org.wordloom.base.Problems;
import org.wordloom.blocks.BlockCount;
import org.wordloom.cluster.strata.StrataCost;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.train.pairs.PairOptions;
import org.wordloom.train.pairs.PairTables;

/**
 * How skip-gram is trained on text by strata.
 *
 * @param training what to train and what to write; its number of cycles is that of {@code cycles}
 * @param blocks P; 0 for the number that vocabulary and width suggest ({@link BlockCount})
 * @param cycles how often every pair of blocks meets; 0 for as many as the budget allows
 * @param byteBudget bytes of vectors that may move; 0 for {@link #BUDGET_PER_PAIR} a pair of words
 */
public record TextPairPlan(PairPlan training, int blocks, int cycles, long byteBudget) {
    /** What a pair may move on average, unless said otherwise: about five times what it takes itself (docs/LOG.md). */
    public static final int BUDGET_PER_PAIR = 20;

    /**
     * With numbers that are derived from the corpus.
     *
     * @param training whose number of cycles does not matter
     */
    public static TextPairPlan of(PairPlan training) {
        return new TextPairPlan(training, 0, 0, 0);
    }

    public void validate(Problems problems) {
        resolved(blocks, Math.max(1, cycles)).training.validate(problems);
        problems.require(cycles >= 0, "--cycles is %d, expected 1 or more, or 0 for what --byte-budget allows", cycles);
        problems.require(byteBudget >= 0, "--byte-budget is %d, expected 0 or more", byteBudget);
        problems.require(
                blocks >= 0 && blocks <= BucketNumbers.MOST_BLOCKS,
                "--blocks is %d, expected 1 to %d, or 0 for a number that fits the vocabulary",
                blocks,
                BucketNumbers.MOST_BLOCKS);
    }

    /**
     * What a run with this plan costs: the same on every machine.
     *
     * @param counts how often each word occurs in the corpus, by id
     */
    public StrataCost cost(long[] counts) {
        TextPairPlan resolved = resolve(counts);
        return resolved.cost(counts, resolved.cycles);
    }

    private StrataCost cost(long[] counts, int ofCycles) {
        return new StrataCost(
                counts.length, training.training().model().dim(), blocks, ofCycles, expectedPairs(counts));
    }

    /** Pairs of all epochs, about. */
    private double expectedPairs(long[] counts) {
        float[] keep = PairTables.keep(training.training(), counts);
        double kept = 0;
        for (int word = 0; word < counts.length; word++) {
            kept += (double) counts[word] * keep[word];
        }
        return StrataCost.expectedPairs(
                kept,
                training.training().model().window(),
                training.training().model().epochs());
    }

    /** The same plan with the numbers of blocks and cycles that it means for a corpus. */
    TextPairPlan resolve(long[] counts) {
        int theBlocks = blocks > 0
                ? blocks
                : BlockCount.forRows(counts.length, training.training().model().dim());
        TextPairPlan withBlocks = new TextPairPlan(training, theBlocks, cycles, byteBudget);
        int theCycles = cycles > 0 ? cycles : withBlocks.cyclesWithinBudget(counts);
        return withBlocks.resolved(theBlocks, theCycles);
    }

    /**
     * As many cycles as the bytes allow, from 1 to {@link PairOptions#CYCLES_PER_EPOCH} an epoch: more gain nothing.
     */
    private int cyclesWithinBudget(long[] counts) {
        StrataCost one = cost(counts, 1);
        double budget = byteBudget > 0 ? byteBudget : BUDGET_PER_PAIR * one.pairs();
        double most = (double) PairOptions.CYCLES_PER_EPOCH
                * training.training().model().epochs();
        return (int) Math.max(1, Math.min(most, budget / Math.max(1, one.vectorBytes())));
    }

    private TextPairPlan resolved(int theBlocks, int theCycles) {
        PairOptions options = new PairOptions(training.training().model(), theCycles);
        PairPlan plan = new PairPlan(
                options,
                training.exact(),
                training.checkpointInterval(),
                training.resume(),
                training.vectors(),
                training.formats(),
                training.provenance());
        return new TextPairPlan(plan, theBlocks, theCycles, byteBudget);
    }
}
