package org.wordloom.cluster.replicas;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.wordloom.base.Progress;
import org.wordloom.cluster.EncodedCorpus;
import org.wordloom.cluster.Storage;
import org.wordloom.cluster.StoredShards;
import org.wordloom.cluster.TaskOutcome;
import org.wordloom.cluster.progress.ExecutorProgress;
import org.wordloom.cluster.progress.ProgressMessage;
import org.wordloom.cluster.replicas.ReplicaReport.CurvatureSums;
import org.wordloom.cluster.strata.Checkpoint;
import org.wordloom.cluster.strata.Side;
import org.wordloom.cluster.strata.WrittenBlock;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.merge.MergeRule;
import org.wordloom.model.WordModel;
import org.wordloom.train.Replica;
import org.wordloom.train.Round;
import org.wordloom.train.RoundResult;
import org.wordloom.train.RoundSchedule;
import org.wordloom.train.RoundTrainer;
import org.wordloom.train.TrainingOptions;
import org.wordloom.vocab.Vocabulary;
import scala.Tuple2;

/**
 * What replicas do on executors; sent there once. A round's training is a pure function of its blocks and steps when a
 * replica has one thread.
 */
final class ReplicaTasks implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Storage storage;
    private final TrainingOptions options;
    private final ReplicaOptions replicas;
    private final RowLayout layout;
    private final ArrayList<EncodedCorpus.Shard> shards;
    private final long[] counts;
    private final int atOnce;
    private final String progressKey;

    /** Made where they are used, for all rounds. */
    private transient volatile RoundTrainer trainer;

    private transient volatile Semaphore running;

    /**
     * @param options with the threads of one replica
     * @param counts of the words, by id
     * @param atOnce how many replicas one JVM holds at a time, as far as this class is to see to that
     * @param progressKey see {@link org.wordloom.cluster.progress.ProgressBoard#begin}
     */
    ReplicaTasks(
            Storage storage,
            TrainingOptions options,
            ReplicaOptions replicas,
            RowLayout layout,
            EncodedCorpus corpus,
            long[] counts,
            int atOnce,
            String progressKey) {
        this.storage = storage;
        this.options = options;
        this.replicas = replicas;
        this.layout = layout;
        this.shards = new ArrayList<>(corpus.shards());
        this.counts = counts;
        this.atOnce = atOnce;
        this.progressKey = progressKey;
    }

    Storage storage() {
        return storage;
    }

    RowBlocks blocks() {
        return new RowBlocks(layout, options.seed());
    }

    /** Who trains what, see {@link RoundPieces}. */
    RoundSchedule schedule() {
        long[] tokens = shards.stream().mapToLong(EncodedCorpus.Shard::tokens).toArray();
        return new RoundSchedule(tokens, replicas.replicas(), replicas.steps(), options.epochs());
    }

    /**
     * Trains a replica on all rows.
     *
     * @param model all blocks
     * @param from the first step of the round
     * @param to behind the last
     * @return its report, then the rows that it changed, block by block
     */
    Iterator<Tuple2<Integer, ReplicaMessage>> train(
            int replica, Iterator<Tuple2<Integer, byte[]>> model, int from, int to) throws InterruptedException {
        Semaphore permits = running();
        permits.acquire();
        Replica[] trained = new Replica[1];
        TaskOutcome<ReplicaReport> outcome;
        try {
            outcome = TaskOutcome.of(() -> {
                long start = System.nanoTime();
                trained[0] = replica(model);
                double fetched = (System.nanoTime() - start) * 1e-9;
                return train(replica, trained[0], fetched, new RoundPieces(schedule(), from, to));
            });
        } finally {
            permits.release();
        }
        return messages(replica, trained[0], outcome);
    }

    /** The bytes of a block in a checkpoint. FORMAT error when its file is damaged. */
    byte[] read(int block, String folder, Checkpoint checkpoint) {
        return checkpoint.file(layout.side(block), layout.index(block))
                .read(storage, folder, (in, name, length) -> in.readNBytes(Math.toIntExact(layout.bytes(block))));
    }

    /** Writes a block as a file of a checkpoint. */
    WrittenBlock write(int block, byte[] bytes, String folder) {
        long attempt = TaskContext.get().taskAttemptId();
        return WrittenBlock.write(
                storage, folder, layout.side(block), layout.index(block), attempt, out -> out.write(bytes));
    }

    /** The whole model of a checkpoint. */
    WordModel model(Vocabulary vocabulary, String folder, Checkpoint checkpoint, Map<String, String> provenance)
            throws IOException {
        Iterator<Tuple2<Integer, byte[]>> files = IntStream.range(0, layout.blocks())
                .mapToObj(block -> new Tuple2<>(block, read(block, folder, checkpoint)))
                .iterator();
        Replica whole = replica(files);
        return new WordModel(vocabulary, whole.input(), whole.output(), provenance);
    }

    private Replica replica(Iterator<Tuple2<Integer, byte[]>> model) throws IOException {
        RowMatrix input = new RowMatrix(layout.inputRows(), layout.dim());
        RowMatrix output = new RowMatrix(layout.outputRows(), layout.dim());
        RowBlocks blocks = blocks();
        while (model.hasNext()) {
            Tuple2<Integer, byte[]> block = model.next();
            boolean inputs = layout.side(block._1()) == Side.ROWS;
            blocks.copy(block._1(), blocks.rows(block._1(), block._2()), inputs ? input : output);
        }
        return Replica.counting(input, output);
    }

    private ReplicaReport train(int replica, Replica rows, double fetchSeconds, RoundPieces pieces)
            throws IOException, InterruptedException {
        Round round = pieces.round();
        RoundResult result = trainer()
                .train(
                        rows,
                        round,
                        new StoredShards(storage, shards, counts.length),
                        pieces.of(replica),
                        progress -> tell(replica, round, progress));
        boolean curved = replicas.rule() == MergeRule.CURVATURE;
        return new ReplicaReport(
                replica,
                result.kernel(),
                options.threads(),
                fetchSeconds,
                result.seconds(),
                result.words(),
                result.lossSum(),
                result.lossPairs(),
                result.rate(),
                (long) layout.inputRows() + layout.outputRows(),
                layout.modelBytes(),
                changed(rows.inputUpdates()) + changed(rows.outputUpdates()),
                (changed(rows.inputUpdates()) + changed(rows.outputUpdates())) * layout.dim() * Float.BYTES,
                curved ? CurvatureSums.of(result.inputCurvature()) : null,
                curved ? CurvatureSums.of(result.outputCurvature()) : null);
    }

    private static long changed(int[] updates) {
        return IntStream.of(updates).filter(count -> count != 0).count();
    }

    private Iterator<Tuple2<Integer, ReplicaMessage>> messages(
            int replica, Replica trained, TaskOutcome<ReplicaReport> outcome) {
        Stream<Tuple2<Integer, ReplicaMessage>> report =
                Stream.of(new Tuple2<>(BlockPartitioner.REPORTS, ReplicaMessage.of(outcome)));
        if (outcome.result() == null) {
            return report.iterator();
        }
        // One block at a time: all of them at once would be another model.
        Stream<Tuple2<Integer, ReplicaMessage>> rows = IntStream.range(0, layout.blocks())
                .mapToObj(block -> new Tuple2<>(block, changed(replica, trained, block)))
                .filter(message -> message._2().size() > 0)
                .map(message -> new Tuple2<>(message._1(), ReplicaMessage.of(message._2())));
        return Stream.concat(report, rows).iterator();
    }

    private ReplicaRows changed(int replica, Replica trained, int block) {
        boolean inputs = layout.side(block) == Side.ROWS;
        return ReplicaRows.of(
                replica,
                inputs ? trained.input() : trained.output(),
                layout.first(block),
                layout.rows(block),
                inputs ? trained.inputUpdates() : trained.outputUpdates());
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

    private RoundTrainer trainer() {
        RoundTrainer made = trainer;
        if (made == null) {
            made = new RoundTrainer(options, counts);
            trainer = made;
        }
        return made;
    }

    private synchronized Semaphore running() {
        if (running == null) {
            running = new Semaphore(atOnce);
        }
        return running;
    }
}
