package org.wordloom.cluster.tokenizer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.Progress;
import org.wordloom.cluster.WordloomPlugin;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyJob;
import org.wordloom.format.tokenizer.EncodingColumn;
import org.wordloom.format.tokenizer.TokenizerJson;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.training.SubwordOptions;
import org.wordloom.tokenizer.training.SubwordOptions.Kind;
import org.wordloom.tokenizer.training.TokenizerTrainer;
import org.wordloom.tokenizer.unigram.ChunkCluster;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

/** What {@link TokenizerClusterTest} runs in a JVM of its own: counts words, learns every model, encodes with the last. */
final class TokenizerClusterProgram {
    private TokenizerClusterProgram() {}

    /** Arguments: master, text, bytes of a range, output folder, class path of executors. Prints "key=value" lines. */
    public static void main(String[] arguments) throws Exception {
        SparkConf configuration = new SparkConf()
                .setMaster(arguments[0])
                .setAppName("tokenizer test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.executor.extraClassPath", arguments[4]);
        try (JavaSparkContext spark = new JavaSparkContext(WordloomPlugin.configure(configuration))) {
            CorpusOptions options =
                    CorpusOptions.of(List.of(arguments[1])).withRangeBytes(Long.parseLong(arguments[2]));
            Corpus corpus = Corpus.list(new Storage(spark.hadoopConfiguration()), options);
            Tokenizer last = null;
            for (Kind kind : Kind.values()) {
                last = learn(spark, corpus, kind, ChunkCluster.Placement.local());
                print(kind.name(), checksum(json(last)));
            }
            int[] chunks = new int[1];
            Tokenizer spread = learn(spark, corpus, Kind.UNIGRAM, (characters, threads, number, chunk) -> {
                chunks[0] = number;
                return Optional.of(new SparkChunks(spark, number, chunk));
            });
            print("chunks", chunks[0]);
            print("spread", checksum(json(spread)));
            encode(spark, corpus, last, arguments[3]);
        }
    }

    private static byte[] json(Tokenizer tokenizer) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        TokenizerJson.write(tokenizer, json);
        return json.toByteArray();
    }

    private static Tokenizer learn(JavaSparkContext spark, Corpus corpus, Kind kind, ChunkCluster.Placement placement) {
        Corpus words = new Corpus(corpus.options().withTokenization(kind.text()), corpus.files(), List.of());
        Vocabulary counted =
                new VocabularyJob(spark).run(words, new VocabularyOptions(1, 0)).vocabulary();
        SubwordOptions options = Tokenizers.options(kind, 4_000);
        return new TokenizerTrainer(kind.text(), options, Progress.Listener.none())
                .withPlacement(placement)
                .train(counted);
    }

    private static void encode(JavaSparkContext spark, Corpus corpus, Tokenizer tokenizer, String folder)
            throws Exception {
        TokenizeOptions options = new TokenizeOptions(
                List.of(EncodingColumn.values()), TokenizeOptions.Format.TEXT, true, TokenizeOptions.LONGEST_TEXT);
        try (OutputFolder output = OutputFolder.create(new Storage(spark.hadoopConfiguration()), folder, false)) {
            new TokenizeJob(spark).run(corpus, TokenizerBroadcast.of(tokenizer), options, output);
            output.commit();
        }
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path part : files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(part));
            }
        }
        print("encoded", checksum(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static long checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return checksum.getValue();
    }

    private static void print(String key, Object value) {
        System.out.println(key.toLowerCase(Locale.ROOT) + "=" + value);
    }
}
