package org.wordloom.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.base.Progress;
import org.wordloom.corpus.ShardSlice;
import org.wordloom.corpus.ShardSource;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.RowSpacing;
import org.wordloom.merge.Curvature;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.vocab.NoiseSubset;

/**
 * Trains one replica for one round with Hogwild threads. Built once for a vocabulary, used for any number of rounds. With
 * one thread the result is a function of the rows, the round and the slices.
 */
public final class RoundTrainer {
    private final TrainingOptions options;
    private final TrainingPlan plan;
    private final KernelDecision decision;
    private final int words;

    /**
     * @param options validated options; {@code threads} are those of this task
     * @param counts how often each word occurs in the whole corpus, by id
     */
    public RoundTrainer(TrainingOptions options, long[] counts) {
        this(options, counts, KernelDecider.ofMachine());
    }

    /**
     * Decides which kernel runs; where that is measured, it takes a few seconds.
     *
     * @param decider knows which device this process may use
     * @throws org.wordloom.base.WordloomException ENVIRONMENT when a forced kernel is absent
     */
    public RoundTrainer(TrainingOptions options, long[] counts, KernelDecider decider) {
        // A working set may be far smaller than the model, so that a forced device is asked when it gets the rows.
        long bytes = options.kernel() == KernelChoice.OPENCL ? 1 : 2 * RowMatrix.bytes(counts.length, options.dim());
        this.options = options;
        this.words = counts.length;
        this.decision = decider.decide(options.kernel(), bytes, device -> TileTrial.decide(options, counts, device));
        this.plan =
                new TrainingPlan(options.toBuilder().kernel(decision.kernel()).build(), counts.clone());
    }

    /** Why this kernel runs; one sentence for the log. */
    public String reason() {
        return decision.sentence();
    }

    /** Rows of the input matrix. */
    public int words() {
        return words;
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
     * @param slices what to train on; {@link StepSchedule#slices}
     * @param progress called a few times a second with stage "train" and unit "words", of this round and replica
     * @throws org.wordloom.base.WordloomException TRAINING on NaN or infinity, naming the step; ENVIRONMENT when a
     *     forced kernel is absent. Any other failure of a worker stops all workers and is rethrown.
     */
    public RoundResult train(
            Replica replica, Round round, ShardSource shards, List<ShardSlice> slices, Progress.Listener progress)
            throws IOException, InterruptedException {
        return train(plan, replica, round, shards, slices, progress);
    }

    /**
     * Trains a replica of the rows of a working set only.
     *
     * @param set made by {@link #workingSet} of the same shards and slices
     * @param replica the set's rows, in its order
     */
    public RoundResult train(
            WorkingSet set,
            Replica replica,
            Round round,
            ShardSource shards,
            List<ShardSlice> slices,
            Progress.Listener progress)
            throws IOException, InterruptedException {
        return train(plan.over(set), replica, round, shards, slices, progress);
    }

    /**
     * The rows that a replica needs for a round; reads the slices once. Hierarchical softmax gives the same bits with them
     * as with all rows.
     *
     * @param noiseDraws how often the noise distribution is drawn from for the replica's set of negatives; as many as
     *     the vocabulary has words, or more, stand for the whole of it
     */
    public WorkingSet workingSet(int replica, int round, ShardSource shards, List<ShardSlice> slices, long noiseDraws)
            throws IOException {
        if (plan.tree() != null) {
            return WorkingSet.of(shards, slices, plan.tree(), words);
        }
        return WorkingSet.of(shards, slices, noise(replica, round, noiseDraws), words);
    }

    private NoiseSubset noise(int replica, int round, long draws) {
        return draws >= words
                ? plan.noise().all()
                : plan.noise().subset(draws, CounterRandom.key(options.seed(), Purpose.NOISE_SUBSET, round, replica));
    }

    private RoundResult train(
            TrainingPlan plan,
            Replica replica,
            Round round,
            ShardSource shards,
            List<ShardSlice> slices,
            Progress.Listener progress)
            throws IOException, InterruptedException {
        long ownWords = 0;
        for (ShardSlice slice : slices) {
            ownWords += slice.to() - slice.from();
        }
        TrainingClock clock = new TrainingClock(ownWords, round, options.linearRate());
        WorkQueue queue = new WorkQueue(round.epoch(), 1, slices);
        TrainingWorkers workers = new TrainingWorkers(options, plan, shards, queue, clock, replica);
        TrainingMonitor monitor = new TrainingMonitor(clock, progress);
        double rateBefore = clock.rate();
        long start = System.nanoTime();
        List<CurvatureMeter> meters = decision.device().isPresent()
                ? runOnDevice(decision.device().get(), workers, monitor)
                : run(workers, monitor);
        replica.endRound(plan.rule());
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new RoundResult(
                decision.nameWithDevice(),
                seconds,
                clock.words(),
                clock.loss(),
                clock.pairs(),
                (rateBefore + clock.rate()) / 2,
                sum(meters, CurvatureMeter::input),
                sum(meters, CurvatureMeter::output));
    }

    private List<CurvatureMeter> run(TrainingWorkers workers, TrainingMonitor monitor)
            throws IOException, InterruptedException {
        List<CurvatureMeter> meters = meters(options.threadsHere(), plan.spacing());
        workers.onProcessor(meters, monitor);
        return meters;
    }

    /** Replicas of this JVM train one after another there: it has one session. */
    private List<CurvatureMeter> runOnDevice(OpenClDevice device, TrainingWorkers workers, TrainingMonitor monitor)
            throws IOException, InterruptedException {
        List<CurvatureMeter> meters = meters(1, RowSpacing.dense(options.dim()));
        synchronized (RoundTrainer.class) {
            workers.onDevice(device, meters.get(0), monitor);
        }
        return meters;
    }

    /** One for each thread; null where there is nothing to measure. */
    private List<CurvatureMeter> meters(int threads, RowSpacing spacing) {
        List<CurvatureMeter> meters = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            meters.add(isMeasured(options) ? new CurvatureMeter(spacing, plan.rule()) : null);
        }
        return meters;
    }

    private Curvature sum(List<CurvatureMeter> meters, Function<CurvatureMeter, Curvature> side) {
        if (!isMeasured(options)) {
            return null;
        }
        Curvature sum = new Curvature(options.dim());
        for (CurvatureMeter meter : meters) {
            sum.add(side.apply(meter));
        }
        return sum;
    }

    private static boolean isMeasured(TrainingOptions options) {
        return options.dim() <= Curvature.MOST_COLUMNS;
    }

    /** Bytes of heap that measuring the curvature needs: both sides of each thread, and their sum. */
    public static long curvatureBytes(TrainingOptions options) {
        long square = (long) options.dim() * options.dim() * Double.BYTES;
        return isMeasured(options) ? 2 * square * (options.threadsHere() + 1L) : 0;
    }
}
