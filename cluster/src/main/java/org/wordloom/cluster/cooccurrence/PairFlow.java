package org.wordloom.cluster.cooccurrence;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.MapOutputStatistics;
import org.apache.spark.ShuffleDependency;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.progress.ExecutorProgress;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.LargeRecords;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import scala.Tuple2;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;

/** The way of pairs over Spark: counted in map tasks, shuffled once, merged and written in reduce tasks. */
final class PairFlow {
    private final JavaSparkContext spark;
    private final CooccurrenceOptions options;
    private final BucketNumbers buckets;
    private final String staging;
    private final int words;
    private final Broadcasts broadcasts;
    private final Broadcast<Storage> storage;
    private final Broadcast<BlockPartition> partition;
    private JavaPairRDD<Long, byte[]> shuffled;

    /** @param staging of the output folder */
    PairFlow(
            JavaSparkContext spark,
            CooccurrenceOptions options,
            BlockPartition partition,
            BucketNumbers buckets,
            String staging) {
        this.spark = spark;
        this.options = options;
        this.buckets = buckets;
        this.staging = staging;
        this.words = partition.rows();
        this.broadcasts = new Broadcasts(spark);
        this.storage = broadcasts.send(new Storage(spark.hadoopConfiguration()));
        this.partition = broadcasts.send(partition);
    }

    /**
     * Runs the map tasks; gives the bytes of the shuffle.
     *
     * @param memory of a map task
     * @param reduceTasks at most as many as there are files
     */
    long count(List<? extends PairSource> sources, CountingMemory memory, int reduceTasks, String progressKey)
            throws Exception {
        CooccurrenceOptions theOptions = options;
        BucketNumbers theBuckets = buckets;
        Broadcast<Storage> theStorage = storage;
        Broadcast<BlockPartition> thePartition = partition;
        JavaPairRDD<Long, byte[]> segments = spark.<PairSource>parallelize(List.copyOf(sources), sources.size())
                .mapPartitionsToPair(source -> new CountContext(
                                TaskContext.get(),
                                theStorage.value(),
                                theOptions,
                                thePartition.value(),
                                memory.taskBytes(),
                                ExecutorProgress.instance().counter(progressKey))
                        .segments(source.next(), theBuckets));
        shuffled = LargeRecords.partitionAndSort(segments, new SegmentPartitioner(buckets, reduceTasks));
        return Arrays.stream(mapOutput().bytesByPartitionId()).sum();
    }

    /** Runs the reduce tasks. */
    MergeOutcome merge(String progressKey) {
        CooccurrenceOptions theOptions = options;
        BucketNumbers theBuckets = buckets;
        String theStaging = staging;
        int theWords = words;
        Broadcast<Storage> theStorage = storage;
        Broadcast<BlockPartition> thePartition = partition;
        int sumTasks = Math.min(SumCollector.parts(words), SparkRun.cores(spark));
        JavaPairRDD<Integer, Serializable> merged = shuffled.mapPartitionsToPair(segments -> new MergeTask(
                                theStorage.value(),
                                theStaging,
                                TaskContext.get().taskAttemptId(),
                                thePartition.value(),
                                theOptions,
                                theBuckets,
                                ExecutorProgress.instance().counter(progressKey))
                        .run(segments))
                .partitionBy(new HashPartitioner(sumTasks));
        List<Tuple2<Integer, Serializable>> parts = merged.mapPartitions(
                        results -> MergeOutcome.of(results, theWords, theBuckets.half())
                                .parts(),
                        true)
                .collect();
        // With those of all pairs, which would stay until the driver happens to collect garbage. Not after a failure,
        // as below.
        merged.rdd().cleanShuffleDependencies(false);
        return MergeOutcome.of(parts.iterator(), words, buckets.half());
    }

    /**
     * Gives back what was sent to executors. Not after a failure: Spark removes it in the background, and complains at
     * length when it is stopped meanwhile.
     */
    void release() {
        broadcasts.close();
    }

    /** Runs the stage before the shuffle alone, as Spark SQL's adaptive execution does, so that it has its own progress. */
    private MapOutputStatistics mapOutput() throws Exception {
        ShuffleDependency<?, ?, ?> dependency =
                (ShuffleDependency<?, ?, ?>) shuffled.rdd().dependencies().head();
        return Await.result(spark.sc().submitMapStage(dependency), Duration.Inf());
    }
}
