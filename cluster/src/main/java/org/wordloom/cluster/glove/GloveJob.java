package org.wordloom.cluster.glove;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.base.Problems;
import org.wordloom.blocks.BlockPartition;
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
        String kernel = String.join(", ", result.kernels());
        Map<String, String> provenance = new TreeMap<>(plan.provenance());
        provenance.put("kernel", kernel);
        if (!plan.training().exact()) {
            provenance.put("threads", Integer.toString(result.threads()));
        }
        return StrataSummary.of(kernel, counts.blocks(), budget, result, writer.write(result, provenance, output));
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
        return StrataPlan.of(options.epochs(), CounterRandom.key(options.seed(), Purpose.SHUFFLE))
                .withThreads(options.threads(), options.exact())
                .withCheckpoints(plan.checkpointInterval(), plan.resume(), identity(counts, options));
    }

    /** All that decides the result, by the names of the command line where there is one. */
    private static Map<String, String> identity(CooccurrenceFolder counts, GloveOptions options) {
        Map<String, String> identity = new TreeMap<>();
        identity.put("model", "glove");
        identity.put("--dim", Integer.toString(options.dim()));
        identity.put("--epochs", Integer.toString(options.epochs()));
        identity.put("--x-max", Double.toString(options.xMax()));
        identity.put("--alpha", Double.toString(options.alpha()));
        identity.put("--rate", Double.toString(options.rate()));
        identity.put("--bias-rate", Double.toString(options.biasRate()));
        identity.put("--grad-clip", Double.toString(options.gradClip()));
        identity.put("--seed", Long.toString(options.seed()));
        identity.put("--exact", Boolean.toString(options.exact()));
        identity.put("--blocks", Integer.toString(counts.blocks()));
        identity.put("cells", Long.toString(counts.entries()));
        identity.put("co-occurrence options", counts.options().toString());
        identity.put("vocabulary checksum", Integer.toHexString(counts.vocabularyChecksum()));
        if (!counts.tokenizer().isEmpty()) {
            identity.put("tokenizer", counts.tokenizer());
        }
        return identity;
    }
}
