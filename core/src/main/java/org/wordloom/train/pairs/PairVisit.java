package org.wordloom.train.pairs;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.wordloom.base.CounterRandom;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.TileKernel;
import org.wordloom.kernel.TileKernels;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.opencl.TileSession;
import org.wordloom.train.DeviceHeapCheck;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.KernelDecider;
import org.wordloom.train.KernelDecision;
import org.wordloom.train.SigmoidChoice;
import org.wordloom.train.WorkerPool;

/**
 * Skip-gram with negative sampling on pairs, counted or of text, for one pair of blocks: the objective is
 *
 * <pre>
 *   Σ w(i,j) · log σ(h(i)·o(j))  +  K · Σ w(i,·) · noise(j) · log σ(-h(i)·o(j))
 * </pre>
 *
 * <p>with w the counts after subsampling. Both sums split over pairs of blocks. The first is what the cells say
 * ({@link PairSample}). The second does not depend on the cells: a visit draws input rows by w(i,·) and output rows by
 * the noise distribution within its two blocks, as many as belong to them, however many pairs the cells hold
 * ("decoupled" negatives). A negative is not compared with the positives, since the noise distribution has them too.
 *
 * <p>With one thread a visit is a pure function of its arguments, bit for bit for the same kernel.
 */
public final class PairVisit {
    private final PairOptions options;
    private final double noise;
    private final KernelDecision decision;
    private final TileKernel kernel;
    private final Link link;

    /**
     * Visits of blocks of any size, on any device.
     *
     * @param options validated options
     * @param noise sum of the draw weights of all output rows
     * @throws org.wordloom.base.WordloomException ENVIRONMENT when a forced kernel is absent
     */
    public PairVisit(PairOptions options, double noise) {
        this(options, noise, 1, KernelDecider.ofMachine());
    }

    /**
     * Decides which kernel runs; where that is measured, it takes a few seconds.
     *
     * @param options validated options
     * @param noise sum of the draw weights of all output rows
     * @param mostRows of any block
     * @param decider knows which device this process may use
     * @throws org.wordloom.base.WordloomException ENVIRONMENT when a forced kernel is absent
     */
    public PairVisit(PairOptions options, double noise, int mostRows, KernelDecider decider) {
        this(options, noise, decide(options, mostRows, decider));
    }

    private static KernelDecision decide(PairOptions options, int mostRows, KernelDecider decider) {
        long bytes = PairDevice.bytes(options, mostRows);
        return decider.decide(options.model().kernel(), bytes, device -> {
            TileSession.requireFit(mostRows, options.model().dim(), device);
            DeviceHeapCheck.require(bytes + PairDevice.heapBytes(options, mostRows));
            return PairTrial.decide(options, device);
        });
    }

    PairVisit(PairOptions options, double noise, KernelDecision decision) {
        this.options = options;
        this.noise = noise;
        this.decision = decision;
        this.kernel = decision.kernel() == KernelChoice.SIMD ? TileKernels.simd() : TileKernels.scalar();
        this.link = options.model().sigmoid() == SigmoidChoice.FULL ? Link.LOGISTIC : Link.LOGISTIC_CLAMPED;
    }

    /**
     * What a visit did.
     *
     * @param pairs trained on: the sum of the weights of all updates
     * @param loss mean loss of a pair with its negatives, as far as it was sampled
     */
    public record Outcome(double pairs, double loss) {}

    /**
     * When a visit takes place, and its random numbers.
     *
     * @param name for errors
     * @param begin progress of the whole training at the visit's beginning, 0 to 1
     * @param end progress at its end
     * @param key of all random numbers
     */
    public record Moment(String name, double begin, double end, long key) implements Serializable {}

    /**
     * What part of the pairs a visit trains.
     *
     * @param cells share of every cell's count
     * @param draws share of an epoch's pairs for which negatives are drawn; input rows take part by their draw weights
     *     ({@link PairRows})
     */
    public record Portion(double cells, double draws) {}

    /** The name of the kernel that runs, and of the device if it runs on one. */
    public String kernel() {
        return decision.nameWithDevice();
    }

    /** Why this kernel runs; one sentence for the log. */
    public String reason() {
        return decision.sentence();
    }

    /** Frees the OpenCL device of this JVM, if visits have used one; the next visit takes it again. */
    public static void releaseDevice() {
        PairDevice.release();
    }

    /**
     * Bytes of heap that a visit on a device needs at most, besides blocks and pairs; 0 where none was asked for.
     *
     * @param mostRows of a block
     */
    public static long deviceBytes(PairOptions options, int mostRows) {
        return options.model().kernel() == KernelChoice.OPENCL ? PairDevice.heapBytes(options, mostRows) : 0;
    }

