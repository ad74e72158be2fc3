package org.wordloom.cluster.strata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.cluster.checkpoint.StoredCheckpoint;
import org.wordloom.cluster.checkpoint.WrittenBlock;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.progress.RunFigure;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.IndexPartitioner;
import org.wordloom.cluster.spark.PersistedBlocks;
import org.wordloom.cluster.spark.SparkRun;
import scala.Tuple2;

/**
 * Strata on executors. After every stratum there is an RDD with a partition for each row block, which holds that block and
 * the column block that it met, as bytes. The next one takes the row block from where it is kept and the column block
 * from a shuffle:
 *
 * <pre>
 *   P = 3, stratum with shift 0, then the one with shift 1
 *   partition 0   rows 0, columns 0   →   rows 0, columns 1
 *   partition 1   rows 1, columns 1   →   rows 1, columns 2
 *   partition 2   rows 2, columns 2   →   rows 2, columns 0
 * </pre>
 *
 * <p>Rows are a narrow dependency and cached, so Spark sends a task where its row block is (cogroup, unlike zipPartitions,
 * asks only for that); columns go from executor to executor. The driver sees entries and losses. A task reads bytes that
 * nobody changes, so it may be repeated, or run twice at once. A lost executor's blocks are trained again from the last
 * checkpoint, which there is every few strata for that reason.
 */
final class SparkStrata<B> implements StrataEngine<B> {
    /** A longer lineage makes larger tasks and a longer way back after a loss. */
    private static final int LINEAGE_STRATA = 16;

    private final JavaSparkContext spark;
    private final StrataModel<B> model;
    private final StorageLevel storage;
    private final IndexPartitioner partitioner;
    private final Broadcasts broadcasts;
    private final Broadcast<StrataTasks<B>> tasks;
    /** What the strata since the last checkpoint left, the latest last. */
    private final List<JavaPairRDD<Integer, VisitedBlocks>> lineage = new ArrayList<>();

    private BlockSource<B> origin;
    private StoredBlocks<B> saved;
    private long bytesMoved;

    /** @param storage where blocks wait between strata */
    SparkStrata(JavaSparkContext spark, StrataTasks<B> tasks, StorageLevel storage) {
        this.spark = spark;
        this.model = tasks.model();
        this.storage = storage;
        this.partitioner = new IndexPartitioner(model.blocks());
        this.broadcasts = new Broadcasts(spark);
        this.tasks = broadcasts.send(tasks);
    }

    @Override
    public void begin() {
        origin = new InitialBlocks<>(tasks);
    }

    @Override
    public void load(StoredCheckpoint stored) {
        Broadcast<StrataTasks<B>> shared = tasks;
        BlockSource<B> source = new CheckpointBlocks<>(shared, stored);
        SparkRun.action(() -> spark.parallelize(numbers(), model.blocks())
                .map(block -> shared.value().verify(block, source))
                .collect());
        origin = source;
        saved = new StoredBlocks<>(tasks.value().storage(), model, stored);
    }

    @Override
    public long advance(long from, long until, StrataMonitor monitor, BooleanSupplier due) {
        long stratum = from;
        do {
            run(stratum, monitor);
            stratum++;
        } while (stratum < until && !due.getAsBoolean() && !mustSave());
        return stratum;
    }

    @Override
    public boolean mustSave() {
        return lineage.size() >= LINEAGE_STRATA;
    }

    private void run(long stratum, StrataMonitor monitor) {
        Optional<JavaPairRDD<Integer, VisitedBlocks>> before =
                lineage.isEmpty() ? Optional.empty() : Optional.of(latest());
        JavaPairRDD<Integer, VisitedBlocks> visited =
                before.map(blocks -> next(stratum, blocks)).orElseGet(() -> first(stratum));
        // It joins the lineage before there is anything of it: visits that fail must not leave those beside them
        // behind.
        lineage.add(visited.setName("stratum " + stratum).persist(storage));
        List<Tuple2<Integer, LossSum>> outcomes =
                visited.mapValues(VisitedBlocks::outcome).collect();
        bytesMoved += bytes(Side.OUTPUT) + (before.isEmpty() ? bytes(Side.INPUT) : 0);
        ProgressBoard.instance().measured(RunFigure.BYTES_MOVED, bytesMoved);
        before.ifPresent(blocks -> PersistedBlocks.drop(blocks.rdd()));
        outcomes.forEach(outcome -> monitor.visited(stratum, outcome._1(), outcome._2()));
        monitor.report();
    }

