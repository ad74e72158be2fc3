package org.wordloom.cluster.replicas;

import java.io.Serializable;
import java.time.Duration;
import org.wordloom.base.Problems;
import org.wordloom.merge.MergeRule;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.TrainingOptions;

/**
 * How replicas train and merge.
 *
 * @param replicas R: how many replicas of the model train at once; 0 for one an executor
 * @param merges M: how often they are merged in an epoch; 0: as often as {@code interval} says
 * @param interval a round takes about this long, and at most a {@link #LEAST_MERGES}th of an epoch; used when
 *     {@code merges} is 0. The number of rounds then depends on the speed of the machines
 * @param rule how changes of a row become one
 * @param rows which rows of the model a replica holds
 */
public record ReplicaOptions(int replicas, int merges, Duration interval, MergeRule rule, Rows rows)
        implements Serializable {
    /** Which rows of the model a replica holds. */
    public enum Rows {
        /** All when they fit an executor, else a working set. */
        AUTO,
        /** All of them. */
        ALL,
        /**
         * Those that the text of a round touches and those of a bounded set of negatives, drawn anew for each round and
         * replica: another result than with all rows, and far less memory and traffic when the vocabulary is large.
         */
        WORKING_SET
    }

    public static final Duration INTERVAL = Duration.ofSeconds(60);
    public static final MergeRule RULE = MergeRule.DEFAULT;

    /**
     * The rate of skip-gram with negative sampling by several replicas that are merged by curvature: that of strata, and
     * twice word2vec's, which one replica keeps (docs/LOG.md).
     */
    public static final double SKIPGRAM_RATE = 0.05;

    /** Fewer merges an epoch cost too much quality to be chosen without being asked for. */
    static final int LEAST_MERGES = 10;
    /** How often the noise distribution is drawn from for a working set's negatives. */
    static final long NOISE_DRAWS = 1L << 20;
    /** Where time decides, a round is a number of these parts of an epoch. */
    private static final int STEPS = 1000;

    private static final int MOST = 10_000;

    /** One replica an executor, merged as often as the interval says. */
    public static ReplicaOptions defaults() {
        return new ReplicaOptions(0, 0, INTERVAL, RULE, Rows.AUTO);
    }

    public ReplicaOptions withReplicas(int newReplicas) {
        return new ReplicaOptions(newReplicas, merges, interval, rule, rows);
    }

    ReplicaOptions withInterval(Duration newInterval) {
        return new ReplicaOptions(replicas, merges, newInterval, rule, rows);
    }

    public ReplicaOptions withRows(Rows newRows) {
        return new ReplicaOptions(replicas, merges, interval, rule, newRows);
    }

    /** Whether so many replicas of such a model have {@link #SKIPGRAM_RATE} for a default. */
    public boolean ownRate(TrainingOptions model, int count) {
        return count > 1
                && rule == MergeRule.CURVATURE
                && model.architecture() == ArchitectureChoice.SKIPGRAM
                && model.objective() == ObjectiveChoice.NEGATIVE_SAMPLING;
    }

    public void validate(Problems problems) {
        problems.require(
                replicas >= 0 && replicas <= MOST,
                "--replicas is %d, expected 0 (one an executor) to %d",
                replicas,
                MOST);
        problems.require(
                merges >= 0 && merges <= MOST,
                "--merges is %d, expected 0 (as --merge-interval says) to %d an epoch",
                merges,
                MOST);
        problems.require(interval.toMillis() > 0, "--merge-interval is no time, expected 1s or more");
    }

    /** Merges an epoch at least; one replica alone only stops to be kept. */
    public int leastMerges() {
        return !timed() ? merges : replicas == 1 ? 1 : LEAST_MERGES;
    }

    /** Tokens that a replica trains on in a round, at most. */
    public long roundTokens(long tokens) {
        return tokens / ((long) replicas * leastMerges()) + 1;
    }

    /** Parts of an epoch, of which a round takes one or more. */
    int steps() {
        return merges > 0 ? merges : STEPS;
    }

    /** Whether the time of a round decides how much text it has. */
    boolean timed() {
        return merges == 0;
    }

    /** Steps of a round at most. */
    int mostSteps() {
        return steps() / leastMerges();
    }
}
