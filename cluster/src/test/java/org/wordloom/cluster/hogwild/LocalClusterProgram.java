package org.wordloom.cluster.hogwild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.Texts;
import org.wordloom.cluster.WordloomPlugin;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.encoding.EncodeJob;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.output.ModelFolder;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.SharedFolder;
import org.wordloom.cluster.output.StagingOwner;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.cluster.spark.ExecutorCores;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyJob;
import org.wordloom.corpus.ShardWriter;
import org.wordloom.model.VectorSelection;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.TrainingOptions;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

/** What {@link LocalClusterTest} runs in a JVM of its own: the whole way from text to a committed model. */
final class LocalClusterProgram {
    private LocalClusterProgram() {}

    /** Arguments: master, text, output folder, class path of executors. Prints "key=value" lines. */
    public static void main(String[] arguments) throws Exception {
        SparkConf configuration = new SparkConf()
                .setMaster(arguments[0])
                .setAppName("local cluster test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.rpc.message.maxSize", "1")
                .set("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .set("spark.executor.extraClassPath", arguments[3]);
        AtomicLong reports = new AtomicLong();
        try (JavaSparkContext spark = new JavaSparkContext(WordloomPlugin.configure(configuration));
                AutoCloseable listening = WordloomPlugin.listen(progress -> reports.incrementAndGet())) {
            print("cores", ExecutorCores.largest(spark));
            print("listening", listening != null);
            run(spark, arguments[1], arguments[2]);
            fail(spark, arguments[1] + ".gz");
            hide(spark, Path.of(arguments[1]), arguments[2]);
            print("reports", reports);
        }
    }

    private static void run(JavaSparkContext spark, String text, String folder) {
        Storage storage = new Storage(spark.hadoopConfiguration());
        Corpus corpus = Corpus.list(storage, CorpusOptions.of(List.of(text)).withRangeBytes(10_000));
        VocabularyJob.Result counted = new VocabularyJob(spark).run(corpus, new VocabularyOptions(2, 0));
        print("words", Texts.list(counted.vocabulary()).hashCode());
        TrainingOptions options = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .dim(8)
                .epochs(1)
                .build();
        try (OutputFolder output = OutputFolder.create(storage, folder, false)) {
            EncodedCorpus encoded = new EncodeJob(spark).run(corpus, counted.vocabulary(), output.workFolder());
            print("tokens", encoded.tokens());
            WordTrainingPlan plan =
                    new WordTrainingPlan(options, VectorSelection.INPUT, List.of(VectorFormat.WORD2VEC_TEXT), Map.of());
            print(
                    "trained",
                    new HogwildJob(spark)
                            .run(encoded, counted.vocabulary(), plan, output)
                            .words());
            output.commit();
        }
        trainManyShards(spark, counted.vocabulary(), folder + "-many");
        print("committed", ModelFolder.open(storage, folder).files().size());
    }

    /** So many that their names are longer than the longest message that Spark may send here, a megabyte. */
    private static void trainManyShards(JavaSparkContext spark, Vocabulary vocabulary, String folder) {
        Storage storage = new Storage(spark.hadoopConfiguration());
        TrainingOptions options = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .dim(4)
                .epochs(1)
                .build();
        WordTrainingPlan plan = new WordTrainingPlan(options, VectorSelection.INPUT, List.of(), Map.of());
        try (OutputFolder output = OutputFolder.create(storage, folder, false)) {
            String path = Storage.child(output.workFolder(), "shard");
            try (ShardWriter shard = new ShardWriter(storage.create(path))) {
                shard.add(0);
                shard.add(1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            List<EncodedCorpus.Shard> shards = IntStream.range(0, 26_000)
                    .mapToObj(number -> new EncodedCorpus.Shard(number, path, 2, 1, storage.size(path)))
                    .toList();
            EncodedCorpus corpus = new EncodedCorpus(output.workFolder(), shards, CorpusStatistics.none());
            print(
                    "many",
                    new HogwildJob(spark).run(corpus, vocabulary, plan, output).words());
        }
    }

    private static void fail(JavaSparkContext spark, String damaged) {
        Corpus corpus = Corpus.list(new Storage(spark.hadoopConfiguration()), CorpusOptions.of(List.of(damaged)));
        try {
            new VocabularyJob(spark).run(corpus, VocabularyOptions.defaults());
        } catch (WordloomException e) {
            print("failure", e.exitCode() + " " + e.getMessage());
        }
    }

    /** Executors on machines that do not see the driver's files, as far as one machine can have them: these go away. */
    private static void hide(JavaSparkContext spark, Path text, String folder) throws IOException {
        Storage storage = new Storage(spark.hadoopConfiguration());
        Path hidden =
                Files.copy(text, text.resolveSibling("hidden-" + Path.of(folder).getFileName()));
        Corpus corpus = Corpus.list(storage, CorpusOptions.of(List.of(hidden.toString())));
        Files.delete(hidden);
        try {
            new VocabularyJob(spark).run(corpus, VocabularyOptions.defaults());
        } catch (WordloomException e) {
            print("missing", e.exitCode() + " " + e.getMessage());
        }
        try (OutputFolder output = OutputFolder.create(storage, folder + "-hidden", false)) {
            SharedFolder.require(spark, storage, output);
            storage.delete(Storage.child(output.staging(), StagingOwner.NAME));
            SharedFolder.require(spark, storage, output);
            print("unseen", "not noticed");
        } catch (WordloomException e) {
            print("unseen", e.exitCode() + " " + e.getMessage());
        }
    }

    private static void print(String key, Object value) {
        System.out.println(key + "=" + value);
    }
}
