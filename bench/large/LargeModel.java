import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.cluster.WordloomPlugin;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.pairs.PairPlan;
import org.wordloom.cluster.pairs.TextPairJob;
import org.wordloom.cluster.pairs.TextPairPlan;
import org.wordloom.cluster.pairs.TextPairSummary;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.corpus.ShardWriter;
import org.wordloom.model.VectorSelection;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.pairs.PairOptions;
import org.wordloom.vocab.Vocabulary;

/**
 * Trains skip-gram by strata on made-up text, written straight into shards: ids drawn by Zipf's law, and every id once.
 * Arguments: words, tokens, dimension, blocks, cycles, folder, and {@code resume} or {@code begin}.
 */
public final class LargeModel {
    private static final int SENTENCE = 20;
    private static final int SHARDS = 64;
    private static final double UNIT = 0x1p-53;

    private LargeModel() {}

    public static void main(String[] arguments) throws IOException {
        int words = Integer.parseInt(arguments[0]);
        long tokens = Long.parseLong(arguments[1]);
        String folder = arguments[5];
        SparkConf configuration = WordloomPlugin.configure(new SparkConf().setAppName("a large model"));
        try (JavaSparkContext spark = new JavaSparkContext(configuration);
                AutoCloseable listening = WordloomPlugin.listen(progress -> {})) {
            Storage storage = new Storage(spark.hadoopConfiguration());
            EncodedCorpus corpus = generate(spark, storage, words, tokens, Storage.child(folder, "shards"));
            System.out.println("shards with " + corpus.tokens() + " tokens");
            try (OutputFolder output = OutputFolder.create(storage, Storage.child(folder, "model"), true)) {
                TextPairSummary summary = new TextPairJob(spark)
                        .run(corpus, vocabulary(words, tokens), plan(arguments), output, System.out::println);
                output.commit();
                System.out.printf(
                        Locale.ROOT,
                        "trained in %.1f s: %,d pairs, %.1f GB moved, loss %.4f, %d checkpoints, resumed at %d%n",
                        summary.strata().seconds(),
                        summary.strata().entries(),
                        summary.strata().bytesMoved() / 1e9,
                        summary.strata().loss(),
                        summary.strata().checkpoints(),
                        summary.strata().resumedAt());
            }
        } catch (RuntimeException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static TextPairPlan plan(String[] arguments) {
        TrainingOptions model = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .dim(Integer.parseInt(arguments[2]))
                .epochs(1)
                .rate(PairOptions.RATE)
                .rowRateCount(PairOptions.ROW_RATE_COUNT)
                .build();
        PairPlan training = new PairPlan(
                new PairOptions(model, Integer.parseInt(arguments[4])),
                true,
                Duration.ofMinutes(10),
                arguments[6].equals("resume"),
                VectorSelection.INPUT,
                List.of(),
                Map.of());
        return new TextPairPlan(training, Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), 0);
    }

    /** Words of five letters: all that a driver of 1 GB has room for at 20 million. */
    private static Vocabulary vocabulary(int words, long tokens) {
        byte[] utf8 = new byte[5 * words];
        int[] starts = new int[words + 1];
        long[] counts = new long[words];
        double harmonic = Math.log(words) + 0.5772;
        for (int id = 0; id < words; id++) {
            byte[] name = Integer.toString(36 * 36 * 36 * 36 + id, 36).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(name, 0, utf8, 5 * id, 5);
            starts[id + 1] = 5 * (id + 1);
            counts[id] = 1 + Math.round((tokens - words) / (harmonic * (id + 1)));
        }
        return Vocabulary.ofDistinct(utf8, starts, counts);
    }

    private static EncodedCorpus generate(
            JavaSparkContext spark, Storage storage, int words, long tokens, String folder) {
        Broadcast<Storage> shared = spark.broadcast(storage);
        List<EncodedCorpus.Shard> shards = new ArrayList<>(spark.parallelize(
                        IntStream.range(0, SHARDS).boxed().toList(), SHARDS)
                .map(shard -> write(shared.value(), folder, shard, words, tokens))
                .collect());
        shards.sort(Comparator.comparingLong(EncodedCorpus.Shard::number));
        return new EncodedCorpus(folder, shards, CorpusStatistics.none());
    }

    /** Every {@code SHARDS}-th id once, and as many draws as the tokens ask for, mixed. */
    private static EncodedCorpus.Shard write(Storage storage, String folder, int shard, int words, long tokens)
            throws IOException {
        String path = Storage.child(folder, String.format(Locale.ROOT, "shard-%03d", shard));
        long key = CounterRandom.key(1, Purpose.TRAINING, shard);
        long own = (words - shard + SHARDS - 1) / SHARDS;
        long all = Math.max(own, tokens / SHARDS);
        long sentences;
        try (ShardWriter out = new ShardWriter(storage.create(path))) {
            long next = 0;
            for (long i = 0; i < all; i++) {
                // The ids that come once are spread evenly among those drawn.
                boolean once = next < own && next * all <= i * own;
                out.add(once ? (int) (shard + SHARDS * next++) : zipf(CounterRandom.at(key, i), words));
                if (i % SENTENCE == SENTENCE - 1) {
                    out.endSentence();
                }
            }
            out.endSentence();
            sentences = out.sentences();
        }
        return new EncodedCorpus.Shard(shard, path, all, sentences, storage.size(path));
    }

    /** The id of a rank whose probability falls as 1 / rank. */
    private static int zipf(long bits, int words) {
        double unit = (bits >>> 11) * UNIT;
        return (int) Math.min(words - 1, Math.exp(unit * Math.log(words + 1.0)) - 1);
    }
}
