package org.wordloom.cluster.vocabulary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.corpus.CorpusSplit;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.corpus.MalformedText;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.IndexPartitioner;
import org.wordloom.cluster.spark.LargeRecords;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyAssembler;
import org.wordloom.vocab.VocabularyOptions;
import org.wordloom.vocab.WordCounts;
import scala.Tuple2;

/**
 * Counts the words of a corpus in parallel and keeps those that the options name.
 *
 * <p>Each task counts its part of the text and hands its counts on as packed blocks, a word to the partition of its hash.
 * There the counts of a word meet, and words that cannot be kept are left behind: only the others reach the driver, which
 * decides. No executor ever holds all distinct words, and the vocabulary does not depend on how the text was divided.
 */
public final class VocabularyJob {
    /** Stage name of the progress reports; their unit is bytes as stored. */
    public static final String STAGE = "count";

    private static final long MIN_PARTITION_BYTES = 16L << 20;
    private static final long MAX_PARTITION_BYTES = 1L << 30;
    /**
     * Every task sends each partition a block, so that blocks would grow with the square of the text: at 100 TB to 17 billion
     * of a few words each. So many partitions hold 2.5 million words each of 10 billion different ones.
     */
    private static final int MOST_PARTITIONS = 4096;

    private final JavaSparkContext spark;
    private final long taskBytes;

    public VocabularyJob(JavaSparkContext spark) {
        this(spark, 0);
    }

    /** With so many bytes for the counts of a task; few in tests, see {@link CountBudget}. */
    VocabularyJob(JavaSparkContext spark, long taskBytes) {
        this.spark = spark;
        this.taskBytes = taskBytes;
    }

    /**
     * Counts and decides.
     *
     * @throws WordloomException INPUT when no word is frequent enough, or too much of the text is malformed
     */
    public Result run(Corpus corpus, VocabularyOptions options) {
        List<Reduced> parts = SparkRun.stage(STAGE, corpus.bytes(), "bytes", key -> count(corpus, options, key));
        CorpusStatistics statistics = statistics(corpus, parts);
        MalformedText.refuse(statistics, corpus.options());
        VocabularyAssembler kept = new VocabularyAssembler();
        parts.forEach(part -> kept.add(part.kept()));
        if (kept.size() == 0) {
            throw nothingKept(parts, options, statistics, corpus.options().column());
        }
        return new Result(kept.toVocabulary(options), statistics);
    }

    /**
     * What counting found.
     *
     * @param vocabulary the kept words
     * @param statistics of the whole corpus
     */
    public record Result(Vocabulary vocabulary, CorpusStatistics statistics) {}

    private List<Reduced> count(Corpus corpus, VocabularyOptions options, String progressKey) {
        int partitions = partitions(corpus.bytes(), SparkRun.cores(spark));
        CountBudget budget = CountBudget.of(spark, taskBytes);
        List<ArrayList<CorpusSplit>> tasks = CorpusSplit.tasks(corpus, SparkRun.cores(spark));
        try (Broadcasts broadcasts = new Broadcasts(spark)) {
            Broadcast<Storage> storage = broadcasts.send(new Storage(spark.hadoopConfiguration()));
            // A tokenizer may be large: it goes once to each machine, not with each task.
            Broadcast<CorpusOptions> text = broadcasts.send(corpus.options());
            JavaPairRDD<Integer, byte[]> blocks = spark.parallelize(tasks, tasks.size())
                    .flatMapToPair(splits ->
                            new CountTask(storage.value(), text.value(), splits, partitions, budget, progressKey));
            JavaPairRDD<Integer, byte[]> shuffled =
                    LargeRecords.partitionBy(blocks, new IndexPartitioner(partitions + 1));
            List<Reduced> parts = shuffled.mapPartitions(
                            part -> List.of(reduce(part, options, partitions)).iterator())
                    .collect();
            // Its files would stay until the driver happens to collect garbage.
            shuffled.rdd().cleanShuffleDependencies(false);
            return parts;
        }
    }

    /**
     * So many that what meets in one fits into memory even if most words are different, and no more: 1 to {@link
     * #MOST_PARTITIONS}.
     */
    static int partitions(long bytes, int cores) {
        long small = Math.min(cores, bytes / MIN_PARTITION_BYTES);
        long wanted = Math.max(small, bytes / MAX_PARTITION_BYTES);
        return (int) Math.max(1, Math.min(wanted, MOST_PARTITIONS));
    }

    private static Reduced reduce(Iterator<Tuple2<Integer, byte[]>> blocks, VocabularyOptions options, int statistics) {
        WordCounts counts = new WordCounts();
        CorpusStatistics found = CorpusStatistics.none();
        while (blocks.hasNext()) {
            Tuple2<Integer, byte[]> block = blocks.next();
            if (block._1() == statistics) {
                found = found.plus(CorpusStatistics.unpack(block._2()));
            } else {
                counts.addPacked(block._2());
            }
        }
        byte[] kept = counts.keptPacked(options);
        byte[] top = kept.length > 0 ? new byte[0] : counts.keptPacked(new VocabularyOptions(1, 1));
        return new Reduced(kept, top, found.withDistinctWords(counts.size()));
    }

    private static CorpusStatistics statistics(Corpus corpus, List<Reduced> parts) {
        CorpusStatistics sum = CorpusStatistics.none();
        long distinct = 0;
        for (Reduced part : parts) {
            sum = sum.plus(part.statistics());
            distinct += part.statistics().distinctWords();
        }
        return sum.withDistinctWords(distinct).withFiles(corpus.files().size());
    }

    private static WordloomException nothingKept(
            List<Reduced> parts, VocabularyOptions options, CorpusStatistics statistics, String column) {
        VocabularyAssembler tops = new VocabularyAssembler();
        parts.forEach(part -> tops.add(part.top()));
        if (tops.size() == 0) {
            return new WordloomException(
                    ExitCode.INPUT,
                    "the input holds no word at all in " + statistics.bytes() + " bytes; check "
                            + (column.isEmpty() ? "--input" : "--input, --column " + column) + " and the tokenizer");
        }
        Vocabulary top = tops.toVocabulary(new VocabularyOptions(1, 1));
        return new WordloomException(
                ExitCode.INPUT,
                "no word occurs " + options.minCount() + " times or more: the most frequent of "
                        + statistics.distinctWords() + " words, '" + top.word(0) + "', occurs "
                        + (top.count(0) == 1 ? "once" : top.count(0) + " times")
                        + "; lower --min-count or give more text");
    }

    /** What one partition of the words sends to the driver. */
    private record Reduced(byte[] kept, byte[] top, CorpusStatistics statistics) implements Serializable {}
}
