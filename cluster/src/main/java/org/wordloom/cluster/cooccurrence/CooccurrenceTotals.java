package org.wordloom.cluster.cooccurrence;

import java.io.Serializable;

/**
 * What counting came to.
 *
 * @param entries cells of all block pairs
 * @param weight of all pairs, those left out included
 * @param lostEntries cells that were below the minimum and left out
 * @param lostWeight the weight of those
 */
public record CooccurrenceTotals(long entries, double weight, long lostEntries, double lostWeight)
        implements Serializable {}
