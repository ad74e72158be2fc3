package org.wordloom.cluster.glove;

import java.util.List;
import org.wordloom.cluster.TrainingSummary.WrittenFile;
import org.wordloom.cluster.strata.StrataResult.Sample;
import org.wordloom.cluster.strata.VisitOutcome;

/**
 * What a training run did.
 *
 * @param kernel the name of the kernel that ran
 * @param threads that trained at once
 * @param blocks P
 * @param seconds wall seconds of training
 * @param entries cells that this run trained on, all cycles together
 * @param cycles entries and loss of each cycle, those before a resume included
 * @param bytesMoved bytes of blocks that were not handed over by reference
 * @param inMemory whether all blocks were in one JVM
 * @param cachedBytes the budget for cells in memory; 0 when each visit read its cells
 * @param checkpoints how many were written
 * @param resumedAt strata that a checkpoint spared this run
 * @param files what was written
 * @param samples loss over time
 */
public record GloveSummary(
        String kernel,
        int threads,
        int blocks,
        double seconds,
        long entries,
        List<VisitOutcome> cycles,
        long bytesMoved,
        boolean inMemory,
        long cachedBytes,
        int checkpoints,
        long resumedAt,
        List<WrittenFile> files,
        List<Sample> samples) {
    public GloveSummary {
        cycles = List.copyOf(cycles);
        files = List.copyOf(files);
        samples = List.copyOf(samples);
    }

    /** Mean loss an entry in the last cycle. */
    public double loss() {
        return cycles.get(cycles.size() - 1).meanLoss();
    }

    public double entriesPerSecond() {
        return seconds > 0 ? entries / seconds : 0;
    }
}
