package org.wordloom.cluster.pairs;

import java.io.File;
import java.util.function.Consumer;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.Problems;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.checkpoint.RunIdentity;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.strata.StrataJob;
import org.wordloom.cluster.strata.StrataPlan;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.train.pairs.PairOptions;
import org.wordloom.train.pairs.PairTables;
import org.wordloom.vocab.Vocabulary;

/**
 * Trains skip-gram with negative sampling on text by strata, and writes model and vectors into an output folder. For each
 * cycle the pairs of its sentences are bucketed by pairs of blocks; then every pair of blocks is visited once.
 */
public final class TextPairJob {
    /** What reading a cycle may take of the heap in one JVM, all threads together. */
    private static final double READING_SHARE = 0.25;
    /** What packed pairs may take of what is free then. */
    private static final double KEPT_SHARE = 0.5;

    private final JavaSparkContext spark;

    public TextPairJob(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * Trains, or goes on from a checkpoint, and writes; the caller commits.
     *
     * @param notes hears what the user should know before the end, a line each
     * @throws org.wordloom.base.WordloomException as {@link StrataJob#run}; ENVIRONMENT when the finished model does not
     *     fit the heap that writes it
     */
    public TextPairSummary run(
            EncodedCorpus corpus,
            Vocabulary vocabulary,
            TextPairPlan asked,
            OutputFolder output,
            Consumer<String> notes) {
        Problems problems = new Problems();
        asked.validate(problems);
        problems.throwIfAny();
        long[] counts = vocabulary.counts();
        TextPairPlan plan = asked.resolve(counts);
        BlockPartition partition = partition(plan, counts);
        PairTraining training = new PairTraining(spark, vocabulary, partition, plan.training());
        PairOptions options = training.options();
        CycleText text = new CycleText(options, counts, partition);
        StrataPlan strata = training.strata(new RunIdentity("skipgram on text")
                .corpus(corpus, vocabulary)
                .with("--window", options.model().window()));
        PairModel model = model(text, strata);
        long cycle = Math.max(1, Math.round(text.expectedPairs()));
        try (CycleFeed feed = feed(corpus, text, model, strata, output)) {
            PairModel fed = model.withFeed(feed.pairs());
            NoiseDivergence noise = new NoiseDivergence(fed, feed);
            StrataSummary summary = training.run(fed, strata, cycle, 0, noise, output, notes);
            return new TextPairSummary(summary, plan.cost(counts), feed.sum(), noise.nats());
        }
    }

    /** Blocks of equal numbers of expected pairs. The same in all cycles: see docs/decisions/0013. */
    private static BlockPartition partition(TextPairPlan plan, long[] counts) {
        float[] keep = PairTables.keep(plan.training().training(), counts);
        long[] masses = new long[counts.length];
        for (int word = 0; word < counts.length; word++) {
            masses[word] = Math.round((double) counts[word] * keep[word]);
        }
        return BlockPartition.equalMass(
                masses, plan.blocks(), plan.training().training().model().seed());
    }

    /** Without its pairs, which come when it is known where visits run. */
    static PairModel model(CycleText text, StrataPlan strata) {
        PairOptions options = text.options();
        BlockPartition partition = text.partition();
        long[] counts = text.counts();
        return new PairModel(
                options,
                partition,
                () -> PairTables.ofText(options, partition, counts),
                null,
                text.visitBytes(),
                text.sharedBytes(),
                strata.scheduleKey());
    }

    private CycleFeed feed(
            EncodedCorpus corpus, CycleText text, PairModel model, StrataPlan strata, OutputFolder output) {
        Storage storage = new Storage(spark.hadoopConfiguration());
        if (!StrataJob.runsInOneJvm(spark, model, strata)) {
            int blocks = text.partition().blocks();
            StoredPairs pairs =
                    new StoredPairs(storage, Storage.child(output.workFolder(), "pairs"), blocks, model.pairs());
            return new StoredCycles(spark, corpus, text, storage, pairs);
        }
        int threads = StrataJob.localThreads(spark, strata);
        File[] folders = SparkEnv.get().blockManager().diskBlockManager().localDirs();
        LocalCycles.Memory memory = new LocalCycles.Memory(
                threads,
                (long) (READING_SHARE * Runtime.getRuntime().maxMemory() / threads),
                (long) (KEPT_SHARE * StrataJob.spareBytes(spark, model, strata)),
                folders[0].toPath());
        return new LocalCycles(storage, corpus, text, memory, model.pairs());
    }
}
