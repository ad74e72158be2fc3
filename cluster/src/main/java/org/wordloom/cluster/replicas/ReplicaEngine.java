package org.wordloom.cluster.replicas;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.rdd.RDD;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.CheckpointedBlocks;
import org.wordloom.cluster.checkpoint.RowLayout;
import org.wordloom.cluster.checkpoint.StoredCheckpoint;
import org.wordloom.cluster.checkpoint.WrittenBlock;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.IndexPartitioner;
import org.wordloom.cluster.spark.LargeRecords;
import org.wordloom.cluster.spark.PersistedBlocks;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.spark.TaskOutcome;
import org.wordloom.cluster.spark.WholeExecutor;
import org.wordloom.merge.MergeRule;
import scala.Function1;
import scala.Tuple2;

/**
 * Rounds on executors. Between rounds there is an RDD of the model's blocks as bytes, kept in the memory of executors. A
 * round makes two Spark jobs of it:
 *
 * <pre>
 *   blocks ──(all of them, from where they are cached)──→ replica 0 … R-1: train
 *                                                             │
 *                        the rows that they changed, shuffled by block; their reports to one more partition
 *                                                             ↓
 *   job 1: the reports, summed on an executor        job 2: blocks + changed rows → merged blocks
 * </pre>
 *
 * <p>The driver sees reports only. Every task's inputs are immutable: a failed one is repeated from the round's model, and
 * a lost executor's blocks are made again from the last checkpoint, which there is every few rounds for that reason.
 */
final class ReplicaEngine implements CheckpointedBlocks, AutoCloseable {
    /** A longer lineage makes larger tasks and a longer way back after a loss. */
    private static final int LINEAGE_ROUNDS = 8;

    /** Spark's own. */
    private static final int UNSORTED_PARTITIONS = 200;

    private final JavaSparkContext spark;
    private final RowLayout layout;
    private final int replicas;
    private final MergeRule rule;
    private final ReplicaTasks local;
    private final Broadcasts broadcasts;
    private final Broadcast<ReplicaTasks> tasks;
    private final ReplicaPlacement placement;
    private final WholeExecutor wholeExecutor;

    private final BlockPartitioner partitioner;
    /** The blocks where rounds began, at the last checkpoint or the start, and after each round since, the latest last. */
    private final List<JavaPairRDD<Integer, MergedBlock>> lineage = new ArrayList<>();

    /** Of the same rounds. */
    private final List<JavaPairRDD<Integer, TaskOutcome<ReplicaReport>>> sortedReports = new ArrayList<>();

    /** What the lineage reads beside the tasks. */
    private Broadcasts lineageBroadcasts;

    private Origin origin;

    ReplicaEngine(
            JavaSparkContext spark, ReplicaTasks tasks, int replicas, MergeRule rule, ReplicaPlacement placement) {
        this.spark = spark;
        this.local = tasks;
        this.layout = tasks.layout();
        this.replicas = replicas;
        this.rule = rule;
        this.placement = placement;
        this.wholeExecutor = WholeExecutor.of(spark);
        this.partitioner = new BlockPartitioner(partitions(spark, layout.blocks(), replicas));
        this.broadcasts = new Broadcasts(spark);
        this.lineageBroadcasts = new Broadcasts(spark);
        this.tasks = broadcasts.send(tasks); // last: nobody would close what fails after it
    }

    /**
     * So few, with the reports' partition, that Spark writes what a replica sends without sorting it: to sort it would
     * gather all changed rows in the heap, which the replica fills.
     */
    private static int partitions(JavaSparkContext spark, int blocks, int replicas) {
        int unsorted = spark.getConf().getInt("spark.shuffle.sort.bypassMergeThreshold", UNSORTED_PARTITIONS);
        int wanted = Math.min(blocks, Math.max(replicas, spark.defaultParallelism()));
        return Math.max(1, Math.min(wanted, unsorted - 1));
    }

    /** Where blocks come from that no round has made. */
    @FunctionalInterface
    private interface Origin extends Serializable {
        byte[] block(int block) throws IOException;
    }

    @Override
    public void begin() {
        Broadcast<ReplicaTasks> shared = tasks;
        origin = block -> shared.value().blocks().initial(block);
    }

    @Override
    public void load(StoredCheckpoint stored) {
        setOrigin(stored);
        Origin source = origin;
        SparkRun.action(
                () -> numbers().filter(block -> source.block(block).length == 0).count());
    }

