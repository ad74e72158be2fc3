package org.wordloom.cluster.pairs;

import org.wordloom.base.Problems;
import org.wordloom.blocks.BlockCount;
import org.wordloom.cooccurrence.BucketNumbers;

/**
 * How skip-gram is trained on text by strata.
 *
 * @param training what to train and what to write
 * @param blocks P; 0 for the number that vocabulary and width suggest ({@link BlockCount})
 */
public record TextPairPlan(PairPlan training, int blocks) {
    public void validate(Problems problems) {
        training.validate(problems);
        problems.require(
                blocks >= 0 && blocks <= BucketNumbers.MOST_BLOCKS,
                "--blocks is %d, expected 1 to %d, or 0 for a number that fits",
                blocks,
                BucketNumbers.MOST_BLOCKS);
    }

    int blocks(int words) {
        return blocks > 0
                ? blocks
                : BlockCount.forRows(words, training.training().model().dim());
    }
}
