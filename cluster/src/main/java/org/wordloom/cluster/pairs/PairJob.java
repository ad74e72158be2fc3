package org.wordloom.cluster.pairs;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.base.Problems;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.cooccurrence.CooccurrenceCells;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.cluster.glove.CachedCells;
import org.wordloom.cluster.strata.StrataJob;
import org.wordloom.cluster.strata.StrataPlan;
import org.wordloom.cluster.strata.StrataResult;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.cluster.strata.VectorWriter;
import org.wordloom.train.PairBlock;
import org.wordloom.train.PairOptions;
import org.wordloom.train.PairTables;
import org.wordloom.train.PairVisit;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.TrainingOptions.KernelChoice;

/** Trains skip-gram on a co-occurrence artefact by strata, and writes model and vectors into an output folder. */
public final class PairJob {
    private final JavaSparkContext spark;

    public PairJob(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * Trains, or goes on from a checkpoint, and writes; the caller commits.
     *
     * @param notes hears what the user should know before the end, a line each
     * @throws org.wordloom.base.WordloomException as {@link StrataJob#run}; ENVIRONMENT when the finished model does not
     *     fit the heap that writes it
     */
    public StrataSummary run(CooccurrenceFolder counts, PairPlan plan, OutputFolder output, Consumer<String> notes) {
        Problems problems = new Problems();
        plan.validate(problems);
        problems.throwIfAny();
        PairOptions options = plan.training();
        String kernel = new PairVisit(options, 1).kernel();
        BlockPartition partition = counts.partition();
        VectorWriter<PairBlock> writer = new VectorWriter<>(
                spark,
                counts.vocabulary(),
                options.model().dim(),
                (block, matrix) -> block.copyVectors(partition, matrix),
                plan.vectors(),
                plan.formats());
        writer.requireRoom();
        StrataPlan strata = strata(counts, plan, kernel);
        PairModel model = model(counts, plan.exact() ? forced(options, kernel) : options, strata);
        CooccurrenceCells stored = counts.handle();
        long budget = CachedCells.budget(spark, model, strata, counts.entries());
        PairModel trained = budget > 0 ? model.withCells(new CachedCells(stored::cells, budget)) : model;
        long cycle = Math.max(1, Math.round(model.pairs() * options.model().epochs() / options.cycles()));
        StrataResult<PairBlock> result =
                new StrataJob<>(spark, trained, strata).run(cycle, output.checkpoints(), notes);
        Map<String, String> provenance = new TreeMap<>(plan.provenance());
        provenance.put("kernel", kernel);
        if (!plan.exact()) {
            provenance.put("threads", Integer.toString(result.threads()));
        }
        return StrataSummary.of(
                kernel, counts.blocks(), budget, result, writer.write(result, counts.blocks(), provenance, output));
    }

    private PairModel model(CooccurrenceFolder counts, PairOptions options, StrataPlan strata) {
        CooccurrenceCells stored = counts.handle();
        long[] words = counts.vocabulary().counts();
        double[] weights =
                new PairWeights(spark, stored::cells, counts.partition(), PairTables.keep(options, words)).run();
        return new PairModel(
                options,
                counts.partition(),
                words,
                weights,
                stored::cells,
                counts.largestEntries(),
                strata.scheduleKey());
    }

    /** Kernels differ in the last bits: in exact mode executors run the driver's or none. */
    private static PairOptions forced(PairOptions options, String kernel) {
        KernelChoice choice = KernelChoice.valueOf(kernel.toUpperCase(Locale.ROOT));
        return new PairOptions(options.model().toBuilder().kernel(choice).build(), options.cycles());
    }

    private static StrataPlan strata(CooccurrenceFolder counts, PairPlan plan, String kernel) {
        TrainingOptions model = plan.training().model();
        return StrataPlan.of(plan.training().cycles(), CounterRandom.key(model.seed(), Purpose.SHUFFLE))
                .withThreads(model.threads(), plan.exact())
                .withCheckpoints(plan.checkpointInterval(), plan.resume(), identity(counts, plan, kernel));
    }

    /** All that decides the result, by the names of the command line where there is one. */
    private static Map<String, String> identity(CooccurrenceFolder counts, PairPlan plan, String kernel) {
        TrainingOptions model = plan.training().model();
        Map<String, String> identity = new TreeMap<>();
        identity.put("model", "skipgram on counts");
        identity.put("--dim", Integer.toString(model.dim()));
        identity.put("--negative", Integer.toString(model.negative()));
        identity.put("--noise-power", Double.toString(model.noisePower()));
        identity.put("--sample", Double.toString(model.sample()));
        identity.put("--epochs", Integer.toString(model.epochs()));
        identity.put("--cycles", Integer.toString(plan.training().cycles()));
        identity.put("--rate", Double.toString(model.rate()));
        identity.put("--min-rate-fraction", Double.toString(model.minRateFraction()));
        identity.put("--row-rate-count", Double.toString(model.rowRateCount()));
        identity.put("--sigmoid", model.sigmoid().toString());
        identity.put("--seed", Long.toString(model.seed()));
        identity.put("--exact", Boolean.toString(plan.exact()));
        identity.put("kernel", kernel);
        identity.put("--blocks", Integer.toString(counts.blocks()));
        identity.put("cells", Long.toString(counts.entries()));
        identity.put("co-occurrence options", counts.options().toString());
        identity.put("vocabulary checksum", Integer.toHexString(counts.vocabularyChecksum()));
        return identity;
    }
}
