package org.wordloom.cluster.pairs;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.cooccurrence.CellSource;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.spark.TaskOutcome;
import org.wordloom.cooccurrence.Cells;

/**
 * The weight of each word's row of counts after subsampling: how many pairs it makes as an input in an epoch. Reads every
 * cell once; sums are taken in the order of the columns' blocks, so that they are the same on any cluster.
 *
 * @param cells of all block pairs
 * @param partition of the words, for rows and columns alike
 * @param keep share that subsampling keeps of each word
 */
record PairWeights(JavaSparkContext spark, CellSource cells, BlockPartition partition, float[] keep) {
    /** Stage name of the progress reports; their unit is blocks of rows. */
    static final String STAGE = "weigh";

    /** A weight for each word. */
    double[] run() {
        int blocks = partition.blocks();
        return SparkRun.stage(STAGE, blocks, "blocks", key -> {
            try (Broadcasts broadcasts = new Broadcasts(spark)) {
                Broadcast<CellSource> stored = broadcasts.send(cells);
                Broadcast<BlockPartition> split = broadcasts.send(partition);
                Broadcast<float[]> kept = broadcasts.send(keep);
                List<Integer> rowBlocks = IntStream.range(0, blocks).boxed().toList();
                return byWord(spark.parallelize(rowBlocks, blocks)
                        .map(block -> TaskOutcome.of(() -> rowSums(stored.value(), split.value(), kept.value(), block)))
                        .collect());
            }
        });
    }

    private double[] byWord(List<TaskOutcome<double[]>> sums) {
        double[] weights = new double[partition.rows()];
        for (int block = 0; block < sums.size(); block++) {
            double[] here = sums.get(block).get();
            for (int index = 0; index < here.length; index++) {
                weights[partition.row(block, index)] = here[index];
            }
        }
        return weights;
    }

    /** The weights of the rows of a block. */
    private static double[] rowSums(CellSource cells, BlockPartition partition, float[] keep, int rowBlock) {
        double[] sums = new double[partition.size(rowBlock)];
        for (int columnBlock = 0; columnBlock < partition.blocks(); columnBlock++) {
            Cells pair = cells.cells(rowBlock, columnBlock);
            int[] rows = pair.rows();
            int[] columns = pair.columns();
            float[] values = pair.values();
            for (int i = 0; i < rows.length; i++) {
                int row = partition.row(rowBlock, rows[i]);
                int column = partition.row(columnBlock, columns[i]);
                sums[rows[i]] += (double) values[i] * keep[row] * keep[column];
            }
        }
        return sums;
    }
}
