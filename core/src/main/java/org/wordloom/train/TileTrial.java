package org.wordloom.train;

import java.util.Arrays;
import java.util.function.Supplier;
import org.wordloom.architecture.Sentence;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.base.RandomStream;
import org.wordloom.kernel.ScalarTileKernel;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.TileKernel;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.opencl.KernelTrial;
import org.wordloom.opencl.LaunchForm;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.TileBatch;
import org.wordloom.opencl.TileSession;
import org.wordloom.opencl.TileShape;
import org.wordloom.opencl.TileTraining;
import org.wordloom.vocab.NoiseSampler;

/** Times the same few thousand tiles, of a text of random words, on a device and on a thread of the processor. */
public final class TileTrial {
    private static final int TILES = 1 << 12;
    /** Rows beyond the most frequent are hardly ever there when they are wanted: more of them change no rate. */
    private static final int MOST_WORDS = 1 << 16;

    private static final int SENTENCE = 1000;
    private static final float RATE = 0.01f;
    private static final long TRIAL_NANOS = 1_000_000_000L;

    private final TrainingOptions options;
    private final TrainingPlan plan;
    private final NoiseSampler text;
    private final RowMatrix input;
    private final RowMatrix output;
    private final Sentence sentence = new Sentence(SENTENCE);
    private final Tile tile;
    private long words;

    /**
     * @param options of the training that the tiles are like
     * @param counts of its words, the most frequent first
     */
    public TileTrial(TrainingOptions options, long[] counts) {
        long[] most = Arrays.copyOf(counts, Math.min(counts.length, MOST_WORDS));
        this.options = options;
        this.plan =
                new TrainingPlan(options.toBuilder().kernel(KernelChoice.OPENCL).build(), most);
        this.text = new NoiseSampler(most, 1);
        this.input = new RowMatrix(most.length, options.dim());
        this.output = new RowMatrix(plan.objective().rows(), options.dim());
        InitialVectors.uniform(input, options.seed());
        InitialVectors.uniform(output, options.seed() + 1); // from zeros a few tiles would hardly move, right or wrong
        this.tile = plan.newTile();
    }

    /** Measures both: all threads on one side, the copies of batches on the other. */
    static KernelTrial.Decision decide(TrainingOptions options, long[] counts, OpenClDevice device) {
        requireRoom(options, counts.length, device);
        TileTrial trial = new TileTrial(options, counts);
        String obstacle = TileSession.obstacle(trial.training().shape(), device, device.form());
        if (obstacle != null) {
            return new KernelTrial.Decision(false, obstacle);
        }
        double processor = trial.processorTiles() * options.threadsHere();
        double onDevice = trial.deviceTiles(device, device.form());
        return KernelTrial.decide("tiles/s", processor, trial.plan.kernel().name(), onDevice, device);
    }

    /** For the whole model, of which a trial takes the most frequent rows. */
    static void requireRoom(TrainingOptions options, int words, OpenClDevice device) {
        TrainingOptions onDevice =
                options.toBuilder().kernel(KernelChoice.OPENCL).build();
        DeviceHeapCheck.require(HogwildTrainer.memoryBytes(onDevice, words));
        TileSession.requireFit(words, options.dim(), device);
    }

    private TileTraining training() {
        return plan.deviceTraining(input.rows(), output.rows());
    }

    /** Tiles a second of one thread with the fastest kernel. */
    public double processorTiles() {
        Replica replica = new Replica(copy(input), copy(output));
        try (SpacedReplica rows = new SpacedReplica(replica, plan.spacing())) {
            ProcessorStep step =
                    new ProcessorStep(plan, new TrainingClock(1, new LinearRate(1, 1)), replica, rows, null);
            return best(() -> forEachTile(TILES, step::empty, (filled, random) -> step.train(filled, random, RATE)));
        }
    }

    /** Tiles a second of a device, with the copy of what a batch says of them. */
    public double deviceTiles(OpenClDevice device, LaunchForm form) {
        TileBatch batch = new TileBatch(training().shape(), 2 * TILES);
        forEachTile(TILES, (filled, random) -> add(batch, filled, random));
        try (TileSession session = TileSession.open(device, form, training(), input, output, 2 * TILES)) {
            double[] rate = new double[1];
            session.visit(() -> rate[0] = best(() -> session.train(batch)));
            return rate[0];
        }
    }

