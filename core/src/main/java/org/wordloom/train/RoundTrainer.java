package org.wordloom.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.Progress;
import org.wordloom.corpus.ShardSlice;
import org.wordloom.corpus.ShardSource;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.merge.Curvature;

/**
 * Trains one replica for one round with Hogwild threads. Built once for a vocabulary, used for any number of rounds. With
 * one thread the result is a function of the rows, the round and the slices.
 */
public final class RoundTrainer {
    private final TrainingOptions options;
    private final TrainingPlan plan;

    /**
     * @param options validated options; {@code threads} are those of this task
     * @param counts how often each word occurs in the whole corpus, by id
     */
    public RoundTrainer(TrainingOptions options, long[] counts) {
        this.options = options;
        this.plan = new TrainingPlan(options, counts);
    }

    /** Rows of the output matrix. */
    public int outputRows() {
        return plan.objective().rows();
    }

    /** Fills rows of the input matrix with what training starts from; the output matrix starts from zeros. */
    public static void initialize(RowMatrix block, int firstRow, long seed) {
        InitialVectors.uniform(block, firstRow, seed);
    }

    /**
     * Trains the replica.
     *
     * @param replica rows of the whole model
     * @param slices what to train on; {@link RoundSchedule#slices}
     * @param progress called a few times a second with stage "train" and unit "words", of this round and replica
     * @throws org.wordloom.base.WordloomException TRAINING on NaN or infinity, naming the step; ENVIRONMENT when a
     *     forced kernel is absent. Any other failure of a worker stops all workers and is rethrown.
     */
    public RoundResult train(
            Replica replica, Round round, ShardSource shards, List<ShardSlice> slices, Progress.Listener progress)
            throws IOException, InterruptedException {
        long words = 0;
        for (ShardSlice slice : slices) {
            words += slice.to() - slice.from();
        }
        TrainingClock clock = new TrainingClock(words, round, options.rate(), options.minRateFraction());
        WorkQueue queue = new WorkQueue(round.epoch(), 1, slices);
        List<Worker> workers = new ArrayList<>();
        for (int t = 0; t < HogwildTrainer.threads(options); t++) {
            workers.add(new Worker(options, plan, shards, queue, clock, replica));
        }
        double rateBefore = clock.rate();
        long start = System.nanoTime();
        TrainingMonitor monitor = new TrainingMonitor(clock, progress);
        new WorkerPool(workers, queue::stop, monitor::report).run();
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new RoundResult(
                plan.kernel().name(),
                seconds,
                clock.words(),
                clock.loss(),
                clock.pairs(),
                (rateBefore + clock.rate()) / 2,
                new Curvature(options.dim()),
                new Curvature(options.dim()));
    }
}
