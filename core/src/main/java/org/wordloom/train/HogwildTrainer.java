package org.wordloom.train;

import java.io.IOException;
import java.util.Collections;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Progress;
import org.wordloom.base.WordloomException;
import org.wordloom.corpus.ShardSource;
import org.wordloom.matrix.RowMatrix;

/**
 * Trains one replica of a word model on one machine with Hogwild threads (Niu et al. 2011): the threads share the
 * matrices and do not lock.
 */
public final class HogwildTrainer {
    /** Counts, subsampling, the alias table and what builds it. */
    private static final long NOISE_BYTES_PER_WORD = 64;
    /** Counts, subsampling, and a tree whose paths have 20 nodes on average, 5 bytes each, with what builds it. */
    private static final long TREE_BYTES_PER_WORD = 160;

    private final TrainingOptions options;
    private final long[] counts;
    private final KernelDecider decider;

    /**
     * @param options validated options
     * @param counts how often each word occurs in the corpus, by id
     */
    public HogwildTrainer(TrainingOptions options, long[] counts) {
        this(options, counts, KernelDecider.ofMachine());
    }

    /** @param decider tells which kernel runs */
    public HogwildTrainer(TrainingOptions options, long[] counts, KernelDecider decider) {
        this.options = options;
        this.counts = counts.clone();
        this.decider = decider;
    }

    /** Bytes of heap that training needs for a vocabulary of this size, for a refusal before it starts. */
    public static long memoryBytes(TrainingOptions options, int vocabularySize) {
        long bytesPerWord = options.objective() == ObjectiveChoice.HIERARCHICAL_SOFTMAX
                ? TREE_BYTES_PER_WORD
                : NOISE_BYTES_PER_WORD;
        long model = 2 * RowMatrix.bytes(vocabularySize, options.dim());
        long device = options.kernel() == KernelChoice.OPENCL ? model + DeviceLoop.keptBytes(model) : 0;
        return model
                + device
                + bytesPerWord * vocabularySize
                + options.threadsHere() * TrainingPlan.tilesBytes(options);
    }

    /**
     * Trains all epochs over the shards.
     *
     * @param progress called a few times a second with stage "train" and unit "words"
     * @throws org.wordloom.base.WordloomException TRAINING on NaN or infinity, naming the step; ENVIRONMENT when a
     *     forced kernel is absent. Any other failure of a worker stops all workers and is rethrown.
     */
    public Result train(ShardSource shards, Progress.Listener progress) throws IOException, InterruptedException {
        KernelDecision decision = decide();
        TrainingPlan plan =
                new TrainingPlan(options.toBuilder().kernel(decision.kernel()).build(), counts);
        RowMatrix input = new RowMatrix(counts.length, options.dim());
        RowMatrix output = new RowMatrix(plan.objective().rows(), options.dim());
        InitialVectors.uniform(input, options.seed());
        TrainingClock clock = new TrainingClock(totalWords(shards), options.linearRate());
        WorkQueue queue = WorkQueue.of(options.epochs(), shards);
        Replica replica = new Replica(input, output);
        TrainingWorkers training = new TrainingWorkers(options, plan, shards, queue, clock, replica);
        long start = System.nanoTime();
        TrainingMonitor monitor = new TrainingMonitor(clock, progress);
        if (decision.device().isPresent()) {
            training.onDevice(decision.device().get(), null, monitor);
        } else {
            training.onProcessor(Collections.nCopies(options.threadsHere(), null), monitor);
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        requireFinite(input, "input", options.rate());
        requireFinite(output, "output", options.rate());
        return new Result(
                input, output, decision.name(), decision.reason(), seconds, clock.words(), monitor.finalLoss());
    }

    private KernelDecision decide() {
        long bytes = 2 * RowMatrix.bytes(counts.length, options.dim());
        return decider.decide(options.kernel(), bytes, device -> TileTrial.decide(options, counts, device));
    }

    /** The last guard: no model with NaN or infinity is ever handed on. */
    private static void requireFinite(RowMatrix matrix, String name, double rate) {
        for (int row = 0; row < matrix.rows(); row++) {
            float[] chunk = matrix.chunk(row);
            int offset = matrix.offset(row);
            for (int c = offset; c < offset + matrix.columns(); c++) {
                if (!Float.isFinite(chunk[c])) {
                    throw new WordloomException(
                            ExitCode.TRAINING,
                            "training diverged: row " + row + " of the " + name
                                    + " vectors is NaN or infinite at the end of the last epoch; use a lower --rate than "
                                    + rate);
                }
            }
        }
    }

    private long totalWords(ShardSource shards) {
        long words = 0;
        for (int shard = 0; shard < shards.shards(); shard++) {
            words += shards.tokens(shard);
        }
        return words * options.epochs();
    }

    /**
     * What training made.
     *
     * @param input input vectors, a row a word
     * @param output output vectors, a row a word (or a row an inner node of the Huffman tree)
     * @param kernel the name of the kernel that ran
     * @param kernelReason why it was that one
     * @param seconds wall seconds of the training loop
     * @param words words read, all epochs together
     * @param loss mean loss per pair in the last tenth of training
     */
    public record Result(
            RowMatrix input,
            RowMatrix output,
            String kernel,
            String kernelReason,
            double seconds,
            long words,
            double loss) {}
}
