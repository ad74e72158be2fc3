package org.wordloom.cluster.pairs;

import org.wordloom.cluster.strata.CyclePreparation;

/** Prepares the pairs of text for each cycle, and hands them to its visits. */
interface CycleFeed extends CyclePreparation, AutoCloseable {
    /** The pairs, for visits. */
    PairFeed pairs();

    /** What was prepared so far. */
    BucketedPairs sum();

    /** Forgets everything. */
    @Override
    void close();
}
