package org.wordloom.cluster.strata;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wordloom.cluster.checkpoint.LossSum;

/**
 * What a run of strata came to.
 *
 * @param blocks the trained blocks; readable until the checkpoints are removed
 * @param cycles entries and loss of each cycle, those before a resume included
 * @param samples loss over time, at most a few hundred; only since a resume
 * @param seconds wall seconds of this run's training
 * @param entries that this run trained on
 * @param bytesMoved bytes of column blocks that went from one visit to another place; 0 within one JVM
 * @param threads how many visits ran at once, times the threads of each
 * @param inMemory whether blocks were handed over by reference in one JVM
 * @param checkpoints how many were written
 * @param resumedAt the number of strata that a checkpoint spared this run; 0 without one
 */
public record StrataResult<B>(
        BlockSource<B> blocks,
        List<LossSum> cycles,
        List<Sample> samples,
        double seconds,
        long entries,
        long bytesMoved,
        int threads,
        boolean inMemory,
        int checkpoints,
        long resumedAt) {
    public StrataResult {
        cycles = List.copyOf(cycles);
        samples = List.copyOf(samples);
    }

    /**
     * A moment of training.
     *
     * @param seconds since training began
     * @param entries trained on so far
     * @param loss mean loss an entry since the sample before
     */
    public record Sample(double seconds, long entries, double loss) {}

    /** Mean loss an entry in the last cycle. */
    public double loss() {
        return cycles.get(cycles.size() - 1).meanLoss();
    }

    /** The names of the kernels that ran, those before a resume included; empty where visits do not tell. */
    public String kernel() {
        return String.join(", ", LossSum.kernels(cycles));
    }

    /**
     * What a model made by this run says of its making.
     *
     * @param notes what was known before
     * @param exact whether the number of threads decides nothing
     */
    public Map<String, String> provenance(Map<String, String> notes, boolean exact) {
        Map<String, String> provenance = new TreeMap<>(notes);
        provenance.put("kernel", kernel());
        if (!exact) {
            provenance.put("threads", Integer.toString(threads));
        }
        return provenance;
    }

    public double entriesPerSecond() {
        return seconds > 0 ? entries / seconds : 0;
    }
}
