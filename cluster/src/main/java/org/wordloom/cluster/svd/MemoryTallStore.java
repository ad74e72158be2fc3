package org.wordloom.cluster.svd;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.wordloom.matrix.RowMatrix;

/**
 * Blocks handed over by reference, where all tasks run in the driver's JVM. What Spark serialises with a task is only the
 * name of the run.
 *
 * @param run unique in this JVM
 */
record MemoryTallStore(String run) implements TallStore {
    private static final Map<String, Map<Integer, RowMatrix>> MATRICES = new ConcurrentHashMap<>();

    @Override
    public void put(String matrix, int block, RowMatrix rows) {
        MATRICES.computeIfAbsent(run + matrix, name -> new ConcurrentHashMap<>())
                .put(block, rows);
    }

    @Override
    public RowMatrix get(String matrix, int block) {
        return Objects.requireNonNull(MATRICES.get(run + matrix).get(block), matrix);
    }

    @Override
    public void drop(String matrix) {
        MATRICES.remove(run + matrix);
    }

    @Override
    public void close() {
        MATRICES.keySet().removeIf(name -> name.startsWith(run));
    }
}
