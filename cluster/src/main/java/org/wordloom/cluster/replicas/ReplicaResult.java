package org.wordloom.cluster.replicas;

import org.wordloom.cluster.output.TrainingSummary;

/**
 * What training by replicas came to.
 *
 * @param training as of any training; words and seconds are those of this run
 * @param replicas how replicas were trained and merged
 */
public record ReplicaResult(TrainingSummary training, ReplicaSummary replicas) {}
