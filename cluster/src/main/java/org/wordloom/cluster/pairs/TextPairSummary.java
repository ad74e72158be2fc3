package org.wordloom.cluster.pairs;

import org.wordloom.cluster.strata.StrataCost;
import org.wordloom.cluster.strata.StrataSummary;

/**
 * What training on text by strata did.
 *
 * @param strata training itself; its entries are pairs
 * @param cost what it was expected to cost on a cluster
 * @param buckets how the pairs came to it
 * @param noiseDivergence of the negatives that were drawn from each block from the noise distribution, in nats
 *     (Kullback-Leibler); what is left is from rounding visits to whole tiles
 */
public record TextPairSummary(StrataSummary strata, StrataCost cost, BucketedPairs buckets, double noiseDivergence) {}
