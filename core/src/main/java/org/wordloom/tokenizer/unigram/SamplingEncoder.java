package org.wordloom.tokenizer.unigram;

import org.wordloom.base.CounterRandom;
import org.wordloom.base.RandomStream;

/**
 * Draws segmentations at random: forward filtering, backward sampling. Time and memory are linear in the text; the
 * random numbers are a function of seed, text and the word's place in it.
 */
final class SamplingEncoder implements Utf8Encoder {
    private static final double TO_UNIT = 0x1p-53;

    private final UnigramModel model;
    private final double alpha;
    private final long seed;
    private final RandomStream random;

    SamplingEncoder(UnigramModel model, double alpha, long seed) {
        if (!(alpha >= 0) || Double.isInfinite(alpha)) {
            throw new IllegalArgumentException("alpha is " + alpha + ", expected a number of at least 0");
        }
        this.model = model;
        this.alpha = alpha;
        this.seed = seed;
        this.random = new RandomStream(0);
        startText(0);
    }

    void startText(long number) {
        random.restart(CounterRandom.key(seed, CounterRandom.Purpose.SHUFFLE, number));
    }

    @Override
    public void encode(byte[] utf8, int from, int to, Utf8PieceSink sink) {
        PieceLattice lattice = new PieceLattice(model, utf8, from, to);
        int[] path = new int[lattice.length()];
        int count = draw(lattice, forward(lattice), path);
        while (count > 0) {
            int edge = path[--count];
            sink.add(lattice.piece(edge), from + lattice.start(edge), from + lattice.end(edge));
        }
    }

    /** The logarithm of the sum over all segmentations up to each position. */
    private double[] forward(PieceLattice lattice) {
        double[] sums = new double[lattice.length() + 1];
        for (int end = 1; end < sums.length; end++) {
            sums[end] = Double.NEGATIVE_INFINITY;
            for (int edge = lattice.firstEndingAt(end); edge < lattice.firstEndingAt(end + 1); edge++) {
                sums[end] = LogarithmicLattice.addLogarithms(sums[end], weight(lattice, sums, edge));
            }
        }
        return sums;
    }

    /** Draws the last piece, then the one before it, and so on; the number of pieces. */
    private int draw(PieceLattice lattice, double[] sums, int[] path) {
        int count = 0;
        for (int end = lattice.length(); end > 0; end = lattice.start(path[count++])) {
            double left = (random.next() >>> 11) * TO_UNIT;
            int edge = lattice.firstEndingAt(end);
            for (; edge < lattice.firstEndingAt(end + 1) - 1; edge++) {
                left -= StrictMath.exp(weight(lattice, sums, edge) - sums[end]);
                if (left < 0) {
                    break;
                }
            }
            path[count] = edge;
        }
        return count;
    }

    private double weight(PieceLattice lattice, double[] sums, int edge) {
        return sums[lattice.start(edge)] + alpha * lattice.score(edge);
    }
}