    private JavaPairRDD<Integer, VisitedBlocks> first(long stratum) {
        Broadcast<StrataTasks<B>> shared = tasks;
        BlockSource<B> source = origin;
        return spark.parallelize(numbers(), model.blocks())
                .mapToPair(block -> new Tuple2<>(block, block))
                .partitionBy(partitioner)
                .mapValues(rowBlock -> shared.value().first(stratum, rowBlock, source));
    }

    private JavaPairRDD<Integer, VisitedBlocks> next(long stratum, JavaPairRDD<Integer, VisitedBlocks> before) {
        Broadcast<StrataTasks<B>> shared = tasks;
        JavaPairRDD<Integer, byte[]> rows = before.mapValues(VisitedBlocks::rows);
        JavaPairRDD<Integer, byte[]> columns = before.mapToPair(visited -> new Tuple2<>(
                shared.value().schedule().rowBlock(stratum, visited._2().columnBlock()),
                visited._2().columns()));
        return rows.cogroup(columns, partitioner)
                .mapPartitionsToPair(
                        pairs -> {
                            Tuple2<Integer, Tuple2<Iterable<byte[]>, Iterable<byte[]>>> pair = pairs.next();
                            byte[] row = pair._2()._1().iterator().next();
                            byte[] column = pair._2()._2().iterator().next();
                            VisitedBlocks visited = shared.value().next(stratum, pair._1(), row, column);
                            return Collections.singletonList(new Tuple2<>(pair._1(), visited))
                                    .iterator();
                        },
                        true);
    }

    @Override
    public SavedBlocks save(String folder) {
        Broadcast<StrataTasks<B>> shared = tasks;
        WrittenBlock[] rows = new WrittenBlock[model.blocks()];
        WrittenBlock[] columns = new WrittenBlock[model.blocks()];
        latest().values()
                .map(pair -> shared.value().save(pair, folder))
                .collect()
                .forEach(saved -> {
                    rows[saved.rowBlock()] = saved.rows();
                    columns[saved.columnBlock()] = saved.columns();
                });
        return new SavedBlocks(List.of(rows), List.of(columns));
    }

    @Override
    public void saved(StoredCheckpoint stored) {
        forgetLineage();
        origin = new CheckpointBlocks<>(tasks, stored);
        saved = new StoredBlocks<>(tasks.value().storage(), model, stored);
    }

    private void forgetLineage() {
        for (JavaPairRDD<Integer, VisitedBlocks> visited : lineage) {
            visited.unpersist(false);
            // Shuffle files would stay until the driver happens to collect garbage.
            visited.rdd().cleanShuffleDependencies(false);
        }
        lineage.clear();
    }

    @Override
    public boolean endsInFiles() {
        return true;
    }

    @Override
    public BlockSource<B> blocks() {
        return saved;
    }

    @Override
    public int threads() {
        return Math.min(model.blocks(), Math.max(1, spark.defaultParallelism()));
    }

    @Override
    public long bytesMoved() {
        return bytesMoved;
    }

    @Override
    public void close() {
        try (broadcasts) {
            forgetLineage();
        }
    }

    private JavaPairRDD<Integer, VisitedBlocks> latest() {
        return lineage.get(lineage.size() - 1);
    }

    private List<Integer> numbers() {
        return IntStream.range(0, model.blocks()).boxed().toList();
    }

    private long bytes(Side side) {
        return numbers().stream().mapToLong(block -> model.bytes(side, block)).sum();
    }

    /** The blocks before training. */
    private record InitialBlocks<B>(Broadcast<StrataTasks<B>> tasks) implements BlockSource<B> {
        @Override
        public B block(Side side, int block) {
            return tasks.value().model().initial(side, block);
        }
    }

    /** The blocks of a checkpoint, by names only: storage and model are at the executor already. */
    private record CheckpointBlocks<B>(Broadcast<StrataTasks<B>> tasks, StoredCheckpoint stored)
            implements BlockSource<B> {
        @Override
        public B block(Side side, int block) {
            StrataTasks<B> here = tasks.value();
            return stored.checkpoint()
                    .file(side, block)
                    .read(here.storage(), stored.folder(), (in, name, length) -> here.model()
                            .read(side, block, in, name, length));
        }
    }
}
