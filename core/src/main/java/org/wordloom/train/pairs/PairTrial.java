package org.wordloom.train.pairs;

import java.io.IOException;
import org.wordloom.base.CounterRandom;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.Side;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.opencl.KernelTrial;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.KernelDecision;
import org.wordloom.train.pairs.PairVisit.Moment;
import org.wordloom.train.pairs.PairVisit.Portion;
import org.wordloom.vocab.NoiseSampler;

/** Times visits of made-up pairs on a device and on the threads of the processor. */
final class PairTrial {
    private static final int ROWS = 1 << 13;
    private static final int CELLS = 1 << 17;
    private static final long LARGEST_COUNT = 1 << 22;
    private static final long TRIAL_NANOS = 1_000_000_000L;
    private static final double RATE = 1e-3;

    private final PairOptions options;
    private final PairTables tables;
    private final Cells cells;
    private final Portion portion;

    private PairTrial(PairOptions options) {
        this.options = new PairOptions(
                options.model().toBuilder().rate(RATE).kernel(KernelChoice.AUTO).build(), 1);
        long[] counts = new long[ROWS];
        for (int word = 0; word < ROWS; word++) {
            counts[word] = LARGEST_COUNT / (word + 1);
        }
        BlockPartition partition =
                BlockPartition.equalMass(counts, 1, options.model().seed());
        this.tables = PairTables.ofText(this.options, partition, counts);
        this.cells = cells(new NoiseSampler(counts, 1), partition);
        this.portion = new Portion(1, CELLS / tables.draws(Side.INPUT, 0));
    }

    private static Cells cells(NoiseSampler words, BlockPartition partition) {
        int[] indexes = new int[ROWS];
        for (int index = 0; index < ROWS; index++) {
            indexes[partition.row(0, index)] = index;
        }
        int[] rows = new int[CELLS];
        int[] columns = new int[CELLS];
        float[] values = new float[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            rows[cell] = indexes[words.word(CounterRandom.at(1, cell))];
            columns[cell] = indexes[words.word(CounterRandom.at(2, cell))];
            values[cell] = 1;
        }
        return new Cells(rows, columns, values);
    }

    /** Measures both: all threads on one side, what they fill and the copies on the other. */
    static KernelTrial.Decision decide(PairOptions options, OpenClDevice device) {
        PairTrial trial = new PairTrial(options);
        PairVisit processor = trial.visit(KernelDecision.onProcessor("it is timed"));
        PairVisit onDevice = trial.visit(KernelDecision.onDevice(device, "it is timed"));
        try {
            double deviceRate = trial.pairsPerSecond(onDevice);
            double processorRate = trial.pairsPerSecond(processor);
            return KernelTrial.decide("pairs/s", processorRate, processor.kernel(), deviceRate, device);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the measurement was interrupted", e);
        } catch (IOException e) {
            throw new IllegalStateException("made-up pairs are read from no file", e);
        } finally {
            PairVisit.releaseDevice();
        }
    }

    private PairVisit visit(KernelDecision decision) {
        return new PairVisit(options, tables.noise(), decision);
    }

    /** The best of as many visits as a second has: the first are spent on compilers, and on finding a launch's size. */
    private double pairsPerSecond(PairVisit visit) throws IOException, InterruptedException {
        PairBlock input = tables.initialInput(0);
        PairBlock output = tables.initialOutput(0);
        int threads = options.model().threadsHere();
        double most = 0;
        long begin = System.nanoTime();
        for (long start = begin; start - begin < TRIAL_NANOS; start = System.nanoTime()) {
            Moment moment = new Moment("a trial of kernels", 0, 1, start);
            double pairs =
                    visit.train(input, output, cells, portion, moment, threads).pairs();
            most = Math.max(most, pairs / ((System.nanoTime() - start) * 1e-9));
        }
        return most;
    }
}
