package org.wordloom.cluster.replicas;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wordloom.base.Progress;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.RowLayout;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.encoding.StoredShards;
import org.wordloom.cluster.progress.ExecutorProgress;
import org.wordloom.cluster.progress.ProgressMessage;
import org.wordloom.cluster.replicas.ReplicaReport.CurvatureSums;
import org.wordloom.cluster.spark.TaskDevice;
import org.wordloom.cluster.spark.TaskOutcome;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.merge.MergeRule;
import org.wordloom.train.Replica;
import org.wordloom.train.Round;
import org.wordloom.train.RoundResult;
import org.wordloom.train.RoundTrainer;
import org.wordloom.train.StepSchedule;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.WorkingSet;
import scala.Tuple2;

/**
 * What replicas do on executors; sent there once. A round's training is a pure function of its blocks and steps when a
 * replica has one thread.
 */
final class ReplicaTasks implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaTasks.class);

    private final BlockFiles files;
    private final TrainingOptions options;
    private final ReplicaOptions replicas;
    private final ArrayList<EncodedCorpus.Shard> shards;
    private final long[] counts;
    private final ReplicaTurns turns;
    private final String progressKey;

    /** Made where they are used, for all rounds. */
    private transient RoundTrainer trainer;

    /**
     * @param options with the threads of one replica, 0 for all cores of the machine that it runs on
     * @param counts of the words, by id
     * @param progressKey see {@link org.wordloom.cluster.progress.ProgressBoard#begin}
     */
    ReplicaTasks(
            BlockFiles files,
            TrainingOptions options,
            ReplicaOptions replicas,
            EncodedCorpus corpus,
            long[] counts,
            ReplicaTurns turns,
            String progressKey) {
        this.files = files;
        this.options = options;
        this.replicas = replicas;
        this.shards = new ArrayList<>(corpus.shards());
        this.counts = counts;
        this.turns = turns;
        this.progressKey = progressKey;
    }

    BlockFiles files() {
        return files;
    }

    RowLayout layout() {
        return files.layout();
    }

    RowBlocks blocks() {
        return new RowBlocks(layout(), options.seed());
    }

    /** Who trains what, see {@link RoundSlices}. */
    StepSchedule schedule() {
        long[] tokens = shards.stream().mapToLong(EncodedCorpus.Shard::tokens).toArray();
        return new StepSchedule(tokens, replicas.replicas(), replicas.steps(), options.epochs());
    }

    /**
     * Trains a replica of all rows.
     *
     * @param model all blocks
     * @param from the first step of the round
     * @param to its end, exclusive
     * @return its report, then the rows that it changed, block by block
     */
    Iterator<Tuple2<Integer, ReplicaMessage>> train(
            int replica, Iterator<Tuple2<Integer, byte[]>> model, int from, int to)
            throws IOException, InterruptedException {
        RoundSlices slices = new RoundSlices(schedule(), from, to);
        return train(replica, slices, () -> {
            Replica rows = replica(model);
            return new Ready(rows, block -> changed(replica, rows, block), progress -> trainer()
                    .train(rows, slices.round(), shards(), slices.of(replica), progress));
        });
    }

    /**
     * Trains a replica of the rows that its text needs.
     *
     * @param answers to what {@link #requests} asked for
     */
    Iterator<Tuple2<Integer, ReplicaMessage>> trainSet(int replica, Iterator<RowAnswer> answers, int from, int to)
            throws IOException, InterruptedException {
        RoundSlices slices = new RoundSlices(schedule(), from, to);
        return train(replica, slices, () -> {
            WorkingSet set = workingSet(replica, slices);
            SetRows wanted = SetRows.of(layout(), set);
            Replica rows = wanted.replica(answers);
            return new Ready(rows, block -> wanted.changed(replica, rows, block), progress -> trainer()
                    .train(set, rows, slices.round(), shards(), slices.of(replica), progress));
        });
    }

    /** The rows that a replica needs for a round, by block. */
    Iterator<Tuple2<Integer, RowRequest>> requests(int replica, int from, int to)
            throws IOException, InterruptedException {
        turns.take();
        WorkingSet set = workingSet(replica, new RoundSlices(schedule(), from, to));
        return SetRows.of(layout(), set).requests(replica);
    }

    /** What a block answers to requests, each for the replica that asked. */
    Iterator<Tuple2<Integer, RowAnswer>> answers(int block, Iterable<MergedBlock> model, Iterable<RowRequest> requests)
            throws IOException {
        if (!requests.iterator().hasNext()) {
            return Collections.emptyIterator();
        }
        RowMatrix rows = blocks().rows(block, model.iterator().next().bytes());
        return StreamSupport.stream(requests.spliterator(), false)
                .map(request -> new Tuple2<>(request.replica(), SetRows.answer(block, rows, request)))
                .iterator();
    }

    private WorkingSet workingSet(int replica, RoundSlices slices) throws IOException {
        return trainer()
                .workingSet(replica, slices.fromStep(), shards(), slices.of(replica), ReplicaOptions.NOISE_DRAWS);
    }

    /** A replica that has its rows. */
    private record Ready(Replica rows, IntFunction<ReplicaRows> changed, Training training) {}

    /** Takes its rows to wherever they come from. */
    private interface Fetching {
        Ready fetch() throws IOException;
    }

    /** Trains a replica for a round. */
    private interface Training {
        RoundResult train(Progress.Listener progress) throws IOException, InterruptedException;
    }

    private Iterator<Tuple2<Integer, ReplicaMessage>> train(int replica, RoundSlices slices, Fetching fetching)
            throws IOException, InterruptedException {
        // Its rows are sent when this has returned: they are there until the task ends.
        turns.take();
        try {
            long start = System.nanoTime();
            // Rows that are lost on their way are no failure of training: Spark makes them anew and repeats this.
            Ready ready = fetching.fetch();
            double fetched = (System.nanoTime() - start) * 1e-9;
            return messages(replica, TaskOutcome.of(() -> train(replica, slices.round(), ready, fetched)), ready);
        } catch (WordloomException | OutOfMemoryError e) { // would be so again, but for what cannot be read
            return messages(replica, TaskOutcome.failure(e), null);
        }
    }

    private ReplicaReport train(int replica, Round round, Ready ready, double fetchSeconds)
            throws IOException, InterruptedException {
        RoundResult result = ready.training().train(progress -> tell(replica, round, progress));
        return report(replica, ready.rows(), fetchSeconds, result);
    }

    private ReplicaReport report(int replica, Replica rows, double fetchSeconds, RoundResult result) {
        boolean curved = replicas.rule() == MergeRule.CURVATURE;
        long held = (long) rows.input().rows() + rows.output().rows();
        long changed = changed(rows.inputUpdates()) + changed(rows.outputUpdates());
        long rowBytes = (long) layout().dim() * Float.BYTES;
        return new ReplicaReport(
                replica,
                result.kernel(),
                options.threadsHere(),
                fetchSeconds,
                result.seconds(),
                result.words(),
                result.lossSum(),
                result.lossPairs(),
                result.rate(),
                held,
                held * rowBytes,
                changed,
                changed * rowBytes,
                curved ? CurvatureSums.of(result.inputCurvature()) : null,
                curved ? CurvatureSums.of(result.outputCurvature()) : null);
    }

    private static long changed(float[] updates) {
        long changed = 0;
        for (float count : updates) {
            changed += count == 0 ? 0 : 1;
        }
        return changed;
    }

    private Iterator<Tuple2<Integer, ReplicaMessage>> messages(
            int replica, TaskOutcome<ReplicaReport> outcome, Ready trained) {
        Stream<Tuple2<Integer, ReplicaMessage>> report =
                Stream.of(new Tuple2<>(BlockPartitioner.REPORTS, ReplicaMessage.of(replica, outcome)));
        if (outcome.result() == null) {
            return report.iterator();
        }
        // One block at a time: all of them at once would be another model.
        Stream<Tuple2<Integer, ReplicaMessage>> rows = IntStream.range(0, layout().blocks())
                .mapToObj(block -> new Tuple2<>(block, trained.changed().apply(block)))
                .filter(message -> message._2().size() > 0)
                .map(message -> new Tuple2<>(message._1(), ReplicaMessage.of(message._2())));
        return Stream.concat(report, rows).iterator();
    }

    private ReplicaRows changed(int replica, Replica trained, int block) {
        boolean inputs = layout().side(block) == Side.INPUT;
        int first = layout().first(block);
        return ReplicaRows.of(
                replica,
                inputs ? trained.input() : trained.output(),
                first,
                first + layout().rowCount(block),
                inputs ? trained.inputUpdates() : trained.outputUpdates(),
                row -> row - first);
    }

    private StoredShards shards() {
        return new StoredShards(files.storage(), shards, counts.length);
    }

    private Replica replica(Iterator<Tuple2<Integer, byte[]>> model) throws IOException {
        RowMatrix input = new RowMatrix(layout().inputRows(), layout().dim());
        RowMatrix output = new RowMatrix(layout().outputRows(), layout().dim());
        RowBlocks blocks = blocks();
        while (model.hasNext()) {
            Tuple2<Integer, byte[]> block = model.next();
            boolean inputs = layout().side(block._1()) == Side.INPUT;
            blocks.copy(block._1(), blocks.rows(block._1(), block._2()), inputs ? input : output);
        }
        return Replica.counting(input, output);
    }

    private void tell(int replica, Round round, Progress progress) {
        long before = round.wordsBefore() / replicas.replicas();
        ExecutorProgress.instance()
                .set(new ProgressMessage(
                        progressKey,
                        Integer.toString(replica),
                        before + progress.done(),
                        progress.rate(),
                        progress.loss()));
    }

    /** The first of a JVM may measure kernels, which two must not do at once. */
    private synchronized RoundTrainer trainer() {
        if (trainer == null) {
            trainer = new RoundTrainer(options, counts, TaskDevice::decide);
            LOG.info(trainer.reason());
        }
        return trainer;
    }
}
