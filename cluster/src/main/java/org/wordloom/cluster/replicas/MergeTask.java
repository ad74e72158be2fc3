package org.wordloom.cluster.replicas;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.wordloom.cluster.TaskOutcome;
import org.wordloom.cluster.replicas.ReplicaReport.CurvatureSums;
import org.wordloom.cluster.strata.Side;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.merge.MergeRound;
import org.wordloom.merge.MergeRule;
import org.wordloom.merge.RowDeltas;
import org.wordloom.merge.RowMerger;

/**
 * Merges what replicas made of blocks, in the order of the replicas.
 *
 * @param replicas R
 * @param rate the mean learning rate of the round
 * @param input curvature of the input rows, or null
 * @param output curvature of the output rows, or null
 */
record MergeTask(
        RowBlocks blocks, MergeRule rule, int replicas, double rate, CurvatureSums input, CurvatureSums output)
        implements Serializable {

    /** The block after the merge. */
    MergedBlock merge(MergedBlock before, Iterable<ReplicaMessage> messages) throws InterruptedException {
        int block = before.block();
        byte[][] after = {before.bytes()};
        TaskOutcome<MergeStatistics> outcome = TaskOutcome.of(() -> {
            RowMatrix rows = blocks.rows(block, before.bytes());
            List<RowDeltas> deltas = deltas(rows, messages);
            MergeStatistics statistics = MergeStatistics.of(deltas, rows.rows(), rows.columns());
            new RowMerger(rule, round(block)).merge(rows, deltas);
            after[0] = blocks.bytes(block, rows);
            return statistics;
        });
        return new MergedBlock(block, after[0], outcome);
    }

    /** The statistics of all blocks of a partition, or the first failure. */
    static TaskOutcome<MergeStatistics> statistics(Iterator<MergedBlock> blocks) throws InterruptedException {
        return TaskOutcome.of(() -> {
            MergeStatistics statistics = MergeStatistics.NONE;
            while (blocks.hasNext()) {
                statistics = statistics.plus(blocks.next().outcome().get());
            }
            return statistics;
        });
    }

    private MergeRound round(int block) {
        CurvatureSums sums = blocks.layout().side(block) == Side.ROWS ? input : output;
        return new MergeRound(replicas, rate, sums == null ? null : sums.curvature());
    }

    /** A place for each replica, in their order: the tree of pairwise sums is one of places. */
    private List<RowDeltas> deltas(RowMatrix before, Iterable<ReplicaMessage> messages) {
        RowDeltas none = new RowDeltas(new int[0], new float[0], new float[0], before.columns());
        List<RowDeltas> deltas = new ArrayList<>(Collections.nCopies(replicas, none));
        for (ReplicaMessage message : messages) {
            deltas.set(message.rows().replica(), message.rows().deltas(before));
        }
        return deltas;
    }
}
