package org.wordloom.cluster.replicas;

/**
 * How many steps a round takes: one, when merges are counted; else so many that it takes about the time that was asked
 * for, judged by the round before. A round ends with its epoch at the latest.
 */
final class RoundLength {
    private final ReplicaOptions options;
    private double stepsPerSecond;

    RoundLength(ReplicaOptions options) {
        this.options = options;
    }

    /** The step after the last of a round that begins at {@code from}. */
    int end(int from) {
        int left = options.steps() - from % options.steps();
        if (!options.timed()) {
            return from + 1;
        }
        // The first round only measures: its length is a guess.
        double wanted =
                stepsPerSecond == 0 ? 1 : stepsPerSecond * options.interval().toMillis() / 1000;
        int most = (int) Math.max(1, Math.min(options.mostSteps(), wanted));
        int rounds = (left + most - 1) / most;
        return from + (left + rounds - 1) / rounds;
    }

    /** Notes how long a round took. */
    void took(int steps, double seconds) {
        stepsPerSecond = steps / Math.max(1e-3, seconds);
    }
}
