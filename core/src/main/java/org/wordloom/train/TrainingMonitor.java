package org.wordloom.train;

import org.wordloom.base.Progress;

/** Turns the clock into progress reports, and remembers the loss of the last tenth of training. */
final class TrainingMonitor {
    private static final double LAST_PART = 0.9;

    private final TrainingClock clock;
    private final Progress.Listener listener;
    private final long start = System.nanoTime();
    private double lossBefore;
    private double pairsBefore;
    private double lossAtLastPart;
    private double pairsAtLastPart;

    TrainingMonitor(TrainingClock clock, Progress.Listener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** Reports the state of things; the loss is the mean since the last report. */
    void report() {
        double loss = clock.loss();
        double pairs = clock.pairs();
        if (clock.words() < LAST_PART * clock.totalWords()) {
            lossAtLastPart = loss;
            pairsAtLastPart = pairs;
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        double meanLoss = (loss - lossBefore) / (pairs - pairsBefore);
        listener.update(
                new Progress("train", clock.words(), clock.totalWords(), "words", seconds, clock.rate(), meanLoss));
        lossBefore = loss;
        pairsBefore = pairs;
    }

    /** Mean loss a pair in the last tenth of training. */
    double finalLoss() {
        return (clock.loss() - lossAtLastPart) / (clock.pairs() - pairsAtLastPart);
    }
}
