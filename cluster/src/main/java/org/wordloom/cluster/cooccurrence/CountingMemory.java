package org.wordloom.cluster.cooccurrence;

import java.io.Serializable;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.spark.ExecutorCores;

/**
 * How much heap a task may use. Of an executor's heap Spark keeps 300 MB for itself and, unless configured otherwise, up
 * to 60 % of the rest for shuffles and cached data. Counting takes two fifths of the heap, divided among the tasks that
 * run at a time: while it lasts its task shuffles nothing. Writing the cells of a block pair may take as much.
 *
 * @param bytes what the user gave all tasks of an executor; {@link CooccurrencePlan#SHARE_OF_HEAP} for the share
 * @param atOnce how many tasks an executor runs at a time, at most
 * @param tasks of the stage
 */
record CountingMemory(long bytes, int atOnce, int tasks) implements Serializable {
    /** For a stage of so many tasks. */
    static CountingMemory of(JavaSparkContext spark, long bytes, int tasks) {
        return new CountingMemory(bytes, ExecutorCores.tasksAtOnce(spark), tasks);
    }

    /** For a task of this JVM. */
    long taskBytes() {
        return taskBytes(Runtime.getRuntime().maxMemory());
    }

    /** For a task of an executor with such a heap. */
    long taskBytes(long heapBytes) {
        long all = bytes == CooccurrencePlan.SHARE_OF_HEAP ? heapBytes / 5 * 2 : bytes;
        return all / Math.max(1, Math.min(atOnce, tasks));
    }

    /**
     * The error of a task that had too little after all. Without the error as its cause: Spark takes a task whose failure
     * has one for fatal, and ends the executor, which on a local master is the driver too.
     */
    static WordloomException exhausted(String doing, OutOfMemoryError error) {
        return new WordloomException(
                ExitCode.ENVIRONMENT,
                String.format(
                        Locale.ROOT,
                        "%s ran out of memory (%s) in a heap of %,d MB: give the executor more (--executor-memory, or"
                                + " --driver-memory on a local master), use fewer cores of it, or raise --blocks",
                        doing,
                        error.getMessage(),
                        Runtime.getRuntime().maxMemory() >> 20));
    }
}
