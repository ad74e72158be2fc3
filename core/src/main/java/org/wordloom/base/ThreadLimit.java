package org.wordloom.base;

/** How many threads may be asked for: a slip would else make them until the machine refuses. */
public final class ThreadLimit {
    /** More than machines have cores. */
    public static final int MOST = 4_096;

    private ThreadLimit() {}

    /** @param threads as they were asked for, 0 for all cores of this machine */
    public static int orAllCores(int threads) {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** Adds a number of threads that is out of range, 0 standing for all cores. */
    public static void validate(int threads, Problems problems) {
        problems.require(
                threads >= 0 && threads <= MOST, "--threads is %d, expected 0 (all cores) to %d", threads, MOST);
    }

    /** As {@link #validate}, where all cores have been counted already. */
    public static void validateKnown(int threads, Problems problems) {
        problems.require(threads >= 1 && threads <= MOST, "--threads is %d, expected 1 to %d", threads, MOST);
    }
}
