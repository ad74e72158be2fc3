package org.wordloom.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.RDDInfo;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wordloom.cluster.LocalSpark;

@ExtendWith(LocalSpark.class)
class PersistedBlocksTest {
    private static final int PARTITIONS = 3;

    @Test
    void whatIsMadeAnewIsKeptAgain(JavaSparkContext spark) throws InterruptedException {
        LongAccumulator made = spark.sc().longAccumulator();
        JavaRDD<Integer> rdd = spark.parallelize(List.of(1, 2, 3), PARTITIONS)
                .map(number -> {
                    made.add(1);
                    return number;
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
        rdd.count();
        rdd.count();
        assertThat(made.value()).isEqualTo(PARTITIONS);
        PersistedBlocks.drop(rdd.rdd());
        awaitNoBlocks(spark, rdd);
        rdd.count();
        rdd.count();
        assertThat(made.value()).isEqualTo(2 * PARTITIONS);
        rdd.unpersist(true);
    }

    /** Spark removes them in the background. */
    private static void awaitNoBlocks(JavaSparkContext spark, JavaRDD<?> rdd) throws InterruptedException {
        for (int tries = 0; blocks(spark, rdd) > 0; tries++) {
            assertThat(tries).as("blocks stay").isLessThan(1000);
            Thread.sleep(10);
        }
    }

    private static int blocks(JavaSparkContext spark, JavaRDD<?> rdd) {
        return Arrays.stream(spark.sc().getRDDStorageInfo())
                .filter(info -> info.id() == rdd.id())
                .mapToInt(RDDInfo::numCachedPartitions)
                .sum();
    }
}
