package org.wordloom.cluster.encoding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.corpus.CorpusReader;
import org.wordloom.cluster.corpus.CorpusSplit;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.corpus.MalformedText;
import org.wordloom.cluster.progress.ExecutorProgress;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyBroadcast;
import org.wordloom.vocab.Vocabulary;

/**
 * Turns a corpus into shards of word ids: one for each range of text, so that they are of similar size and do not depend
 * on the cluster. Epochs and models read these and never the text again.
 */
public final class EncodeJob {
    /** Stage name of the progress reports; their unit is bytes as stored. */
    public static final String STAGE = "encode";

    private final JavaSparkContext spark;
    private final Predicate<VocabularyMemory> fitsBroadcast;

    public EncodeJob(JavaSparkContext spark) {
        this(spark, memory -> memory.fitsBroadcast(spark));
    }

    /** @param fitsBroadcast which vocabularies go to every executor; the others are joined with the text */
    EncodeJob(JavaSparkContext spark, Predicate<VocabularyMemory> fitsBroadcast) {
        this.spark = spark;
        this.fitsBroadcast = fitsBroadcast;
    }

    /**
     * Encodes the corpus. Words outside the vocabulary are dropped; sentences end with their line, or at the longest
     * sentence length.
     *
     * @param folder a working folder on storage that all executors reach; made if missing, shards are added to it
     * @throws WordloomException INPUT when no word of the vocabulary occurs, or too much of the text is malformed
     */
    public EncodedCorpus run(Corpus corpus, Vocabulary vocabulary, String folder) {
        List<EncodedTask> tasks =
                SparkRun.stage(STAGE, corpus.bytes(), "bytes", key -> encode(corpus, vocabulary, folder, key));
        CorpusStatistics statistics =
                CorpusStatistics.none().withFiles(corpus.files().size());
        for (EncodedTask task : tasks) {
            statistics = statistics.plus(task.statistics());
        }
        MalformedText.refuse(statistics, corpus.options());
        EncodedCorpus encoded = new EncodedCorpus(
                folder,
                shards(tasks),
                statistics,
                corpus.options().tokenization().digest());
        if (encoded.tokens() == 0) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    "none of the " + statistics.tokens() + " words of the input is in the vocabulary of "
                            + vocabulary.size() + " words; do both come from the same kind of text and tokenizer?");
        }
        return encoded;
    }

    private List<EncodedTask> encode(Corpus corpus, Vocabulary vocabulary, String folder, String progressKey) {
        try (Broadcasts broadcasts = new Broadcasts(spark)) {
            Broadcast<Storage> storage = broadcasts.send(new Storage(spark.hadoopConfiguration()));
            // A tokenizer may be large: it goes once to each machine, not with each task.
            Broadcast<CorpusOptions> text = broadcasts.send(corpus.options());
            JoinedEncoding.TaskEncoding encoding =
                    (splits, words) -> encode(storage.value(), text.value(), splits, words, folder, progressKey);
            return fitsBroadcast.test(VocabularyMemory.of(vocabulary))
                    ? broadcast(corpus, vocabulary, encoding)
                    : new JoinedEncoding(spark, corpus, progressKey).run(vocabulary, folder, storage, text, encoding);
        }
    }

    private List<EncodedTask> broadcast(Corpus corpus, Vocabulary vocabulary, JoinedEncoding.TaskEncoding encoding) {
        List<ArrayList<CorpusSplit>> tasks = CorpusSplit.tasks(corpus, SparkRun.cores(spark));
        try (Broadcasts broadcasts = new Broadcasts(spark)) {
            Broadcast<VocabularyBroadcast> words = broadcasts.send(new VocabularyBroadcast(vocabulary));
            return spark.parallelize(tasks, tasks.size())
                    .map(splits -> encoding.encode(splits, words.value().vocabulary()::id))
                    .collect();
        }
    }

    private static EncodedTask encode(
            Storage storage,
            CorpusOptions options,
            List<CorpusSplit> splits,
            WordIds words,
            String folder,
            String progressKey)
            throws IOException {
        try (EncodingSink sink =
                        new EncodingSink(storage, folder, TaskContext.get().taskAttemptId(), words, options);
                CorpusReader reader = new CorpusReader(
                        storage, options, splits, ExecutorProgress.instance().counter(progressKey))) {
            boolean more = true;
            while (more) {
                more = reader.next(sink);
            }
            return sink.result();
        }
    }

    /** Numbers all ranges in the order of the corpus and keeps those with tokens. */
    private static List<EncodedCorpus.Shard> shards(List<EncodedTask> tasks) {
        List<EncodedRange> ranges = new ArrayList<>();
        tasks.forEach(task -> ranges.addAll(task.ranges()));
        ranges.sort(Comparator.comparingInt(EncodedRange::file).thenComparingLong(EncodedRange::range));
        List<EncodedCorpus.Shard> shards = new ArrayList<>();
        for (int number = 0; number < ranges.size(); number++) {
            EncodedRange range = ranges.get(number);
            if (range.tokens() > 0) {
                shards.add(new EncodedCorpus.Shard(
                        number, range.path(), range.tokens(), range.sentences(), range.length()));
            }
        }
        return shards;
    }
}
