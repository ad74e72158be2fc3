package org.wordloom.cluster.strata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wordloom.cluster.checkpoint.LossSum;

/**
 * Entries and loss of a run, a cycle at a time. Losses are added in the order of the schedule, whatever the order in which
 * visits ended, so that they too are the same for any number of threads and executors.
 */
final class StrataHistory {
    private final StrataSchedule schedule;
    private final List<LossSum> cycles = new ArrayList<>();
    /** Strata that have not all of their outcomes yet. */
    private final Map<Long, Pending> pending = new HashMap<>();

    private long strata;
    private LossSum latest = LossSum.NONE;

    /**
     * @param cycles of the run that is continued, the last one perhaps begun only
     * @param strata that are done
     */
    StrataHistory(StrataSchedule schedule, List<LossSum> cycles, long strata) {
        this.schedule = schedule;
        this.cycles.addAll(cycles);
        this.strata = strata;
    }

    synchronized void add(long stratum, int rowBlock, LossSum outcome) {
        pending.computeIfAbsent(stratum, s -> new Pending(schedule.blocks())).add(rowBlock, outcome);
        latest = latest.plus(outcome);
        for (Pending turn = pending.get(strata); turn != null && turn.missing == 0; turn = pending.get(strata)) {
            addStratum(turn.outcomes);
        }
    }

    /** Entries and loss so far; the last may be a cycle that has begun. */
    synchronized List<LossSum> cycles() {
        return List.copyOf(cycles);
    }

    /** Entries of all strata of which all outcomes are there. */
    synchronized long entries() {
        return cycles.stream().mapToLong(LossSum::examples).sum();
    }

    /** Strata of which all outcomes are there, those before a resume included. */
    synchronized long strata() {
        return strata;
    }

    /** What was added since the last call, summed in any order: for the progress only. */
    synchronized LossSum takeLatest() {
        LossSum taken = latest;
        latest = LossSum.NONE;
        return taken;
    }

    private void addStratum(LossSum[] outcomes) {
        int cycle = schedule.cycle(strata);
        if (cycles.size() == cycle) {
            cycles.add(LossSum.NONE);
        }
        LossSum sum = cycles.get(cycle);
        for (LossSum outcome : outcomes) {
            sum = sum.plus(outcome);
        }
        cycles.set(cycle, sum);
        pending.remove(strata);
        strata++;
    }

    /** The outcomes of a stratum by row block. */
    private static final class Pending {
        private final LossSum[] outcomes;
        private int missing;

        Pending(int blocks) {
            outcomes = new LossSum[blocks];
            missing = blocks;
        }

        void add(int rowBlock, LossSum outcome) {
            outcomes[rowBlock] = outcome;
            missing--;
        }
    }
}
