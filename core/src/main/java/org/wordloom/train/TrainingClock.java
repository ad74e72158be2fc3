package org.wordloom.train;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * Progress of a training run, shared by its threads: words done, the rate that belongs to it, the loss. Of a round of
 * many replicas, each has a clock of its own that stands for all: they are taken to advance alike.
 */
final class TrainingClock {
    private final long totalWords;
    private final double allWords;
    private final double wordsBefore;
    private final double replicas;
    private final LinearRate rate;
    private final AtomicLong words = new AtomicLong();
    private final DoubleAdder loss = new DoubleAdder();
    private final DoubleAdder pairs = new DoubleAdder();

    TrainingClock(long totalWords, LinearRate rate) {
        this(totalWords, new Round(0, 0, totalWords, totalWords), rate);
    }

    /**
     * @param ownWords what this replica will do in the round
     * @param round what all replicas did before, and will have done after
     */
    TrainingClock(long ownWords, Round round, LinearRate rate) {
        this.totalWords = ownWords;
        this.allWords = round.totalWords();
        this.wordsBefore = round.wordsBefore();
        this.replicas = ownWords == 0 ? 1 : (double) (round.wordsAfter() - round.wordsBefore()) / ownWords;
        this.rate = rate;
    }

    /** A clock of the same training that stands at its beginning. */
    TrainingClock another() {
        return new TrainingClock(this);
    }

    private TrainingClock(TrainingClock clock) {
        this.totalWords = clock.totalWords;
        this.allWords = clock.allWords;
        this.wordsBefore = clock.wordsBefore;
        this.replicas = clock.replicas;
        this.rate = clock.rate;
    }

    /** Adds words, and the loss of a sample of their pairs. Returns the rate for the words to come. */
    float advance(long moreWords, double sampledLoss, double sampledPairs) {
        words.addAndGet(moreWords);
        loss.add(sampledLoss);
        pairs.add(sampledPairs);
        return rate();
    }

    float rate() {
        return rate.at((wordsBefore + replicas * words.get()) / (allWords + 1.0));
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
