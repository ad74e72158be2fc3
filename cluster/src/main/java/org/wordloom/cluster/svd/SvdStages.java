package org.wordloom.cluster.svd;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.matrix.RowMatrix;
import scala.Tuple2;

/**
 * The stages of a decomposition on Spark, a task for each row block. The driver sees only Gram matrices, whose size does
 * not depend on the vocabulary.
 */
final class SvdStages {
    /**
     * Gram matrices that are added up at most in the end. Blocks are summed in this many groups of neighbours, and the
     * groups in their order, so that the sum depends on the number of blocks alone.
     */
    private static final int GRAM_GROUPS = 32;
    /** Bytes of Gram matrices that the driver takes at a time: those of 500 columns. Of more, an executor takes the sum. */
    private static final long GRAM_BYTES = 64L << 20;

    private final JavaSparkContext spark;
    private final SvdTasks tasks;
    private final int blocks;
    private final long gramBytes;
    private int matrices;
    private long entries;

    SvdStages(JavaSparkContext spark, SvdTasks tasks, int blocks) {
        this(spark, tasks, blocks, GRAM_BYTES);
    }

    /** With another bound of what the driver takes at a time; few bytes in tests. */
    SvdStages(JavaSparkContext spark, SvdTasks tasks, int blocks, long gramBytes) {
        this.gramBytes = gramBytes;
        this.spark = spark;
        this.tasks = tasks;
        this.blocks = blocks;
    }

    /** What does the arithmetic, as an executor says. */
    String kernel() {
        SvdTasks task = tasks;
        return spark.parallelize(numbers(1), 1)
                .map(one -> task.kernel().name())
                .collect()
                .get(0);
    }

    /** The random start. */
    TallMatrix start(int columns) {
        TallMatrix result = newMatrix(columns);
        SvdTasks task = tasks;
        numbered(block -> task.start(result, block));
        return result;
    }

    /** A·x or Aᵀ·x; x stays. */
    TallMatrix multiply(boolean transposed, TallMatrix x) {
        TallMatrix result = newMatrix(x.columns());
        SvdTasks task = tasks;
        entries = sum(numbered(block -> task.multiply(transposed, x, result, block)));
        return result;
    }

    /**
     * A·x + z·t; x and z stay.
     *
     * @param t a row for each column of z, of {@link RowMatrix#stride} values for the columns of x
     */
    TallMatrix multiplyAndAdd(TallMatrix x, TallMatrix z, double[] t) {
        TallMatrix result = newMatrix(x.columns());
        SvdTasks task = tasks;
        try (Broadcasts broadcasts = new Broadcasts(spark)) {
            Broadcast<double[]> small = broadcasts.send(t);
            entries = sum(numbered(block -> task.multiplyAndAdd(x, z, small, result, block)));
        }
        return result;
    }

    /** Gram matrix, rows of {@link RowMatrix#stride} values of which the upper triangle counts. */
    double[] gram(TallMatrix y) {
        int groups = Math.min(blocks, GRAM_GROUPS);
        int all = blocks;
        SvdTasks task = tasks;
        JavaPairRDD<Integer, double[]> parts = spark.parallelize(numbers(groups), groups)
                .mapToPair(group ->
                        new Tuple2<>(group, task.gram(y, start(group, groups, all), start(group + 1, groups, all))));
        long bytes = (long) groups * y.columns() * RowMatrix.stride(y.columns()) * Double.BYTES;
        return bytes <= gramBytes ? sum(parts.values().collect().iterator()) : summedByExecutor(parts);
    }

    /** The same bits: sorted by their groups on the way, parts come one at a time, from disk where they must. */
    private static double[] summedByExecutor(JavaPairRDD<Integer, double[]> parts) {
        JavaPairRDD<Integer, double[]> sorted = parts.repartitionAndSortWithinPartitions(new HashPartitioner(1));
        try {
            return sorted.values()
                    .mapPartitions(inOrder -> List.of(sum(inOrder)).iterator())
                    .collect()
                    .get(0);
        } finally {
            sorted.rdd().cleanShuffleDependencies(false);
        }
    }

    private static double[] sum(Iterator<double[]> parts) {
        double[] sum = parts.next();
        while (parts.hasNext()) {
            double[] part = parts.next();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        return sum;
    }

    /**
     * x·t; x stays.
     *
     * @param t a row for each column of x, of {@link RowMatrix#stride} values
     */
    TallMatrix transform(TallMatrix x, double[] t, int columns) {
        TallMatrix result = newMatrix(columns);
        SvdTasks task = tasks;
        try (Broadcasts broadcasts = new Broadcasts(spark)) {
            Broadcast<double[]> small = broadcasts.send(t);
            numbered(block -> task.transform(x, small, result, block));
        }
        return result;
    }

    /** Positive entries of A, known after the first product. */
    long entries() {
        return entries;
    }

    void drop(TallMatrix matrix) {
        tasks.store().drop(matrix.name());
    }

    private TallMatrix newMatrix(int columns) {
        return new TallMatrix("matrix-" + matrices++, columns);
    }

    /** Runs a task for each block. */
    private List<Long> numbered(Function<Integer, Long> task) {
        return spark.parallelize(numbers(blocks), blocks).map(task).collect();
    }

    private static long sum(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }

    private static int start(int group, int groups, int blocks) {
        return (int) ((long) group * blocks / groups);
    }

    private static List<Integer> numbers(int count) {
        return new ArrayList<>(IntStream.range(0, count).boxed().toList());
    }
}
