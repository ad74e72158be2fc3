package org.wordloom.train;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.wordloom.base.CounterRandom;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.TileKernel;
import org.wordloom.train.TrainingOptions.Sigmoid;

/**
 * Skip-gram with negative sampling on counted pairs, for one pair of blocks: the objective is
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
    private final TileKernel kernel;
    private final Link link;

    /**
     * @param options validated options
     * @param noise sum of the draw weights of all output rows
     */
    public PairVisit(PairOptions options, double noise) {
        this.options = options;
        this.noise = noise;
        this.kernel = TrainingPlan.kernel(options.model());
        this.link = options.model().sigmoid() == Sigmoid.FULL ? Link.LOGISTIC : Link.LOGISTIC_CLAMPED;
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
     * @param begin progress of the whole training at the visit's begin, 0 to 1
     * @param end progress at its end
     * @param key of all random numbers
     */
    public record Moment(String name, double begin, double end, long key) implements Serializable {}

    /**
     * What part of the pairs a visit trains.
     *
     * @param cells of every cell's count
     * @param draws of the pairs that its input rows stand for by their draw weights ({@link PairRows}), as positives of
     *     the negatives
     */
    public record Portion(double cells, double draws) {}

    /** The name of the kernel that runs. */
    public String kernel() {
        return kernel.name();
    }

    /**
     * Trains two blocks in place.
     *
     * @param threads that share the visit (Hogwild); with one the result depends on the other arguments alone
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
        return new Work(input, output, sample, moment, drawn).run(threads);
    }

    /**
     * Negatives that a visit draws: their number is rounded to whole tiles at random, without bias.
     *
     * @param key of the visit's {@link Moment}
     * @param pairs that they belong to
     */
    public long negatives(long key, double pairs) {
        long tiles = (long) Math.floor(phase(key) + pairs / PairWorker.NEGATIVE_PAIRS);
        return tiles * PairWorker.NEGATIVE_PAIRS * options.model().negative();
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
            this.negativeTiles = pairs / PairWorker.NEGATIVE_PAIRS;
            this.phase = phase(moment.key());
        }

        Outcome run(int threads) throws IOException, InterruptedException {
            List<PairWorker> workers = new ArrayList<>();
            for (int thread = 0; thread < Math.max(1, Math.min(threads, sample.chunks())); thread++) {
                workers.add(new PairWorker(this));
            }
            if (workers.size() == 1) {
                workers.get(0).call();
            } else {
                new WorkerPool(workers, this::stop, () -> {}).run();
            }
            PairLoss loss = new PairLoss(sample.updates());
            workers.forEach(worker -> loss.add(worker.loss()));
            return new Outcome(sample.weight(), loss.mean(negative()));
        }

        /** The next chunk that nobody has taken; -1 when there is none. */
        int takeChunk() {
            int chunk = next.getAndIncrement();
            return chunk < sample.chunks() ? chunk : -1;
        }

        private void stop() {
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

        TileKernel kernel() {
            return kernel;
        }

        Link link() {
            return link;
        }
    }
}
