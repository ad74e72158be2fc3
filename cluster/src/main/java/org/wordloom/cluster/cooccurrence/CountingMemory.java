package org.wordloom.cluster.cooccurrence;

/**
 * How much heap a task may use to count. Of an executor's heap Spark keeps 300 MB for itself and, unless configured
 * otherwise, up to 60 % of the rest for shuffles and cached data. Counting takes two fifths of the heap, divided among
 * the tasks that run at a time; while it lasts its task shuffles nothing, and the reduce tasks hold little of their own.
 */
final class CountingMemory {
    /** Less than this and a task would spend its time on runs of a few thousand pairs. */
    static final long LEAST_BYTES = 4L << 20;

    private CountingMemory() {}

    /** The share of one of so many concurrent tasks of this JVM; of all its processors when {@code tasks} is 0. */
    static long share(int tasks) {
        int concurrent = tasks > 0 ? tasks : Runtime.getRuntime().availableProcessors();
        return share(Runtime.getRuntime().maxMemory(), concurrent);
    }

    static long share(long heapBytes, int concurrentTasks) {
        return Math.max(LEAST_BYTES, heapBytes / 5 * 2 / concurrentTasks);
    }
}
