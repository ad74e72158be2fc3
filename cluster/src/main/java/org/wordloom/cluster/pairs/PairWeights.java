package org.wordloom.cluster.pairs;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.SparkRun;
import org.wordloom.cluster.TaskOutcome;
import org.wordloom.cluster.cooccurrence.CooccurrenceCells;
import org.wordloom.cooccurrence.Cells;

/**
 * The weight of each word's row of counts after subsampling: how many pairs an epoch it makes as an input. Reads every
 * cell once; sums are taken in the order of the columns' blocks, so that they are the same on any cluster.
 *
 * @param cells of the artefact
 * @param keep share that subsampling keeps of each word
 */
record PairWeights(JavaSparkContext spark, CooccurrenceCells cells, float[] keep) {
    /** Stage name of the progress reports; their unit is blocks of rows. */
    static final String STAGE = "weigh";

    /** A weight for each word. */
    double[] run() {
        int blocks = cells.blocks();
        return SparkRun.stage(STAGE, blocks, "blocks", key -> {
            Broadcast<CooccurrenceCells> stored = spark.broadcast(cells);
            Broadcast<float[]> kept = spark.broadcast(keep);
            try {
                List<Integer> rowBlocks = IntStream.range(0, blocks).boxed().toList();
                List<TaskOutcome<double[]>> sums = spark.parallelize(rowBlocks, blocks)
                        .map(block -> TaskOutcome.of(() -> rowSums(stored.value(), kept.value(), block)))
                        .collect();
                return byWord(sums);
            } finally {
                kept.destroy();
                stored.destroy();
            }
        });
    }

    private double[] byWord(List<TaskOutcome<double[]>> sums) {
        BlockPartition partition = cells.partition();
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
    static double[] rowSums(CooccurrenceCells cells, float[] keep, int rowBlock) {
        BlockPartition partition = cells.partition();
        double[] sums = new double[partition.size(rowBlock)];
        for (int columnBlock = 0; columnBlock < cells.blocks(); columnBlock++) {
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
