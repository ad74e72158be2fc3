package org.wordloom.cluster.svd;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.wordloom.matrix.SparseMatrix;

/**
 * The blocks of the matrix that an executor keeps between passes, as far as memory goes. Every pass visits all blocks in
 * the same order, so throwing out the oldest would throw out each block just before its next use: what came first
 * stays, and the rest is computed from the counts again each time.
 */
final class PmiCache {
    private static PmiCache current = new PmiCache("", 0);

    private final String run;
    private final long budgetBytes;
    private final Map<Key, SparseMatrix> blocks = new ConcurrentHashMap<>();
    private long bytes;

    private record Key(int row, int column, boolean transposed) {}

    private PmiCache(String run, long budgetBytes) {
        this.run = run;
        this.budgetBytes = budgetBytes;
    }

    /** The cache of a run in this JVM; one of an earlier run is given up. */
    static synchronized PmiCache of(String run, long budgetBytes) {
        if (!current.run.equals(run)) {
            current = new PmiCache(run, budgetBytes);
        }
        return current;
    }

    /** Gives up what a run left in this JVM. */
    static synchronized void end(String run) {
        if (current.run.equals(run)) {
            current = new PmiCache("", 0);
        }
    }

    SparseMatrix get(int row, int column, boolean transposed, Supplier<SparseMatrix> computed) {
        Key key = new Key(row, column, transposed);
        SparseMatrix known = blocks.get(key);
        if (known != null) {
            return known;
        }
        SparseMatrix block = computed.get();
        if (admit(block.bytes())) {
            blocks.put(key, block);
        }
        return block;
    }

    private synchronized boolean admit(long more) {
        if (bytes + more > budgetBytes) {
            return false;
        }
        bytes += more;
        return true;
    }
}
