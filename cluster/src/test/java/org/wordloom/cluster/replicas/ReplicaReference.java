package org.wordloom.cluster.replicas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.encoding.StoredShards;
import org.wordloom.cluster.replicas.ReplicaOptions.Rows;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.merge.Curvature;
import org.wordloom.merge.CurvatureSpectrum;
import org.wordloom.merge.MergeRound;
import org.wordloom.merge.RowDeltas;
import org.wordloom.merge.RowMerger;
import org.wordloom.train.Replica;
import org.wordloom.train.RoundResult;
import org.wordloom.train.RoundTrainer;
import org.wordloom.train.StepSchedule;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.WorkingSet;

/** Replicas without Spark, without blocks, one after the other: what the job must give, bit for bit. */
record ReplicaReference(EncodedCorpus corpus, long[] counts, TrainingOptions options, ReplicaOptions replicas) {

    /** Both matrices after all rounds, input first. */
    RowMatrix[] train() throws IOException, InterruptedException {
        RoundTrainer trainer = new RoundTrainer(options.toBuilder().threads(1).build(), counts);
        long[] tokens =
                corpus.shards().stream().mapToLong(EncodedCorpus.Shard::tokens).toArray();
        StepSchedule schedule = new StepSchedule(tokens, replicas.replicas(), replicas.merges(), options.epochs());
        RowMatrix input = new RowMatrix(counts.length, options.dim());
        RoundTrainer.initialize(input, 0, options.seed());
        RowMatrix[] model = {input, new RowMatrix(trainer.outputRows(), options.dim())};
        for (int round = 0; round < schedule.steps(); round++) {
            merge(trainer, schedule, round, model);
        }
        return model;
    }

    private void merge(RoundTrainer trainer, StepSchedule schedule, int round, RowMatrix[] model)
            throws IOException, InterruptedException {
        List<RowDeltas> inputs = new ArrayList<>();
        List<RowDeltas> outputs = new ArrayList<>();
        Curvature[] curvatures = {null, null};
        double rate = 0;
        for (int r = 0; r < replicas.replicas(); r++) {
            RoundSlices slices = new RoundSlices(schedule, round, round + 1);
            StoredShards shards = new StoredShards(Storage.local(), corpus.shards(), counts.length);
            RoundResult result;
            if (replicas.rows() == Rows.WORKING_SET) {
                WorkingSet set = trainer.workingSet(r, round, shards, slices.of(r), ReplicaOptions.NOISE_DRAWS);
                RowMatrix[] before = {some(model[0], set.inputRows()), some(model[1], set.outputRows())};
                Replica replica = Replica.counting(copy(before[0]), copy(before[1]));
                result = trainer.train(set, replica, slices.round(), shards, slices.of(r), progress -> {});
                inputs.add(RowDeltas.between(before[0], replica.input(), set.inputRows(), replica.inputUpdates()));
                outputs.add(RowDeltas.between(before[1], replica.output(), set.outputRows(), replica.outputUpdates()));
            } else {
                Replica replica = Replica.counting(copy(model[0]), copy(model[1]));
                result = trainer.train(replica, slices.round(), shards, slices.of(r), progress -> {});
                inputs.add(RowDeltas.between(model[0], replica.input(), null, replica.inputUpdates()));
                outputs.add(RowDeltas.between(model[1], replica.output(), null, replica.outputUpdates()));
            }
            curvatures[0] = sum(curvatures[0], result.inputCurvature());
            curvatures[1] = sum(curvatures[1], result.outputCurvature());
            rate += result.rate() / replicas.replicas();
        }
        new RowMerger(replicas.rule(), new MergeRound(replicas.replicas(), rate, spectrum(curvatures[0])))
                .merge(model[0], inputs);
        new RowMerger(replicas.rule(), new MergeRound(replicas.replicas(), rate, spectrum(curvatures[1])))
                .merge(model[1], outputs);
    }

    private static CurvatureSpectrum spectrum(Curvature curvature) {
        return curvature == null ? null : CurvatureSpectrum.of(curvature);
    }

    private static Curvature sum(Curvature a, Curvature b) {
        if (a == null) {
            return b;
        }
        a.add(b);
        return a;
    }

    private static RowMatrix some(RowMatrix matrix, int[] rows) {
        RowMatrix some = new RowMatrix(rows.length, matrix.columns());
        for (int k = 0; k < rows.length; k++) {
            some.setRow(k, matrix.row(rows[k]), 0);
        }
        return some;
    }

    private static RowMatrix copy(RowMatrix matrix) {
        RowMatrix copy = new RowMatrix(matrix.rows(), matrix.columns());
        for (int row = 0; row < matrix.rows(); row++) {
            copy.setRow(row, matrix.row(row), 0);
        }
        return copy;
    }
}
