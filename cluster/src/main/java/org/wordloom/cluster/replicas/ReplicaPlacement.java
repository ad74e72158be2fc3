package org.wordloom.cluster.replicas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfileBuilder;
import org.apache.spark.resource.TaskResourceRequests;
import org.apache.spark.storage.StorageLevel;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.ExecutorCores;
import org.wordloom.cluster.ExecutorCount;

/**
 * Where replicas run: one owns an executor with all of its cores; on a local master as many run at once as there are cores
 * and as the heap holds.
 *
 * @param local whether tasks run in this JVM
 * @param executors that there are, or will be
 * @param cores of one executor
 * @param atOnce how many replicas a JVM holds at a time
 * @param threads Hogwild threads of a replica
 * @param inMemory whether blocks are kept in memory between rounds, or on the executors' disks
 */
record ReplicaPlacement(
        boolean local, int executors, int cores, int atOnce, int threads, boolean inMemory) {
    /** The rest of a heap is for Spark, for buffers and for the collector. */
    private static final double USABLE = 0.75;

    /**
     * Decides where replicas run.
     *
     * @param replicas R
     * @param replicaBytes that one replica needs in training
     * @param modelBytes of the blocks of the model
     * @param threads as the user asked for, 0 for all cores
     * @throws WordloomException ENVIRONMENT with the arithmetic when a replica does not fit an executor
     */
    static ReplicaPlacement of(JavaSparkContext spark, int replicas, long replicaBytes, long modelBytes, int threads) {
        ExecutorCores cores = ExecutorCores.of(spark);
        long heap = cores.isLocal()
                ? Runtime.getRuntime().maxMemory()
                : spark.getConf().getSizeAsBytes("spark.executor.memory", "1g");
        long usable = (long) (USABLE * heap);
        requireRoom(replicaBytes, heap);
        int executors = ExecutorCount.of(spark);
        // The model of this round and of the next one lie beside each other for a while.
        long share = 2 * modelBytes / executors;
        boolean inMemory = replicaBytes + share <= usable;
        if (!cores.isLocal()) {
            // Standalone workers give all of their cores unless told otherwise: the sum is known, not the cores of one.
            int own = cores.count() > 0 ? cores.count() : Math.max(1, spark.defaultParallelism() / executors);
            return new ReplicaPlacement(false, executors, own, 1, threads > 0 ? threads : own, inMemory);
        }
        long room = (usable - (inMemory ? share : 0)) / replicaBytes;
        int atOnce = (int) Math.max(1, Math.min(room, Math.min(replicas, cores.count())));
        int all = threads > 0 ? threads : cores.count();
        return new ReplicaPlacement(true, 1, cores.count(), atOnce, Math.max(1, all / atOnce), inMemory);
    }

    static void requireRoom(long replicaBytes, long heap) {
        long usable = (long) (USABLE * heap);
        if (replicaBytes <= usable) {
            return;
        }
        throw new WordloomException(
                ExitCode.ENVIRONMENT,
                String.format(
                        Locale.ROOT,
                        "a replica needs %,d MB for both matrices and its tables; of the executor's heap of %,d MB %,d MB"
                                + " are for it: give it more (--executor-memory, or --driver-memory on a local master),"
                                + " or lower --dim or --max-size",
                        replicaBytes >> 20,
                        heap >> 20,
                        usable >> 20));
    }

    StorageLevel storage() {
        return inMemory ? StorageLevel.MEMORY_AND_DISK_SER() : StorageLevel.DISK_ONLY();
    }

    /** Asks for a whole executor a task, where the cluster manager knows such requests; else null. */
    ResourceProfile profile() {
        if (local || cores <= 1) {
            return null;
        }
        return new ResourceProfileBuilder()
                .require(new TaskResourceRequests().cpus(cores))
                .build();
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
