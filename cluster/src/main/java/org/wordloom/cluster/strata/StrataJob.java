package org.wordloom.cluster.strata;

import org.apache.spark.api.java.JavaSparkContext;

/**
 * Trains a model by strata (Gemulla et al. 2011, distributed stochastic gradient descent): in stratum s row block i meets
 * column block (i + s) mod P, so that the visits of a stratum touch disjoint rows.
 *
 * @param <B> a block of rows
 */
public final class StrataJob<B> {
    /** Stage name of the progress reports; their unit is entries, all cycles together. */
    public static final String STAGE = "train";

    private final JavaSparkContext spark;
    private final StrataModel<B> model;
    private final StrataPlan plan;

    /** @param model what to train; on a cluster it is sent to every executor */
    public StrataJob(JavaSparkContext spark, StrataModel<B> model, StrataPlan plan) {
        this.spark = spark;
        this.model = model;
        this.plan = plan;
    }

    /**
     * Runs all cycles.
     *
     * @param entries cells of one cycle, for the progress
     * @param checkpoints folder beside the output, see {@code OutputFolder.checkpoints()}; it may hold those of an
     *     earlier run, and is removed by the caller after the output was committed
     */
    public StrataResult<B> run(long entries, String checkpoints) {
        throw new UnsupportedOperationException(spark + " " + model + plan + entries + checkpoints);
    }
}
