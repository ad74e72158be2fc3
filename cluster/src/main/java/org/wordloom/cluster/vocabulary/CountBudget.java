package org.wordloom.cluster.vocabulary;

import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.cluster.spark.ExecutorCores;

/**
 * How much memory the counts of a task may take before they are handed on.
 *
 * @param bytes of a task; 0 for its share of a quarter of the executor's heap
 * @param tasksAtOnce of an executor: by its cores, of which its machine may have more or fewer
 */
public record CountBudget(long bytes, int tasksAtOnce) implements Serializable {
    private static final long LEAST_BYTES = 16L << 20;

    /** A quarter of the heap for all tasks of an executor. */
    public static CountBudget shareOfHeap(JavaSparkContext spark) {
        return of(spark, 0);
    }

    /** So many bytes for each task, or 0. */
    static CountBudget of(JavaSparkContext spark, long bytes) {
        return new CountBudget(bytes, ExecutorCores.tasksAtOnce(spark));
    }

    /** Asked where the task runs, whose heap it is. */
    long ofTask() {
        return bytes > 0 ? bytes : Math.max(LEAST_BYTES, Runtime.getRuntime().maxMemory() / 4 / tasksAtOnce);
    }
}
