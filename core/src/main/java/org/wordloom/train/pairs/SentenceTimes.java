package org.wordloom.train.pairs;

/**
 * Which cycle trains which sentence. Training lasts from 0 to the number of epochs; in epoch e a sentence has the time e + u,
 * u from 0 to 1 drawn anew in each epoch, and the cycle within whose equal share of the whole that lies trains it. So a cycle
 * is a random sample of the corpus, every sentence is trained once an epoch, and neither number has to divide the other.
 */
record SentenceTimes(int epochs, int cycles) {
    private static final double TO_UNIT = 0x1p-32;

    /** The cycle of a sentence that drew these random bits in an epoch. */
    int cycle(int epoch, long bits) {
        double time = epoch + (bits >>> 32) * TO_UNIT;
        return (int) Math.min(cycles - 1.0, time * cycles / epochs);
    }

    /** The first epoch that a cycle has a part of. */
    int firstEpoch(int cycle) {
        return (int) ((long) cycle * epochs / cycles);
    }

    /** The last one. */
    int lastEpoch(int cycle) {
        return (int) (((cycle + 1L) * epochs - 1) / cycles);
    }
}
