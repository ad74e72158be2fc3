package org.wordloom.cluster.cooccurrence;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.CellMasses;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.spark.ExecutorCores;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyChecksum;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.CellsIndex;
import org.wordloom.cooccurrence.PairSums;
import org.wordloom.cooccurrence.WeightUnits;
import org.wordloom.format.CellsIndexFormat;
import org.wordloom.format.GloveCooccurrenceFormat;
import org.wordloom.format.PairSumsFormat;
import org.wordloom.format.VocabularyTsv;
import org.wordloom.vocab.Vocabulary;

/**
 * Counts pairs into an artefact. Map tasks count what they read, each with bounded memory, and sum up what they counted
 * themselves; a shuffle brings the segments of each bucket together in order; reduce tasks merge them and write consecutive
 * buckets to files, with one bucket's cells in memory. Sums are exact, so the bytes of the artefact depend on the corpus
 * and the plan alone.
 */
public final class CooccurrenceJob {
    /** Stage name of counting in the progress reports; its unit is words. */
    public static final String COUNT_STAGE = "pairs";

    /** Stage name of merging and writing; its unit is block pairs. */
    public static final String MERGE_STAGE = "merge";

    /** Records of one map task at most: half a gigabyte. */
    private static final long GLOVE_RECORDS = 1L << 25;

    private static final long REDUCE_BYTES = 64L << 20;
    private static final int REDUCE_TASKS_PER_CORE = 4;

    private final JavaSparkContext spark;

    public CooccurrenceJob(JavaSparkContext spark) {
        this.spark = spark;
    }

    /** What counting will take, in time to say so. */
    public CooccurrenceEstimate estimate(EncodedCorpus corpus, Vocabulary vocabulary, CooccurrencePlan plan) {
        return CooccurrenceEstimate.of(corpus, vocabulary, plan, sources(corpus).size());
    }

    /**
     * Counts, and writes the artefact's files but its {@code run.json} into {@code output}, which the caller commits.
     *
     * @throws org.wordloom.base.WordloomException ENVIRONMENT when the plan does not fit the memory; INPUT when sums will
     *     exceed 64 bits; OUTPUT when a disk is full
     */
    public CooccurrenceSummary run(
            EncodedCorpus corpus, Vocabulary vocabulary, CooccurrencePlan plan, OutputFolder output) {
        Problems problems = new Problems();
        plan.validate(problems);
        problems.throwIfAny();
        new SumCheck(plan.options(), corpus.tokens(), corpus.sentences()).require(vocabulary);
        CooccurrenceEstimate estimate = estimate(corpus, vocabulary, plan);
        BucketNumbers buckets = new BucketNumbers(plan.blocks(), plan.options().symmetric());
        Work work = new Work(sources(corpus), corpus.tokens(), "words", estimate, corpus.tokenizer());
        return run(work, buckets, vocabulary, plan, output);
    }

    /**
     * Makes an artefact of a file of Stanford's {@code cooccur} or {@code shuffle}. Every record becomes a cell, whichever
     * half it is of.
     *
     * @param file path of the file
     * @param vocabulary the words in its order
     * @param plan says how it was counted; its values must be what such counting gives
     * @throws org.wordloom.base.WordloomException FORMAT, with file and byte, when the file is damaged, or counted in another
     *     way
     */
    public CooccurrenceSummary runGlove(
            String file, Vocabulary vocabulary, CooccurrencePlan plan, OutputFolder output) {
        Problems problems = new Problems();
        plan.validate(problems);
        problems.throwIfAny();
        List<GlovePairs> parts = gloveParts(file);
        long records = parts.stream().mapToLong(GlovePairs::length).sum() / GloveCooccurrenceFormat.RECORD_BYTES;
        Work work = new Work(parts, records, "cells", CooccurrenceEstimate.ofPairs(records, plan), "");
        return run(work, new BucketNumbers(plan.blocks(), false), vocabulary, plan, output);
    }

