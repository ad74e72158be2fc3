package org.wordloom.train.pairs;

import java.io.Serializable;
import java.util.Set;
import java.util.SortedMap;
import org.wordloom.base.Problems;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.TrainingOptions;

/**
 * How skip-gram is trained on pairs between blocks. Where pairs were counted before, the window lies in the counts, and the
 * model's is without meaning.
 *
 * @param model dimension, negatives, noise, subsampling, epochs, rate and what else skip-gram has
 * @param cycles how often every pair of blocks is visited; a visit trains {@code epochs / cycles} of its counts
 */
public record PairOptions(TrainingOptions model, int cycles) implements Serializable {
    /** Strata forget the blocks of earlier visits when they are few (docs/LOG.md). */
    public static final int CYCLES_PER_EPOCH = 8;
    /** Enough for the default of any number of epochs. */
    public static final int MOST_CYCLES = CYCLES_PER_EPOCH * TrainingOptions.MOST_EPOCHS;
    /** The rates of strata, measured in docs/LOG.md: a higher one, lowered for frequent rows. */
    public static final double RATE = 0.05;

    public static final double ROW_RATE_COUNT = 1000;

    /** The defaults. */
    public static PairOptions defaults() {
        return of(TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .rate(RATE)
                .rowRateCount(ROW_RATE_COUNT)
                .build());
    }

    /** With the default number of cycles. */
    public static PairOptions of(TrainingOptions model) {
        long cycles = (long) model.epochs() * CYCLES_PER_EPOCH; // epochs out of range are told of by validate
        return new PairOptions(model, (int) Math.max(1, Math.min(MOST_CYCLES, cycles)));
    }

    /** Adds every value that is out of its range. */
    public void validate(Problems problems) {
        model.validate(problems);
        problems.require(
                model.architecture() == ArchitectureChoice.SKIPGRAM
                        && model.objective() == ObjectiveChoice.NEGATIVE_SAMPLING,
                "counted pairs train skip-gram with negative sampling only");
        validateCycles(cycles, problems);
    }

    /** Adds a number of cycles that is out of range. */
    public static void validateCycles(int cycles, Problems problems) {
        problems.require(cycles >= 1 && cycles <= MOST_CYCLES, "--cycles is %d, expected 1 to %d", cycles, MOST_CYCLES);
    }

    /**
     * As {@link TrainingOptions#identity}, and the number of cycles. Not the window, which decides only where pairs come
     * from text, nor what CBOW alone has.
     */
    public SortedMap<String, String> identity() {
        SortedMap<String, String> identity = model.identity();
        identity.keySet().removeAll(Set.of("--window", "--context-gradient"));
        identity.put("--cycles", Integer.toString(cycles));
        return identity;
    }

    /** What part of every count a visit trains. */
    public double share() {
        return (double) model.epochs() / cycles;
    }

    /** The rate at a point of training, from 0 to 1, as skip-gram's. */
    float rate(double progress) {
        return model.linearRate().at(progress);
    }
}
