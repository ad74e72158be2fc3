package org.wordloom.cluster.svd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.Seeds;
import org.wordloom.decomposition.SvdOptions;
import org.wordloom.matrix.RowMatrix;

@ExtendWith(LocalSpark.class)
class SvdStagesTest {
    private static final int BLOCKS = 70;
    private static final int COLUMNS = 5;

    /** Wide Gram matrices of many blocks are more than a driver has memory for. */
    @Test
    void aSumOfGramMatricesHasTheSameBitsWhereverItIsTaken(JavaSparkContext spark) {
        SplittableRandom random = Seeds.random(SvdStagesTest.class);
        TallMatrix tall = new TallMatrix("tall", COLUMNS);
        try (TallStore store = new MemoryTallStore("gram test")) {
            for (int block = 0; block < BLOCKS; block++) {
                store.put(tall.name(), block, rows(random));
            }
            SvdTasks tasks = new SvdTasks("gram test", null, 0, store, SvdOptions.defaults(), "gram test");
            double[] byDriver = new SvdStages(spark, tasks, BLOCKS, Long.MAX_VALUE).gram(tall);
            double[] byExecutor = new SvdStages(spark, tasks, BLOCKS, 0).gram(tall);
            assertThat(byExecutor).containsExactly(byDriver);
            assertThat(byDriver[0]).isPositive();
        }
    }

    private static RowMatrix rows(SplittableRandom random) {
        RowMatrix rows = new RowMatrix(7, COLUMNS);
        for (int row = 0; row < rows.rows(); row++) {
            for (int column = 0; column < COLUMNS; column++) {
                rows.set(row, column, (float) (random.nextDouble() - 0.5));
            }
        }
        return rows;
    }
}
