package org.wordloom.cluster.schedule;

import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.cluster.spark.ExecutorCores;
import org.wordloom.cluster.spark.ExecutorCount;

/**
 * What a cluster has.
 *
 * @param local whether tasks run in the driver's JVM
 * @param executors at least 1
 * @param cores of one executor, the largest where they differ
 * @param heapBytes of one executor
 */
public record ClusterSize(boolean local, int executors, int cores, long heapBytes) {
    public static ClusterSize of(JavaSparkContext spark) {
        return new ClusterSize(
                ExecutorCores.of(spark).isLocal(),
                ExecutorCount.of(spark),
                ExecutorCores.tasksAtOnce(spark),
                ExecutorCores.heapBytes(spark));
    }
}
