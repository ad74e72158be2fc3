package org.wordloom.train;

import java.io.Serializable;

/**
 * Where a round stands in the training of all replicas, for the random numbers and the learning rate.
 *
 * @param epoch from 0
 * @param wordsBefore words that all replicas together did before the round, all epochs counted
 * @param wordsAfter words that they will have done after it
 * @param totalWords words of all epochs
 */
public record Round(int epoch, long wordsBefore, long wordsAfter, long totalWords) implements Serializable {
    /** The learning rate with which the next round would begin. */
    public float rateAfter(TrainingOptions options) {
        Round next = new Round(epoch, wordsAfter, wordsAfter, totalWords);
        return new TrainingClock(0, next, options.linearRate()).rate();
    }
}
