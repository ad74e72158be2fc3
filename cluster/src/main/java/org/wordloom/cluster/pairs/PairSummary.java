package org.wordloom.cluster.pairs;

import java.util.List;
import org.wordloom.cluster.TrainingSummary.WrittenFile;
import org.wordloom.cluster.strata.StrataResult;

/**
 * What a training run did.
 *
 * @param kernel the name of the kernel that ran
 * @param blocks P
 * @param cycles how often every pair of blocks met
 * @param pairs weight of all pairs of an epoch, after subsampling
 * @param result of the strata; its entries are pairs, its losses those of a pair with its negatives
 * @param files what was written
 */
public record PairSummary(
        String kernel, int blocks, int cycles, double pairs, StrataResult<?> result, List<WrittenFile> files) {
    public PairSummary {
        files = List.copyOf(files);
    }
}
