package org.wordloom.cluster.pairs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.base.Problems;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.TrainingSummary.WrittenFile;
import org.wordloom.cluster.strata.CyclePreparation;
import org.wordloom.cluster.strata.StrataJob;
import org.wordloom.cluster.strata.StrataPlan;
import org.wordloom.cluster.strata.StrataResult;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.cluster.strata.VectorWriter;
import org.wordloom.train.KernelDecision;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.TrainingOptions.KernelChoice;
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

    /** @param source what decides the result beside the options: what is trained on */
    StrataPlan strata(Map<String, String> source) {
        TrainingOptions model = plan.training().model();
        Map<String, String> identity = identity();
        identity.putAll(source);
        return StrataPlan.of(plan.training().cycles(), CounterRandom.key(model.seed(), Purpose.SHUFFLE))
                .withThreads(model.threads(), plan.exact())
                .withCheckpoints(plan.checkpointInterval(), plan.resume(), identity);
    }

    /** The options that decide the result, by the names of the command line where there is one. */
    private Map<String, String> identity() {
        TrainingOptions model = plan.training().model();
        Map<String, String> identity = new TreeMap<>();
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
        if (plan.exact()) {
            identity.put("kernel", kernel.name().toLowerCase(Locale.ROOT));
        }
        identity.put("--blocks", Integer.toString(partition.blocks()));
        return identity;
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
        String kernels = String.join(", ", result.kernels());
        Map<String, String> provenance = new TreeMap<>(plan.provenance());
        provenance.put("kernel", kernels);
        if (!plan.exact()) {
            provenance.put("threads", Integer.toString(result.threads()));
        }
        List<WrittenFile> files = writer.write(result, provenance, output);
        return StrataSummary.of(kernels, partition.blocks(), cached, result, files);
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
