package org.wordloom.cluster.pairs;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.base.Problems;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.checkpoint.RunIdentity;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.strata.CyclePreparation;
import org.wordloom.cluster.strata.StrataJob;
import org.wordloom.cluster.strata.StrataPlan;
import org.wordloom.cluster.strata.StrataResult;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.cluster.strata.VectorWriter;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.KernelDecision;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.pairs.PairBlock;
import org.wordloom.train.pairs.PairOptions;
import org.wordloom.train.pairs.PairVisit;
import org.wordloom.vocab.Vocabulary;

/** What training on counts and on text have in common: options, identity, and how vectors are written. */
final class PairTraining {
    private final JavaSparkContext spark;
    private final BlockPartition partition;
    private final PairPlan plan;
    /** What runs everywhere in exact mode; as it was asked for, else. */
    private final KernelChoice kernel;

    private final VectorWriter<PairBlock> writer;

    PairTraining(JavaSparkContext spark, Vocabulary vocabulary, BlockPartition partition, PairPlan plan) {
        this.spark = spark;
        this.partition = partition;
        this.plan = plan;
        KernelChoice asked = plan.training().model().kernel();
        this.kernel = plan.exact() ? KernelDecision.ofExact(asked).kernel() : asked;
        this.writer = new VectorWriter<>(
                spark,
                vocabulary,
                plan.training().model().dim(),
                partition,
                (block, index, row) -> block.copyVector(index, row),
                plan.training().model().rate(),
                plan.vectors(),
                plan.formats());
    }

    static void validate(PairPlan plan) {
        Problems problems = new Problems();
        plan.validate(problems);
        problems.throwIfAny();
    }

    /** Kernels differ in the last bits: in exact mode executors run the driver's or none. */
    PairOptions options() {
        PairOptions options = plan.training();
        return new PairOptions(options.model().toBuilder().kernel(kernel).build(), options.cycles());
    }

    /** @param source what is trained on; the options are added to it */
    StrataPlan strata(RunIdentity source) {
        TrainingOptions model = plan.training().model();
        RunIdentity identity = source.options(plan.training().identity())
                .with("--exact", plan.exact())
                .with("--blocks", partition.blocks());
        if (plan.exact()) {
            identity.with("kernel", kernel.name().toLowerCase(Locale.ROOT));
        }
        return StrataPlan.of(plan.training().cycles(), CounterRandom.key(model.seed(), Purpose.SHUFFLE))
                .withThreads(model.threads(), plan.exact())
                .withCheckpoints(plan.checkpointInterval(), plan.resume(), identity.values());
    }

    /**
     * Trains and writes.
     *
     * @param entries pairs of a cycle, for the progress
     * @param cached bytes that cells may take in memory, for the summary
     */
    StrataSummary run(
            PairModel model,
            StrataPlan strata,
            long entries,
            long cached,
            CyclePreparation cycles,
            OutputFolder output,
            Consumer<String> notes) {
        StrataResult<PairBlock> result = train(model, strata, entries, cycles, output, notes);
        Map<String, String> provenance = result.provenance(plan.provenance(), plan.exact());
        return StrataSummary.of(partition.blocks(), cached, result, writer.write(result, provenance, output));
    }

    private StrataResult<PairBlock> train(
            PairModel model,
            StrataPlan strata,
            long entries,
            CyclePreparation cycles,
            OutputFolder output,
            Consumer<String> notes) {
        try {
            return new StrataJob<>(spark, model, strata).run(entries, output.checkpoints(), notes, cycles);
        } finally {
            PairVisit.releaseDevice();
        }
    }
}
