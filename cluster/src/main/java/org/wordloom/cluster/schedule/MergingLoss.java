package org.wordloom.cluster.schedule;

/**
 * What merging by curvature adds to the mean loss per pair of one replica, fitted to runs with 2 to 128 replicas on 0.8 and
 * 3.3 million tokens (docs/LOG.md). On 17 million tokens less than a seventh of it was measured.
 *
 * @param replicas R
 * @param merges of all epochs together
 * @param tokens that a replica trains on between two merges
 */
record MergingLoss(int replicas, int merges, double tokens) {
    private static final double FACTOR = 9.9e-5;
    private static final double REPLICAS_POWER = 0.70;
    private static final double MERGES_POWER = -0.40;
    private static final double TOKENS_POWER = 0.46;

    double estimate() {
        if (replicas == 1) {
            return 0;
        }
        return FACTOR
                * Math.pow(replicas, REPLICAS_POWER)
                * Math.pow(merges, MERGES_POWER)
                * Math.pow(tokens, TOKENS_POWER);
    }
}
