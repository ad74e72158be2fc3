package org.wordloom.train;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;

/** Global progress of a training run, shared by its threads: words done, the rate that belongs to it, the loss. */
final class TrainingClock {
    private final long totalWords;
    private final double initialRate;
    private final double minimumRate;
    private final AtomicLong words = new AtomicLong();
    private final DoubleAdder loss = new DoubleAdder();
    private final DoubleAdder pairs = new DoubleAdder();

    TrainingClock(long totalWords, double initialRate, double minRateFraction) {
        this.totalWords = totalWords;
        this.initialRate = initialRate;
        this.minimumRate = initialRate * minRateFraction;
    }

    /** Adds words, and the loss of a sample of their pairs. Returns the rate for the words to come. */
    float advance(long moreWords, double sampledLoss, double sampledPairs) {
        words.addAndGet(moreWords);
        loss.add(sampledLoss);
        pairs.add(sampledPairs);
        return rate();
    }

    float rate() {
        double left = 1 - words.get() / (totalWords + 1.0);
        return (float) Math.max(minimumRate, initialRate * left);
    }

    long words() {
        return words.get();
    }

    long totalWords() {
        return totalWords;
    }

    double loss() {
        return loss.sum();
    }

    double pairs() {
        return pairs.sum();
    }
}
