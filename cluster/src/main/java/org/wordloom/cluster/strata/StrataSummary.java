package org.wordloom.cluster.strata;

import java.util.List;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.cluster.output.WrittenFile;
import org.wordloom.cluster.strata.StrataResult.Sample;

/**
 * What a training run by strata did; small, since the vectors themselves never pass the driver.
 *
 * @param kernel the name of the kernel that ran
 * @param threads that trained at once
 * @param blocks P
 * @param seconds wall seconds of training
 * @param entries cells (or pairs) that this run trained on, all cycles together
 * @param cycles entries and loss of each cycle, those before a resume included
 * @param bytesMoved bytes of blocks that were not handed over by reference
 * @param inMemory whether all blocks were in one JVM
 * @param cachedBytes the budget for cells in memory; 0 when each visit read its cells
 * @param checkpoints how many were written
 * @param resumedAt strata that a checkpoint spared this run
 * @param files what was written
 * @param samples loss over time
 */
public record StrataSummary(
        String kernel,
        int threads,
        int blocks,
        double seconds,
        long entries,
        List<LossSum> cycles,
        long bytesMoved,
        boolean inMemory,
        long cachedBytes,
        int checkpoints,
        long resumedAt,
        List<WrittenFile> files,
        List<Sample> samples) {
    public StrataSummary {
        cycles = List.copyOf(cycles);
        files = List.copyOf(files);
        samples = List.copyOf(samples);
    }

    /**
     * The summary of a result.
     *
     * @param cachedBytes the budget for cells in memory
     */
    public static StrataSummary of(int blocks, long cachedBytes, StrataResult<?> result, List<WrittenFile> files) {
        return new StrataSummary(
                result.kernel(),
                result.threads(),
                blocks,
                result.seconds(),
                result.entries(),
                result.cycles(),
                result.bytesMoved(),
                result.inMemory(),
                cachedBytes,
                result.checkpoints(),
                result.resumedAt(),
                files,
                result.samples());
    }

    /** Mean loss an entry in the last cycle. */
    public double loss() {
        return cycles.get(cycles.size() - 1).meanLoss();
    }

    public double entriesPerSecond() {
        return seconds > 0 ? entries / seconds : 0;
    }
}
