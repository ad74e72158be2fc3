package org.wordloom.cluster.replicas;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.spark.TaskOutcome;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.merge.CurvatureSpectrum;
import org.wordloom.merge.MergeRound;
import org.wordloom.merge.MergeRule;
import org.wordloom.merge.RowDeltas;
import org.wordloom.merge.RowMerger;
import scala.Tuple2;

/**
 * Merges what replicas made of blocks, in the order of the replicas.
 *
 * @param replicas R
 * @param rate the mean learning rate of the round
 * @param input curvature of the input rows, or null
 * @param output curvature of the output rows, or null
 */
record ReplicaMergeTask(
        RowBlocks blocks, MergeRule rule, int replicas, double rate, CurvatureSpectrum input, CurvatureSpectrum output)
        implements Serializable {

    /** The blocks of a partition after the merge, one after the other. */
    Iterator<Tuple2<Integer, MergedBlock>> merge(
            Iterator<Tuple2<Integer, Tuple2<Iterable<MergedBlock>, Iterable<ReplicaMessage>>>> groups) {
        // Some rules have tables for the rows of a side: once a partition.
        Map<Side, RowMerger> mergers = new EnumMap<>(Side.class);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return groups.hasNext();
            }

            @Override
            public Tuple2<Integer, MergedBlock> next() {
                Tuple2<Integer, Tuple2<Iterable<MergedBlock>, Iterable<ReplicaMessage>>> group = groups.next();
                Side side = blocks.layout().side(group._1());
                RowMerger merger = mergers.computeIfAbsent(side, ReplicaMergeTask.this::merger);
                MergedBlock before = group._2()._1().iterator().next();
                return new Tuple2<>(group._1(), merge(before, group._2()._2(), merger));
            }
        };
    }

    private MergedBlock merge(MergedBlock before, Iterable<ReplicaMessage> messages, RowMerger merger) {
        int block = before.block();
        byte[][] after = {before.bytes()};
        try {
            TaskOutcome<MergeStatistics> outcome = TaskOutcome.of(() -> {
                RowMatrix rows = blocks.rows(block, before.bytes());
                List<RowDeltas> deltas = deltas(rows, messages);
                MergeStatistics statistics = MergeStatistics.of(deltas, rows.rows(), rows.columns());
                merger.merge(rows, deltas);
                after[0] = blocks.bytes(block, rows);
                return statistics;
            });
            return new MergedBlock(block, after[0], outcome);
        } catch (InterruptedException e) { // nothing here waits
            throw new IllegalStateException("interrupted while merging block " + block, e);
        }
    }

    private RowMerger merger(Side side) {
        return new RowMerger(rule, new MergeRound(replicas, rate, side == Side.INPUT ? input : output));
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
