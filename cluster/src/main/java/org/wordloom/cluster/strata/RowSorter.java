package org.wordloom.cluster.strata;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.RowLayout;
import org.wordloom.cluster.checkpoint.WrittenBlock;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.IndexPartitioner;
import org.wordloom.cluster.spark.LargeRecords;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.format.RowBlockFormat;
import org.wordloom.matrix.RowMatrix;
import scala.Tuple2;

/**
 * Brings the rows of trained blocks into the order of their numbers, into files of consecutive rows: a task for each block
 * reads it, a task for each file gathers its rows by a shuffle. A task holds one block or the rows of one file.
 *
 * @param blocks trained, in files
 * @param layout of the files
 * @param folder where they are written
 */
record RowSorter<B>(
        Storage storage,
        BlockSource<B> blocks,
        BlockPartition partition,
        VectorWriter.Copier<B> copier,
        RowLayout layout,
        String folder)
        implements Serializable {

    /** The files of the rows, then those of the columns. */
    ArrayList<WrittenBlock> run(JavaSparkContext spark) {
        try (Broadcasts broadcasts = new Broadcasts(spark)) {
            Broadcast<RowSorter<B>> shared = broadcasts.send(this);
            int tasks = Side.values().length * partition.blocks();
            List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
            JavaPairRDD<Integer, Piece> sorted = LargeRecords.partitionBy(
                    spark.parallelize(numbers, tasks)
                            .flatMapToPair(number -> shared.value().pieces(number)),
                    new IndexPartitioner(layout.blocks()));
            List<Tuple2<Integer, WrittenBlock>> written = sorted.mapPartitionsWithIndex(
                            (file, pieces) -> List.of(
                                            new Tuple2<>(file, shared.value().write(file, pieces)))
                                    .iterator(),
                            false)
                    .collect();
            sorted.rdd().cleanShuffleDependencies(false); // files as large as the model
            WrittenBlock[] files = new WrittenBlock[layout.blocks()];
            written.forEach(file -> files[file._1()] = file._2());
            return new ArrayList<>(Arrays.asList(files));
        }
    }

    /** What a block has for each file, one piece at a time. */
    private Iterator<Tuple2<Integer, Piece>> pieces(int number) throws IOException {
        Side side = Side.values()[number / partition.blocks()];
        int block = number % partition.blocks();
        B rows = blocks.block(side, block);
        return IntStream.range(0, layout.blocks(side))
                .mapToObj(index -> new Tuple2<>(layout.block(side, index), piece(rows, block, index)))
                .filter(piece -> piece._2().rows().length > 0)
                .iterator();
    }

    private Piece piece(B block, int number, int index) {
        int first = index * layout.rowsPerBlock();
        int from = indexOf(number, first);
        int to = indexOf(number, first + layout.rowsPerBlock());
        int[] rows = new int[to - from];
        float[] values = new float[rows.length * layout.dim()];
        float[] row = new float[layout.dim()];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = partition.row(number, from + k) - first;
            copier.copy(block, from + k, row);
            System.arraycopy(row, 0, values, k * row.length, row.length);
        }
        return new Piece(rows, values);
    }

    /** The index of a block's first row of this number or a higher one: its rows are in the order of their numbers. */
    private int indexOf(int block, int row) {
        int low = 0;
        int high = partition.size(block);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (partition.row(block, middle) < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private WrittenBlock write(int file, Iterator<Tuple2<Integer, Piece>> pieces) {
        RowMatrix matrix = new RowMatrix(layout.rowCount(file), layout.dim());
        while (pieces.hasNext()) {
            Piece piece = pieces.next()._2();
            for (int k = 0; k < piece.rows().length; k++) {
                matrix.setRow(piece.rows()[k], piece.values(), k * layout.dim());
            }
        }
        Side side = layout.side(file);
        int index = layout.index(file);
        long attempt = TaskContext.get().taskAttemptId();
        return WrittenBlock.write(
                storage, folder, side, index, attempt, out -> RowBlockFormat.write(matrix, side.ordinal(), index, out));
    }

    /**
     * Rows of one block that belong to one file.
     *
     * @param rows within the file
     */
    private record Piece(int[] rows, float[] values) implements Serializable {}
}
