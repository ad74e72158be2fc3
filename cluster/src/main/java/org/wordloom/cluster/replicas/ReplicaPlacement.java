package org.wordloom.cluster.replicas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.wordloom.cluster.spark.ExecutorCores;
import org.wordloom.cluster.spark.ExecutorCount;
import org.wordloom.cluster.spark.HeapShare;

/**
 * Where replicas run: one owns an executor with all of its cores; on a local master as many run at once as there are cores
 * and as the heap holds.
 *
 * @param executors that there are, or will be
 * @param atOnce how many replicas a JVM holds at a time
 * @param threads Hogwild threads of a replica; 0 for all cores of the machine that it runs on
 * @param workingSets whether replicas hold only the rows that their text needs
 * @param inMemory whether blocks are kept in memory between rounds, or on the executors' disks
 */
record ReplicaPlacement(int executors, int atOnce, int threads, boolean workingSets, boolean inMemory) {
    /**
     * Decides where replicas run.
     *
     * @param modelBytes of the blocks of the model
     * @param threads as the user asked for, 0 for all cores
     * @throws org.wordloom.base.WordloomException ENVIRONMENT with the arithmetic when a replica does not fit an executor
     */
    static ReplicaPlacement of(
            JavaSparkContext spark, ReplicaOptions replicas, ReplicaMemory memory, long modelBytes, int threads) {
        ExecutorCores cores = ExecutorCores.of(spark);
        long heap = ExecutorCores.heapBytes(spark);
        boolean workingSets = memory.workingSets(replicas.rows(), heap);
        long replicaBytes = workingSets ? memory.setBytes() : memory.allBytes();
        int executors = ExecutorCount.of(spark);
        // The model of this round and of the next one lie beside each other for a while.
        long share = 2 * modelBytes / executors;
        boolean inMemory = replicaBytes + share <= HeapShare.usable(heap);
        if (!cores.isLocal()) {
            int own = cores.count();
            return new ReplicaPlacement(executors, 1, threads > 0 ? threads : own, workingSets, inMemory);
        }
        long room = (HeapShare.usable(heap) - (inMemory ? share : 0)) / replicaBytes;
        int atOnce = (int) Math.max(1, Math.min(room, Math.min(replicas.replicas(), cores.count())));
        int all = threads > 0 ? threads : cores.count();
        return new ReplicaPlacement(1, atOnce, Math.max(1, all / atOnce), workingSets, inMemory);
    }

    StorageLevel storage() {
        return inMemory ? StorageLevel.MEMORY_AND_DISK_SER() : StorageLevel.DISK_ONLY();
    }

    /** Hosts of all executors that there are now. */
    List<String> hosts(JavaSparkContext spark) {
        TreeSet<String> hosts = new TreeSet<>();
        Arrays.stream(spark.sc().statusTracker().getExecutorInfos())
                .map(SparkExecutorInfo::host)
                .forEach(hosts::add);
        return new ArrayList<>(hosts);
    }
}
