package org.wordloom.cluster.pairs;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.cluster.cooccurrence.SegmentMerger;
import org.wordloom.cluster.cooccurrence.ShardGroups;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.ExecutorCores;
import org.wordloom.cluster.spark.LargeRecords;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.spark.TaskOutcome;
import org.wordloom.cluster.spark.TaskResources;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.PairEncoder;
import org.wordloom.format.PairBucketsWriter;
import scala.Tuple2;

/**
 * The pairs of cycles on executors: map tasks read shards and pack pairs by bucket, a shuffle sorts them by row block, and a
 * task for each row block merges them into its file. Files, and not cached partitions, so that a visit may be repeated on
 * any executor.
 */
final class StoredCycles implements CycleFeed {
    /** A part of the heap that tasks of this kind may take together. */
    private static final double SHARE_OF_HEAP = 0.2;

    private final JavaSparkContext spark;
    private final EncodedCorpus corpus;
    private final Broadcasts broadcasts;
    private final Broadcast<CycleText> text;
    private final Broadcast<Storage> shared;
    private final Storage storage;
    private final StoredPairs pairs;
    private final int blocks;
    /** The first cycle that has files; a resumed run begins at a later one than 0. */
    private int first = Integer.MAX_VALUE;

    private BucketedPairs sum = BucketedPairs.NONE;

    /** @param pairs where the files go */
    StoredCycles(JavaSparkContext spark, EncodedCorpus corpus, CycleText text, Storage storage, StoredPairs pairs) {
        this.spark = spark;
        this.corpus = corpus;
        this.broadcasts = new Broadcasts(spark);
        this.text = broadcasts.send(text);
        this.shared = broadcasts.send(storage);
        this.storage = storage;
        this.pairs = pairs;
        this.blocks = text.partition().blocks();
    }

    /** What the task of a row block did. */
    private record Written(long pairs, long bytes) implements Serializable {}

    @Override
    public void begin(int cycle) {
        first = Math.min(first, cycle);
        long start = System.nanoTime();
        storage.delete(pairs.cycleFolder(cycle)); // what an earlier attempt may have left
        long total = 0;
        long bytes = 0;
        for (TaskOutcome<Written> written : write(cycle)) {
            total += written.get().pairs();
            bytes += written.get().bytes();
        }
        pairs.writeTotal(cycle, total);
        sum = sum.plus(new BucketedPairs(total, bytes, bytes, (System.nanoTime() - start) * 1e-9));
    }

    private List<TaskOutcome<Written>> write(int cycle) {
        List<ArrayList<EncodedCorpus.Shard>> groups = ShardGroups.of(corpus.shards(), SparkRun.cores(spark));
        Broadcast<CycleText> theText = text;
        Broadcast<Storage> theStorage = shared;
        StoredPairs target = pairs;
        int tasks = groups.size();
        int atOnce = Math.min(tasks, ExecutorCores.tasksAtOnce(spark));
        JavaPairRDD<Long, byte[]> packed = spark.parallelize(groups, tasks)
                .mapPartitionsToPair(
                        group -> segments(theText.value(), theStorage.value(), group.next(), tasks, atOnce, cycle));
        JavaPairRDD<Long, byte[]> segments = LargeRecords.partitionAndSort(packed, new RowBlockPartitioner(blocks));
        int theBlocks = blocks;
        try {
            return SparkRun.action(() -> segments.mapPartitionsWithIndex(
                            (rowBlock, sorted) -> List.of(TaskOutcome.of(() ->
                                            write(theStorage.value(), target, theBlocks, cycle, rowBlock, sorted)))
                                    .iterator(),
                            false)
                    .collect());
        } finally {
            segments.rdd().cleanShuffleDependencies(false);
        }
    }

    private static Iterator<Tuple2<Long, byte[]>> segments(
            CycleText text, Storage storage, List<EncodedCorpus.Shard> shards, int tasks, int atOnce, int cycle) {
        long bytes = (long) (SHARE_OF_HEAP * Runtime.getRuntime().maxMemory() / atOnce);
        CycleSegments segments = new CycleSegments(
                text, text.reader(storage, shards, cycle), text.collected(tasks, bytes), shards.size());
        TaskResources.closeAtEnd(TaskContext.get(), segments);
        return segments;
    }

    /** Merges the segments of a row block into its file, with one bucket in memory. */
    private static Written write(
            Storage storage,
            StoredPairs target,
            int blocks,
            int cycle,
            int rowBlock,
            Iterator<Tuple2<Long, byte[]>> segments)
            throws IOException {
        String path = target.file(cycle, rowBlock);
        String temporary = path + "-" + TaskContext.get().taskAttemptId();
        Written written;
        try (PairBucketsWriter out = new PairBucketsWriter(storage.create(temporary), cycle, rowBlock, blocks)) {
            written = merge(new SegmentMerger(segments, new BucketNumbers(blocks, false)), out);
            out.finish();
        }
        storage.publish(temporary, path);
        return written;
    }

    private static Written merge(SegmentMerger merger, PairBucketsWriter out) throws IOException {
        long pairs = 0;
        long bytes = 0;
        PairEncoder encoder = new PairEncoder();
        while (merger.nextBucket()) {
            while (merger.next()) {
                encoder.add(merger.row(), merger.column(), merger.sum());
                pairs += merger.sum();
            }
            byte[] packed = encoder.take();
            out.add(merger.columnBlock(), packed);
            bytes += packed.length;
        }
        return new Written(pairs, bytes);
    }

    @Override
    public void release(int before) {
        for (; first < before; first++) {
            storage.delete(pairs.cycleFolder(first));
        }
    }

    @Override
    public PairFeed pairs() {
        return pairs;
    }

    @Override
    public BucketedPairs sum() {
        return sum;
    }

    @Override
    public void close() {
        broadcasts.close();
    }
}
