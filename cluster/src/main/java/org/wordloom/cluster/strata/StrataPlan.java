package org.wordloom.cluster.strata;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wordloom.base.Problems;
import org.wordloom.base.ThreadLimit;

/**
 * How to run strata.
 *
 * @param cycles how often every pair of blocks meets
 * @param scheduleKey decides the order of the strata of each cycle
 * @param threads training threads of this machine on a local master, 0 for all of its cores; executors use their cores
 * @param exact one thread a visit: the result is the same for any number of threads and executors
 * @param checkpointInterval a checkpoint is made at the end of the stratum in which this much time has passed since the
 *     last one; zero makes one after every stratum, a negative one none
 * @param resume whether to continue from the last checkpoint, if there is one
 * @param identity names and values that a checkpoint must share to be resumed: every option that changes the result,
 *     the checksum of the vocabulary, the artefact
 */
public record StrataPlan(
        int cycles,
        long scheduleKey,
        int threads,
        boolean exact,
        Duration checkpointInterval,
        boolean resume,
        SortedMap<String, String> identity)
        implements Serializable {
    /** No checkpoints but those that cut a lineage. */
    public static final Duration NEVER = Duration.ofSeconds(-1);

    public StrataPlan {
        identity = new TreeMap<>(Map.copyOf(identity));
    }

    /** Without checkpoints, on all cores. */
    public static StrataPlan of(int cycles, long scheduleKey) {
        return new StrataPlan(cycles, scheduleKey, 0, false, NEVER, false, new TreeMap<>());
    }

    public StrataPlan withThreads(int newThreads, boolean newExact) {
        return new StrataPlan(cycles, scheduleKey, newThreads, newExact, checkpointInterval, resume, identity);
    }

    public StrataPlan withCheckpoints(Duration interval, boolean newResume, Map<String, String> newIdentity) {
        return new StrataPlan(cycles, scheduleKey, threads, exact, interval, newResume, new TreeMap<>(newIdentity));
    }

    public void validate(Problems problems) {
        problems.require(cycles > 0, "--cycles is %d, expected 1 or more", cycles);
        ThreadLimit.validate(threads, problems);
    }
}