    private void setOrigin(StoredCheckpoint stored) {
        Broadcast<ReplicaTasks> here = tasks;
        Broadcast<StoredCheckpoint> files = lineageBroadcasts.send(stored);
        origin = block -> here.value().files().read(block, files.value());
    }

    /**
     * Trains all replicas from the latest model and merges them.
     *
     * @param from the first step of the round
     * @param to its end, exclusive
     */
    Outcome run(int from, int to) {
        JavaPairRDD<Integer, MergedBlock> before = latest();
        JavaPairRDD<Integer, ReplicaMessage> sent = sent(before, from, to);
        long start = System.nanoTime();
        RoundReport report = reports(sent).get();
        long trained = System.nanoTime();
        JavaPairRDD<Integer, MergedBlock> merged = kept("model after step " + to, merged(before, sent, report));
        MergeStatistics statistics = MergeStatistics.NONE;
        for (TaskOutcome<MergeStatistics> outcome : SparkRun.action(() -> statistics(merged))) {
            statistics = statistics.plus(outcome.get());
        }
        PersistedBlocks.drop(before.rdd());
        double seconds = (System.nanoTime() - start) * 1e-9;
        double merging = (System.nanoTime() - trained) * 1e-9 + report.spectrumSeconds();
        return new Outcome(report, statistics, merging, seconds);
    }

    /**
     * What a round came to.
     *
     * @param mergeSeconds wall seconds of the second job, and of what the first one did for it
     * @param seconds of both
     */
    record Outcome(RoundReport report, MergeStatistics statistics, double mergeSeconds, double seconds) {}

    private JavaPairRDD<Integer, ReplicaMessage> sent(JavaPairRDD<Integer, MergedBlock> before, int from, int to) {
        JavaRDD<Tuple2<Integer, ReplicaMessage>> sent =
                placement.workingSets() ? trainedSets(before, from, to) : trained(before, from, to);
        return LargeRecords.partitionBy(sent.mapToPair(message -> message), partitioner);
    }

    private JavaRDD<Tuple2<Integer, ReplicaMessage>> trained(
            JavaPairRDD<Integer, MergedBlock> before, int from, int to) {
        Broadcast<ReplicaTasks> here = tasks;
        JavaPairRDD<Integer, byte[]> bytes = before.mapValues(MergedBlock::bytes);
        GatheredRdd<Tuple2<Integer, byte[]>> gathered =
                new GatheredRdd<>(bytes.rdd(), replicas, placement.hosts(spark), bytes.classTag());
        return wholeExecutor
                .claim(JavaRDD.fromRDD(gathered, bytes.classTag()))
                .mapPartitionsWithIndex((replica, model) -> here.value().train(replica, model, from, to), false);
    }

    /** Replicas ask blocks for the rows that their text needs, and get those only: two shuffles. */
    private JavaRDD<Tuple2<Integer, ReplicaMessage>> trainedSets(
            JavaPairRDD<Integer, MergedBlock> before, int from, int to) {
        Broadcast<ReplicaTasks> here = tasks;
        List<Integer> numbers = IntStream.range(0, replicas).boxed().toList();
        JavaPairRDD<Integer, RowRequest> requests = wholeExecutor
                .claim(spark.parallelize(numbers, replicas))
                .flatMapToPair(replica -> here.value().requests(replica, from, to));
        JavaPairRDD<Integer, RowAnswer> answers = before.cogroup(requests, partitioner)
                .flatMapToPair(group -> here.value()
                        .answers(group._1(), group._2()._1(), group._2()._2()));
        return wholeExecutor
                .claim(LargeRecords.partitionBy(answers, new IndexPartitioner(replicas))
                        .values())
                .mapPartitionsWithIndex((replica, rows) -> here.value().trainSet(replica, rows, from, to), false);
    }

    /**
     * Runs the replicas; all else of what they sent waits where they wrote it. Reports are sorted by replica on their way,
     * so that they can be added up in that order with one of them in memory.
     */
    private TaskOutcome<RoundReport> reports(JavaPairRDD<Integer, ReplicaMessage> sent) {
        int reports = partitioner.reports();
        Function1<Object, Object> ofReports =
                (Function1<Object, Object> & Serializable) partition -> (int) partition == reports;
        RDD<Tuple2<Integer, ReplicaMessage>> told = PartitionPruningRDD.create(sent.rdd(), ofReports);
        JavaPairRDD<Integer, TaskOutcome<ReplicaReport>> sorted = JavaRDD.fromRDD(told, told.elementClassTag())
                .mapToPair(message ->
                        new Tuple2<>(message._2().replica(), message._2().report()))
                .repartitionAndSortWithinPartitions(new HashPartitioner(1));
        sortedReports.add(sorted);
        return SparkRun.action(() -> sorted.values()
                        .mapPartitions(
                                outcomes -> List.of(RoundReport.of(outcomes)).iterator())
                        .collect())
                .get(0);
    }