    private List<GlovePairs> gloveParts(String file) {
        long bytes = new Storage(spark.hadoopConfiguration()).size(file);
        if (bytes == 0 || bytes % GloveCooccurrenceFormat.RECORD_BYTES != 0) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    file + " has " + bytes + " bytes, expected records of " + GloveCooccurrenceFormat.RECORD_BYTES
                            + ": it is empty, truncated, or no co-occurrence file of GloVe");
        }
        long records = bytes / GloveCooccurrenceFormat.RECORD_BYTES;
        long tasks = Math.max(SparkRun.cores(spark), records / GLOVE_RECORDS);
        long perTask = ((records - 1) / tasks + 1) * GloveCooccurrenceFormat.RECORD_BYTES;
        List<GlovePairs> parts = new ArrayList<>();
        for (long from = 0; from < bytes; from += perTask) {
            parts.add(new GlovePairs(file, from, Math.min(perTask, bytes - from)));
        }
        return parts;
    }

    /**
     * What the map tasks do: their sources, how much that is in which unit, what it will take, and whose pieces the words
     * are.
     */
    private record Work(
            List<? extends PairSource> sources,
            long total,
            String unit,
            CooccurrenceEstimate estimate,
            String tokenizer) {}

    private List<ShardPairs> sources(EncodedCorpus corpus) {
        return ShardGroups.of(corpus.shards(), SparkRun.cores(spark)).stream()
                .map(ShardPairs::new)
                .toList();
    }

    private CooccurrenceSummary run(
            Work work, BucketNumbers buckets, Vocabulary vocabulary, CooccurrencePlan plan, OutputFolder output) {
        int reduceTasks = reduceTasks(buckets, work.estimate.shuffleBytes());
        CountingMemory memory = CountingMemory.of(spark, plan.memoryBytes(), work.sources.size());
        CountingMemory writing = CountingMemory.of(spark, CooccurrencePlan.SHARE_OF_HEAP, reduceTasks);
        new MemoryCheck(memory, writing, ExecutorCores.heapBytes(spark))
                .require(plan, vocabulary.size(), buckets.half(), work.estimate);
        long[] masses = CellMasses.expected(vocabulary.counts(), plan.options().window());
        BlockPartition partition = BlockPartition.equalMass(masses, plan.blocks(), plan.salt());
        CooccurrenceCells.makeFolder(new Storage(spark.hadoopConfiguration()), output.staging());
        PairFlow flow = new PairFlow(spark, plan.options(), partition, buckets, output.staging());
        long shuffled = SparkRun.stage(
                COUNT_STAGE, work.total, work.unit, key -> flow.count(work.sources, memory, reduceTasks, key));
        MergeOutcome merged = SparkRun.stage(MERGE_STAGE, buckets.count(), "block pairs", flow::merge);
        flow.release();
        return write(merged, shuffled, vocabulary, work.tokenizer, plan, buckets, output);
    }

    /** Some for each core, and so many that each has a bounded part of the shuffle. */
    private int reduceTasks(BucketNumbers buckets, double shuffleBytes) {
        double tasks = Math.max((double) REDUCE_TASKS_PER_CORE * SparkRun.cores(spark), shuffleBytes / REDUCE_BYTES);
        return (int) Math.min(tasks, buckets.files());
    }

    private static CooccurrenceSummary write(
            MergeOutcome merged,
            long shuffled,
            Vocabulary vocabulary,
            String tokenizer,
            CooccurrencePlan plan,
            BucketNumbers buckets,
            OutputFolder output) {
        CellsIndex index = new CellsIndex(buckets);
        for (WrittenCells file : merged.files()) {
            output.add(file.name(), file.length(), file.crc32c());
            file.buckets()
                    .forEach(bucket -> index.set(bucket.number(), bucket.offset(), bucket.length(), bucket.entries()));
        }
        int checksum = VocabularyChecksum.of(vocabulary);
        long scale = WeightUnits.of(plan.options()).scale();
        PairSums sums = new PairSums(scale, merged.sums().rows(), merged.sums().columns());
        CooccurrenceTotals totals = merged.totals(index.entries(), scale);
        CooccurrenceHeader header = new CooccurrenceHeader(
                plan.options(),
                buckets.half(),
                plan.blocks(),
                plan.salt(),
                vocabulary.size(),
                checksum,
                tokenizer,
                totals);
        file(output, CooccurrenceFolder.VOCABULARY, out -> VocabularyTsv.write(vocabulary, out));
        file(output, CooccurrenceFolder.INDEX, out -> CellsIndexFormat.write(index, out));
        file(output, CooccurrenceFolder.SUMS, out -> PairSumsFormat.write(sums, checksum, out));
        file(output, CooccurrenceFolder.HEADER, header::write);
        long cellBytes = merged.files().stream().mapToLong(WrittenCells::length).sum();
        return new CooccurrenceSummary(totals, index.largestEntries(), shuffled, cellBytes);
    }

    private static void file(OutputFolder output, String name, Content content) {
        try (OutputStream out = output.newFile(name)) {
            content.write(out);
        } catch (IOException e) {
            throw Storage.unwritable(name, e);
        }
    }

    /** What a file holds. */
    private interface Content {
        void write(OutputStream out) throws IOException;
    }
}
