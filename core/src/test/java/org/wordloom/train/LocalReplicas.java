package org.wordloom.train;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.Progress;
import org.wordloom.corpus.ShardSource;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.merge.Curvature;
import org.wordloom.merge.CurvatureSpectrum;
import org.wordloom.merge.MergeRound;
import org.wordloom.merge.MergeRule;
import org.wordloom.merge.RowDeltas;
import org.wordloom.merge.RowMerger;

/**
 * Replicas one after another in one thread, each from a copy of the whole model, merged whole: what a cluster does with
 * many machines, the slow and plain way.
 */
final class LocalReplicas {
    final RowMatrix input;
    final RowMatrix output;

    private final TrainingOptions options;
    private final long[] counts;
    private final RoundTrainer trainer;
    private final ShardSource shards;

    LocalReplicas(TrainingOptions options, long[] counts, ShardSource shards) {
        this.options = options;
        this.counts = counts;
        this.trainer = new RoundTrainer(options, counts);
        this.shards = shards;
        this.input = new RowMatrix(counts.length, options.dim());
        this.output = new RowMatrix(trainer.outputRows(), options.dim());
        RoundTrainer.initialize(input, 0, options.seed());
    }

    /** All rounds of all epochs. */
    LocalReplicas train(MergeRule rule, int replicas, int merges) throws Exception {
        StepSchedule schedule = new StepSchedule(tokens(), replicas, merges, options.epochs());
        for (int round = 0; round < schedule.steps(); round++) {
            merge(rule, schedule, round);
        }
        return this;
    }

    /** The mean loss of a sample of the pairs of one epoch, of a model that is not changed by it. */
    double loss() throws Exception {
        TrainingOptions still = options.toBuilder().rate(1e-9).build();
        StepSchedule schedule = new StepSchedule(tokens(), 1, 1, 1);
        RoundResult result = new RoundTrainer(still, counts)
                .train(
                        Replica.counting(copy(input), copy(output)),
                        schedule.round(0, 1),
                        shards,
                        schedule.slices(0, 0),
                        Progress.Listener.none());
        return result.lossSum() / result.lossPairs();
    }

    private void merge(MergeRule rule, StepSchedule schedule, int round) throws Exception {
        List<RowDeltas> inputs = new ArrayList<>();
        List<RowDeltas> outputs = new ArrayList<>();
        Curvature inputCurvature = new Curvature(options.dim());
        Curvature outputCurvature = new Curvature(options.dim());
        double rate = 0;
        for (int r = 0; r < schedule.replicas(); r++) {
            Replica replica = Replica.counting(copy(input), copy(output));
            RoundResult result = trainer.train(
                    replica,
                    schedule.round(round, round + 1),
                    shards,
                    schedule.slices(r, round),
                    Progress.Listener.none());
            inputs.add(RowDeltas.between(input, replica.input(), null, replica.inputUpdates()));
            outputs.add(RowDeltas.between(output, replica.output(), null, replica.outputUpdates()));
            inputCurvature.add(result.inputCurvature());
            outputCurvature.add(result.outputCurvature());
            rate += result.rate() / schedule.replicas();
        }
        new RowMerger(rule, new MergeRound(schedule.replicas(), rate, CurvatureSpectrum.of(inputCurvature)))
                .merge(input, inputs);
        new RowMerger(rule, new MergeRound(schedule.replicas(), rate, CurvatureSpectrum.of(outputCurvature)))
                .merge(output, outputs);
    }

    private long[] tokens() {
        long[] tokens = new long[shards.shards()];
        for (int shard = 0; shard < tokens.length; shard++) {
            tokens[shard] = shards.tokens(shard);
        }
        return tokens;
    }

    private static RowMatrix copy(RowMatrix matrix) {
        RowMatrix copy = new RowMatrix(matrix.rows(), matrix.columns());
        for (int row = 0; row < matrix.rows(); row++) {
            copy.setRow(row, matrix.row(row), 0);
        }
        return copy;
    }
}
