package org.wordloom.cluster.svd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.base.Problems;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.WrittenFile;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyBroadcast;
import org.wordloom.decomposition.SvdOptions;
import org.wordloom.vocab.Vocabulary;

/**
 * Word vectors by truncated singular value decomposition of positive PMI. The result depends on the counts, the options
 * and the artefact's partition into blocks alone: the same bits for any number of executors and threads, whatever is
 * cached or repeated. The driver sees Gram matrices of (dim + oversampling)² values, as many at a time as 64 MB hold, and
 * 32 bytes a word.
 */
public final class SvdJob {
    /** Stage name of the progress reports; their unit is block pairs, all passes together. */
    public static final String STAGE = "decompose";

    private final JavaSparkContext spark;

    public SvdJob(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * Decomposes and writes the model and the vector files into {@code output}, which the caller commits.
     *
     * @throws org.wordloom.base.WordloomException USAGE when there are fewer words than dimensions; INPUT when no pair of
     *     words has positive PMI; ENVIRONMENT when a forced kernel is absent, or memory does not suffice
     */
    public SvdSummary run(PmiSource source, SvdPlan plan, OutputFolder output) {
        validate(source.vocabulary(), plan.options());
        long passes = 2L + 2L * plan.options().powerIterations();
        long pairs = (long) source.partition().blocks() * source.partition().blocks();
        SvdSummary summary =
                SparkRun.stage(STAGE, passes * pairs, "block pairs", key -> decompose(source, plan, output, key));
        summary.files().forEach(output::take);
        return summary;
    }

    private static void validate(Vocabulary vocabulary, SvdOptions options) {
        Problems problems = new Problems();
        options.validate(problems);
        problems.require(
                options.dim() <= vocabulary.size(),
                "--dim is %d, but the artefact has %d words only, and a matrix has no more singular values than rows",
                options.dim(),
                vocabulary.size());
        problems.throwIfAny();
    }

    private SvdSummary decompose(PmiSource source, SvdPlan plan, OutputFolder output, String progressKey) {
        SvdOptions options = plan.options();
        SvdMemory memory = SvdMemory.of(spark, source, plan);
        memory.require();
        String run = UUID.randomUUID().toString();
        try (Broadcasts broadcasts = new Broadcasts(spark)) {
            Broadcast<Storage> storage = broadcasts.send(new Storage(spark.hadoopConfiguration()));
            Broadcast<PmiMatrix> matrix = broadcasts.send(PmiMatrix.of(source, options));
            try (TallStore store = memory.inMemory()
                    ? new MemoryTallStore(run)
                    : new FileTallStore(storage, Storage.child(output.workFolder(), "svd"))) {
                SvdTasks tasks = new SvdTasks(run, matrix, memory.cacheBytes(), store, options, progressKey);
                return decompose(source, plan, tasks, storage, memory.inMemory(), output);
            }
        } finally {
            PmiCache.end(run);
        }
    }

    private SvdSummary decompose(
            PmiSource source,
            SvdPlan plan,
            SvdTasks tasks,
            Broadcast<Storage> storage,
            boolean inMemory,
            OutputFolder output) {
        long start = System.nanoTime();
        SvdStages stages = new SvdStages(spark, tasks, source.partition().blocks());
        RandomizedSvd.Result result = new RandomizedSvd(stages, plan.options())
                .run(source.vocabulary().size());
        double seconds = (System.nanoTime() - start) * 1e-9;
        String kernel = stages.kernel();
        List<WrittenFile> files = write(source.vocabulary(), plan, tasks, storage, result, kernel, output);
        return new SvdSummary(
                kernel,
                inMemory,
                seconds,
                stages.entries(),
                Arrays.stream(result.singularValues()).boxed().toList(),
                files);
    }

    private List<WrittenFile> write(
            Vocabulary vocabulary,
            SvdPlan plan,
            SvdTasks tasks,
            Broadcast<Storage> storage,
            RandomizedSvd.Result result,
            String kernel,
            OutputFolder output) {
        TreeMap<String, String> provenance = new TreeMap<>(plan.provenance());
        provenance.put("kernel", kernel);
        try (Broadcasts broadcasts = new Broadcasts(spark)) {
            Broadcast<VocabularyBroadcast> words = broadcasts.send(new VocabularyBroadcast(vocabulary));
            SvdModelTask task = new SvdModelTask(
                    tasks.run(),
                    tasks.store(),
                    tasks.matrix(),
                    words,
                    storage,
                    result.left().name(),
                    result.right().name(),
                    plan.vectors(),
                    new ArrayList<>(plan.formats()),
                    provenance,
                    output.staging());
            return spark.parallelize(List.of(task), 1)
                    .map(SvdModelTask::write)
                    .collect()
                    .get(0);
        }
    }
}
