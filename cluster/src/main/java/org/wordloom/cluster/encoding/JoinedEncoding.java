package org.wordloom.cluster.encoding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.corpus.CorpusSplit;
import org.wordloom.cluster.spark.IndexPartitioner;
import org.wordloom.cluster.spark.LargeRecords;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.CountBudget;
import org.wordloom.cluster.vocabulary.CountTask;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.WordIdTable;
import scala.Tuple2;

/**
 * Encodes with a vocabulary that no executor could hold. Each task asks for the words that its text contains, and gets
 * those that have an id:
 *
 * <pre>
 *   vocabulary in files  →  words with ids    ┐
 *                                             ├ by the word's hash  →  known words with ids, by task  →  shards
 *   text, read once      →  its words, a task ┘                             text, read again ┘
 * </pre>
 *
 * <p>What travels are the distinct words of each task, twice, and the vocabulary once; the text is tokenized twice. A task
 * holds the words of its own text, a partition of the join its part of the vocabulary.
 */
final class JoinedEncoding {
    /** Text of one task at most, so that its distinct words stay below some hundred megabytes. */
    private static final long TASK_BYTES = 64L << 20;

    private static final long WORDS_OF_PARTITION = 1L << 20;

    private final JavaSparkContext spark;
    private final Corpus corpus;
    private final String progressKey;

    JoinedEncoding(JavaSparkContext spark, Corpus corpus, String progressKey) {
        this.spark = spark;
        this.corpus = corpus;
        this.progressKey = progressKey;
    }

    /** What encodes the text of one task with the words that it was told. */
    interface TaskEncoding extends Serializable {
        EncodedTask encode(List<CorpusSplit> splits, WordIds words) throws Exception;
    }

    List<EncodedTask> run(
            Vocabulary vocabulary,
            String folder,
            Broadcast<Storage> storage,
            Broadcast<CorpusOptions> text,
            TaskEncoding encoding) {
        List<VocabularyChunk> chunks = VocabularyChunk.write(storage.value(), folder, vocabulary);
        List<ArrayList<CorpusSplit>> tasks = CorpusSplit.tasks(corpus, SparkRun.cores(spark), TASK_BYTES);
        int partitions = (int) Math.max(SparkRun.cores(spark), vocabulary.size() / WORDS_OF_PARTITION + 1);
        JavaPairRDD<Integer, byte[]> answers =
                known(words(chunks, storage, partitions), asked(tasks, storage, text, partitions));
        JavaPairRDD<Integer, byte[]> known = LargeRecords.partitionBy(answers, new IndexPartitioner(tasks.size()));
        try {
            List<EncodedTask> encoded = spark.parallelize(tasks, tasks.size())
                    .zipPartitions(known, (splits, blocks) -> List.of(encoding.encode(splits.next(), ids(blocks)))
                            .iterator())
                    .collect();
            known.rdd().cleanShuffleDependencies(false); // with those before it
            return encoded;
        } finally {
            chunks.forEach(chunk -> storage.value().delete(chunk.path()));
        }
    }

    private JavaPairRDD<Integer, byte[]> words(
            List<VocabularyChunk> chunks, Broadcast<Storage> storage, int partitions) {
        JavaPairRDD<Integer, byte[]> blocks = spark.parallelize(chunks, Math.max(1, chunks.size()))
                .flatMapToPair(chunk -> {
                    byte[][] packed = chunk.read(storage.value(), partitions);
                    return IntStream.range(0, partitions)
                            .mapToObj(partition -> new Tuple2<>(partition, packed[partition]))
                            .iterator();
                });
        return LargeRecords.partitionBy(blocks, new IndexPartitioner(partitions));
    }

    /** The words of each task's text, by the partition of their hash. */
    private JavaPairRDD<Integer, Asked> asked(
            List<ArrayList<CorpusSplit>> tasks,
            Broadcast<Storage> storage,
            Broadcast<CorpusOptions> text,
            int partitions) {
        // Not the stage's own key: the same text would be counted twice.
        String key = progressKey + "-words";
        CountBudget budget = CountBudget.shareOfHeap(spark);
        List<Tuple2<Integer, ArrayList<CorpusSplit>>> numbered = IntStream.range(0, tasks.size())
                .mapToObj(task -> new Tuple2<>(task, tasks.get(task)))
                .toList();
        JavaPairRDD<Integer, Asked> blocks = spark.parallelize(numbered, tasks.size())
                .flatMapToPair(
                        task -> stream(new CountTask(storage.value(), text.value(), task._2(), partitions, budget, key))
                                .filter(block -> block._1() < partitions)
                                .map(block -> new Tuple2<>(block._1(), new Asked(task._1(), block._2())))
                                .iterator());
        return LargeRecords.partitionBy(blocks, new IndexPartitioner(partitions));
    }

    private static JavaPairRDD<Integer, byte[]> known(
            JavaPairRDD<Integer, byte[]> words, JavaPairRDD<Integer, Asked> asked) {
        JavaRDD<Tuple2<Integer, byte[]>> answers = words.zipPartitions(asked, (part, questions) -> {
            WordIdTable table = new WordIdTable();
            part.forEachRemaining(block -> table.add(block._2()));
            return stream(questions)
                    .map(question -> new Tuple2<>(
                            question._2().task(), table.known(question._2().words())))
                    .iterator();
        });
        return JavaPairRDD.fromJavaRDD(answers);
    }

    private static WordIds ids(Iterator<Tuple2<Integer, byte[]>> known) {
        WordIdTable words = new WordIdTable();
        // A task that ran out of room for its words asked for some of them again.
        known.forEachRemaining(block -> words.add(block._2()));
        return words::id;
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        Iterable<T> once = () -> iterator;
        return StreamSupport.stream(once.spliterator(), false);
    }

    /** Words that a task asks for. */
    private record Asked(int task, byte[] words) implements Serializable {}
}