    private JavaPairRDD<Integer, MergedBlock> merged(
            JavaPairRDD<Integer, MergedBlock> before, JavaPairRDD<Integer, ReplicaMessage> sent, RoundReport report) {
        Broadcast<ReplicaMergeTask> merge = lineageBroadcasts.send(
                new ReplicaMergeTask(local.blocks(), rule, replicas, report.rate(), report.input(), report.output()));
        // Reports are large too, and a group of them would lie in one task's memory to be thrown away.
        JavaPairRDD<Integer, ReplicaMessage> changes = sent.filter(message -> message._1() != BlockPartitioner.REPORTS);
        return before.cogroup(changes, partitioner)
                .mapPartitionsToPair(groups -> merge.value().merge(groups), true);
    }

    private static List<TaskOutcome<MergeStatistics>> statistics(JavaPairRDD<Integer, MergedBlock> merged) {
        return merged.values()
                .mapPartitions(
                        blocks -> List.of(ReplicaMergeTask.statistics(blocks)).iterator())
                .collect();
    }

    /** The latest blocks: of the last round, or where training begins. */
    private JavaPairRDD<Integer, MergedBlock> latest() {
        return lineage.isEmpty() ? kept("model", first()) : lineage.get(lineage.size() - 1);
    }

    private JavaPairRDD<Integer, MergedBlock> first() {
        Origin source = origin;
        return numbers()
                .mapToPair(block -> new Tuple2<>(block, block))
                .partitionBy(partitioner)
                .mapValues(block -> MergedBlock.unmerged(block, source.block(block)));
    }

    /** Adds blocks to the lineage before there are any of them: a round that fails must not leave them on executors. */
    private JavaPairRDD<Integer, MergedBlock> kept(String name, JavaPairRDD<Integer, MergedBlock> blocks) {
        JavaPairRDD<Integer, MergedBlock> kept = blocks.setName(name).persist(placement.storage());
        lineage.add(kept);
        return kept;
    }

    /** Whether a checkpoint is wanted although none is due. */
    boolean lineageIsLong() {
        return lineage.size() > LINEAGE_ROUNDS;
    }

    /** From where the blocks are. */
    @Override
    public SavedBlocks save(String folder) {
        Broadcast<ReplicaTasks> here = tasks;
        WrittenBlock[] files = new WrittenBlock[layout.blocks()];
        List<Tuple2<Integer, WrittenBlock>> written = SparkRun.action(() -> latest().mapToPair(block -> new Tuple2<>(
                        block._1(),
                        here.value().files().write(block._1(), block._2().bytes(), folder)))
                .collect());
        written.forEach(block -> files[block._1()] = block._2());
        List<WrittenBlock> all = Arrays.asList(files);
        int inputs = layout.blocks(Side.INPUT);
        return new SavedBlocks(all.subList(0, inputs), all.subList(inputs, all.size()));
    }

    @Override
    public void saved(StoredCheckpoint stored) {
        forgetLineage();
        lineageBroadcasts = new Broadcasts(spark);
        // Blocks that are read anew come to lie where their tasks happen to run: once in a few rounds is no matter.
        setOrigin(stored);
    }

    private void forgetLineage() {
        Broadcasts spent = lineageBroadcasts;
        try (spent) {
            sortedReports.forEach(reports -> reports.rdd().cleanShuffleDependencies(false));
            sortedReports.clear();
            for (JavaPairRDD<Integer, MergedBlock> model : lineage) {
                model.unpersist(false);
                // Shuffle files would stay until the driver happens to collect garbage.
                model.rdd().cleanShuffleDependencies(false);
            }
            lineage.clear();
        }
    }

    private JavaRDD<Integer> numbers() {
        List<Integer> numbers = IntStream.range(0, layout.blocks()).boxed().toList();
        return spark.parallelize(numbers, partitioner.reports());
    }

    @Override
    public void close() {
        try (broadcasts) {
            forgetLineage();
        }
    }
}