    /**
     * Trains two blocks in place.
     *
     * @param threads that share the visit (Hogwild), or fill the tiles of a device; with one of a processor the result
     *     depends on the other arguments alone
     * @throws org.wordloom.base.WordloomException TRAINING on NaN or infinity; FORMAT for cells that do not fit the
     *     blocks
     */
    public Outcome train(PairBlock input, PairBlock output, Cells cells, Moment moment, int threads)
            throws IOException, InterruptedException {
        return train(input, output, cells, new Portion(options.share(), options.share()), moment, threads);
    }

    /** Trains a part of the cells that is not the options' share: as the cells of one cycle have it, all of them. */
    public Outcome train(PairBlock input, PairBlock output, Cells cells, Portion portion, Moment moment, int threads)
            throws IOException, InterruptedException {
        PairSample sample =
                PairSample.draw(cells, input.rows(), output.rows(), portion.cells(), CounterRandom.at(moment.key(), 0));
        double drawn = portion.draws() * input.rows().draws() * (output.rows().draws() / noise);
        Work work = new Work(input, output, sample, moment, drawn);
        PairLoss loss = train(work, Math.max(1, Math.min(threads, sample.chunks())));
        return new Outcome(sample.weight(), loss.mean(work.negative()));
    }

    private PairLoss train(Work work, int threads) throws IOException, InterruptedException {
        if (decision.device().isPresent()) {
            return PairDevice.train(decision.device().get(), work, threads);
        }
        List<ProcessorPairStep> steps = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            steps.add(new ProcessorPairStep(kernel, work));
        }
        if (threads == 1) {
            new PairWorker(work, steps.get(0)).call();
        } else {
            List<PairWorker> workers =
                    steps.stream().map(step -> new PairWorker(work, step)).toList();
            new WorkerPool(workers, work::stop, () -> {}).run();
        }
        PairLoss loss = new PairLoss(work.sample().updates());
        steps.forEach(step -> loss.add(step.loss()));
        return loss;
    }

    /**
     * Negatives that a visit draws: their number is rounded to whole tiles at random, without bias.
     *
     * @param key of the visit's {@link Moment}
     * @param pairs that they belong to
     */
    public static long negatives(long key, double pairs, PairOptions options) {
        long tiles = (long) Math.floor(phase(key) + pairs / PairTiles.NEGATIVE_PAIRS);
        return tiles * PairTiles.NEGATIVE_PAIRS * options.model().negative();
    }

    private static double phase(long key) {
        return CounterRandom.unitFloat(CounterRandom.at(key, 1));
    }

    /** What the threads of a visit share. */
    final class Work {
        private final PairBlock input;
        private final PairBlock output;
        private final PairSample sample;
        private final Moment moment;
        private final double negativeTiles;
        private final double phase;
        private final AtomicInteger next = new AtomicInteger();

        /** @param pairs that the negatives belong to */
        Work(PairBlock input, PairBlock output, PairSample sample, Moment moment, double pairs) {
            this.input = input;
            this.output = output;
            this.sample = sample;
            this.moment = moment;
            this.negativeTiles = pairs / PairTiles.NEGATIVE_PAIRS;
            this.phase = phase(moment.key());
        }

        /** The next chunk that nobody has taken; -1 when there is none. */
        int takeChunk() {
            int chunk = next.getAndIncrement();
            return chunk < sample.chunks() ? chunk : -1;
        }

        void stop() {
            next.set(sample.chunks());
        }

        /** Tiles of negatives that belong to a chunk: their number is rounded up or down at random, without bias. */
        long negativeTiles(int chunk) {
            return tilesBefore(chunk + 1) - tilesBefore(chunk);
        }

        private long tilesBefore(int chunk) {
            return (long) Math.floor(phase + negativeTiles * chunk / sample.chunks());
        }

        float rate(int chunk) {
            double within = (double) chunk / sample.chunks();
            return options.rate(moment.begin() + within * (moment.end() - moment.begin()));
        }

        long negativesKey() {
            return CounterRandom.at(moment.key(), 2);
        }

        int negative() {
            return options.model().negative();
        }

        String name() {
            return moment.name();
        }

        PairBlock input() {
            return input;
        }

        PairBlock output() {
            return output;
        }

        PairSample sample() {
            return sample;
        }

        /** How gradients reach the rows. */
        UpdateRule rule() {
            return PairRows.rule(input.rows(), output.rows());
        }

        Link link() {
            return link;
        }
    }
}