    /** The best of as many turns as a second has: the first are spent on compilers, and on finding a launch's size. */
    private static double best(Runnable tiles) {
        long least = Long.MAX_VALUE;
        long begin = System.nanoTime();
        for (long start = begin; start - begin < TRIAL_NANOS; start = System.nanoTime()) {
            tiles.run();
            least = Math.min(least, System.nanoTime() - start);
        }
        return TILES / (least * 1e-9);
    }

    /** Words that a tile stands for, on average, of those that subsampling keeps. */
    public double wordsPerTile() {
        words = 0;
        forEachTile(TILES, (filled, random) -> {});
        return (double) words / TILES;
    }

    /** Bytes that the device's memory moves for a tile without caches, on average: its rows, read and written. */
    public double bytesPerTile() {
        TileShape shape = training().shape();
        long[] rows = new long[1];
        forEachTile(TILES, (filled, random) -> rows[0] += filled.inputStart(filled.hidden()) + shape.allOutputs());
        return 2.0 * rows[0] / TILES * shape.stride() * Float.BYTES;
    }

    /** The largest difference to the scalar kernel after a few tiles one after another, relative to the largest value. */
    public double error(OpenClDevice device, LaunchForm form) {
        int tiles = 8;
        RowMatrix expectedInput = copy(input);
        RowMatrix expectedOutput = copy(output);
        RowMatrix actualInput = copy(input);
        RowMatrix actualOutput = copy(output);
        TileKernel reference = new ScalarTileKernel();
        TileBatch batch = new TileBatch(training().shape(), 1);
        try (TileSession session = TileSession.open(device, form, training(), input, output, 1)) {
            session.visit(() -> forEachTile(tiles, (filled, random) -> {
                batch.clear();
                add(batch, filled, new RandomStream(random.rest()));
                session.train(batch);
            }));
            session.store(actualInput, actualOutput);
        }
        forEachTile(tiles, (filled, random) -> {
            plan.objective().addOutputs(filled, new RandomStream(random.rest()));
            reference.multiply(filled, expectedInput, expectedOutput);
            reference.differentiate(filled, plan.objective().link(), RATE);
            reference.update(filled, expectedInput, expectedOutput, plan.rule());
        });
        return Math.max(difference(actualInput, expectedInput), difference(actualOutput, expectedOutput));
    }

    private void add(TileBatch batch, Tile filled, RandomStream random) {
        plan.objective().addTargets(filled);
        batch.add(filled, RATE, random.rest());
        random.skip(plan.objective().drawn());
    }

    private interface Use {
        void tile(Tile filled, RandomStream random);
    }

    private void forEachTile(int tiles, Use use) {
        forEachTile(
                tiles,
                () -> {
                    tile.clear();
                    return tile;
                },
                use);
    }

    private void forEachTile(int tiles, Supplier<Tile> empty, Use use) {
        RandomStream random = new RandomStream(CounterRandom.key(options.seed(), Purpose.SHUFFLE));
        int at = 0;
        sentence.clear();
        for (int made = 0; made < tiles; ) {
            if (at >= sentence.length()) {
                write(random);
                at = 0;
            }
            Tile next = empty.get();
            int centres = plan.architecture().fill(sentence, at, next);
            at += centres;
            if (next.hidden() > 0) {
                use.tile(next, random);
                words += centres;
                made++;
            }
        }
    }

    private void write(RandomStream random) {
        sentence.clear();
        for (int k = 0; k < SENTENCE; k++) {
            sentence.add(text.word(random.next()), 1 + CounterRandom.below(random.next(), options.window()));
        }
    }

    private static RowMatrix copy(RowMatrix matrix) {
        RowMatrix copy = new RowMatrix(matrix.rows(), matrix.columns());
        for (int row = 0; row < matrix.rows(); row++) {
            copy.setRow(row, matrix.chunk(row), matrix.offset(row));
        }
        return copy;
    }

    private static double difference(RowMatrix actual, RowMatrix expected) {
        double worst = 0;
        double largest = 0;
        for (int row = 0; row < expected.rows(); row++) {
            for (int c = 0; c < expected.columns(); c++) {
                worst = Math.max(worst, Math.abs(actual.get(row, c) - expected.get(row, c)));
                largest = Math.max(largest, Math.abs(expected.get(row, c)));
            }
        }
        return worst / largest;
    }
}
