package org.wordloom.cluster.schedule;

import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.cluster.ExecutorCores;
import org.wordloom.cluster.ExecutorCount;

/**
 * What a cluster has.
 *
 * @param local whether tasks run in the driver's JVM
 * @param executors at least 1
 * @param cores of one executor
 * @param heapBytes of one executor
 */
public record ClusterSize(boolean local, int executors, int cores, long heapBytes) {
    public static ClusterSize of(JavaSparkContext spark) {
        ExecutorCores cores = ExecutorCores.of(spark);
        int executors = ExecutorCount.of(spark);
        int own = cores.count() > 0 ? cores.count() : Math.max(1, spark.defaultParallelism() / executors);
        return new ClusterSize(cores.isLocal(), executors, own, ExecutorCores.heapBytes(spark));
    }
}
