package org.wordloom.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import org.wordloom.base.Progress;
import org.wordloom.train.HogwildTrainer;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.ArchitectureChoice;

/**
 * How much faster several threads train skip-gram than one, within one JVM whose code is compiled: runs of a second or
 * two, since neighbours and the places of a virtual machine's cores change within a minute. Beside it how far the cores
 * of two threads were from each other meanwhile ({@link CoreDistance}), and what as many trainers of one thread do at once
 * that share no model. {@code bench/thread_scaling.sh} calls it. Arguments: text, threads, pairs, dim, sample.
 */
public final class ThreadScaling {
    private static final int ROUNDS_BEFORE = 3;
    /** Shards of 250,000 tokens. */
    private static final int SHARDS_A_RUN = 16;
    /** Blocks that a thread reads between two meetings, of which a run has about six: they take some percent of its time. */
    private static final int READS_A_MEETING = 8;
    /** Cores that share a cache are no farther, and those that share none no nearer; nanoseconds. */
    private static final double NEAR = 60;

    private static final double FAR = 110;

    private final MemoryShards text;
    private final int threads;
    private final TrainingOptions options;

    private record Pair(double alone, double together, double apart, double distance) {
        double ratio() {
            return together / alone;
        }

        double apartRatio() {
            return apart / alone;
        }
    }

    private ThreadScaling(MemoryShards text, int threads, int dim, double sample) {
        this.text = text;
        this.threads = threads;
        this.options = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .dim(dim)
                .sample(sample)
                .epochs(1)
                .build();
    }

    public static void main(String[] arguments) throws Exception {
        ThreadScaling scaling = new ThreadScaling(
                MemoryShards.of(Path.of(arguments[0])),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[3]),
                Double.parseDouble(arguments[4]));
        scaling.run(Integer.parseInt(arguments[2]));
    }

    private void run(int number) throws Exception {
        List<Pair> pairs = new ArrayList<>();
        for (int round = 0; round < ROUNDS_BEFORE + number; round++) {
            Pair pair = pair(text.some(round * SHARDS_A_RUN, SHARDS_A_RUN));
            if (round >= ROUNDS_BEFORE) {
                pairs.add(pair);
                print(
                        "1 thread %.2f million words/s, %d threads %.2f, ratio %.2f, %.0f ns apart; %2$d models %.2f, %.2f",
                        pair.alone, threads, pair.together, pair.ratio(), pair.distance, pair.apart, pair.apartRatio());
            }
        }
        tell("all", pairs);
        tell(
                "cores that share a cache",
                pairs.stream().filter(pair -> pair.distance <= NEAR).toList());
        tell(
                "cores that share none",
                pairs.stream().filter(pair -> pair.distance >= FAR).toList());
    }

    private void tell(String which, List<Pair> pairs) {
        if (!pairs.isEmpty()) {
            print(
                    "median of %d pairs, %s: one model %.2f, %d models %.2f",
                    pairs.size(), which, median(pairs, Pair::ratio), threads, median(pairs, Pair::apartRatio));
        }
    }

    /** One thread before and after the others, so that what changes meanwhile counts by half. */
    private Pair pair(MemoryShards part) throws Exception {
        double first = wordsPerSecond(part, 1);
        CoreDistance distance = new CoreDistance();
        double together = wordsPerSecond(part.onRead(new Meetings(distance)), threads);
        double apart = apart(part);
        return new Pair((first + wordsPerSecond(part, 1)) / 2, together, apart, distance.nanoseconds());
    }

    /** Has the threads of a run meet. */
    private record Meetings(CoreDistance distance, ThreadLocal<int[]> reads) implements Runnable {
        Meetings(CoreDistance distance) {
            this(distance, ThreadLocal.withInitial(() -> new int[1]));
        }

        @Override
        public void run() {
            int[] count = reads.get();
            if (++count[0] % READS_A_MEETING == 0) {
                distance.meet();
            }
        }
    }

    private double wordsPerSecond(MemoryShards part, int withThreads) throws Exception {
        HogwildTrainer.Result result = new HogwildTrainer(
                        options.toBuilder().threads(withThreads).build(),
                        text.vocabulary().counts())
                .train(part, Progress.Listener.none());
        return result.words() / result.seconds() / 1e6;
    }

    private double apart(MemoryShards part) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Double>> trainers = new ArrayList<>();
            for (int trainer = 0; trainer < threads; trainer++) {
                trainers.add(() -> wordsPerSecond(part, 1));
            }
            double sum = 0;
            for (Future<Double> rate : pool.invokeAll(trainers)) {
                sum += rate.get();
            }
            return sum;
        } finally {
            pool.shutdown();
        }
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> of) {
        double[] sorted = pairs.stream().mapToDouble(of).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
