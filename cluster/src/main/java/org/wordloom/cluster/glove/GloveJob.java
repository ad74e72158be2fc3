package org.wordloom.cluster.glove;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.base.Problems;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.checkpoint.RunIdentity;
import org.wordloom.cluster.cooccurrence.CachedCells;
import org.wordloom.cluster.cooccurrence.CooccurrenceCells;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.strata.StrataJob;
import org.wordloom.cluster.strata.StrataPlan;
import org.wordloom.cluster.strata.StrataResult;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.cluster.strata.VectorWriter;
import org.wordloom.train.glove.GloveBlock;
import org.wordloom.train.glove.GloveOptions;
import org.wordloom.train.glove.GloveVisit;

/** Trains GloVe on a co-occurrence artefact and writes model and vectors into an output folder. */
public final class GloveJob {
    private final JavaSparkContext spark;

    public GloveJob(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * Trains, or goes on from a checkpoint, and writes; the caller commits.
     *
     * @param notes hears what the user should know before the end, a line each
     * @throws org.wordloom.base.WordloomException as {@link StrataJob#run}
     */
    public StrataSummary run(CooccurrenceFolder counts, GlovePlan plan, OutputFolder output, Consumer<String> notes) {
        Problems problems = new Problems();
        plan.validate(problems);
        problems.throwIfAny();
        StrataPlan strata = strata(counts, plan);
        CooccurrenceCells stored = counts.storedCells();
        BlockPartition partition = counts.partition();
        GloveModel model = new GloveModel(plan.training(), partition, stored::cells, counts.largestEntries());
        VectorWriter<GloveBlock> writer = new VectorWriter<>(
                spark,
                counts.vocabulary(),
                plan.training().dim(),
                partition,
                (block, index, row) -> block.parameters().copyWeights(index, row, 0),
                plan.training().rate(),
                plan.vectors(),
                plan.formats());
        long spare = StrataJob.spareBytes(spark, model, strata);
        long budget = CachedCells.budget(spare, model.blocks(), counts.entries());
        GloveModel trained = budget > 0 ? model.withCells(new CachedCells(stored::cells, budget)) : model;
        StrataResult<GloveBlock> result = train(trained, strata, counts.entries(), output, notes);
        Map<String, String> provenance =
                result.provenance(plan.provenance(), plan.training().exact());
        return StrataSummary.of(counts.blocks(), budget, result, writer.write(result, provenance, output));
    }

    private StrataResult<GloveBlock> train(
            GloveModel model, StrataPlan strata, long entries, OutputFolder output, Consumer<String> notes) {
        try {
            return new StrataJob<>(spark, model, strata).run(entries, output.checkpoints(), notes);
        } finally {
            GloveVisit.releaseDevice();
        }
    }

    private static StrataPlan strata(CooccurrenceFolder counts, GlovePlan plan) {
        GloveOptions options = plan.training();
        RunIdentity identity =
                new RunIdentity("glove").options(options.identity()).counts(counts);
        return StrataPlan.of(options.epochs(), CounterRandom.key(options.seed(), Purpose.SHUFFLE))
                .withThreads(options.threads(), options.exact())
                .withCheckpoints(plan.checkpointInterval(), plan.resume(), identity.values());
    }
}
