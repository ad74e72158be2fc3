package org.wordloom.cluster.glove;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.cluster.ExecutorCores;
import org.wordloom.cluster.strata.StrataJob;
import org.wordloom.cluster.strata.StrataMemory;
import org.wordloom.cluster.strata.StrataModel;
import org.wordloom.cluster.strata.StrataPlan;
import org.wordloom.cooccurrence.Cells;

/**
 * Keeps cells in memory up to a budget. Those that came first stay: every cycle reads all pairs once, so that dropping
 * the oldest for the newest would always drop what is wanted next. Threads may read at once, since no pair is visited by
 * two of them.
 */
public final class CachedCells implements CellSource {
    private static final long serialVersionUID = 1L;
    /** Row, column and value. */
    private static final int BYTES_PER_CELL = 2 * Integer.BYTES + Float.BYTES;
    /** Arrays, object and entry of the map. */
    private static final int BYTES_PER_PAIR = 200;

    private final CellSource source;
    private final AtomicLong left;
    private final ConcurrentHashMap<Long, Cells> kept = new ConcurrentHashMap<>();

    /** @param budget bytes that may be kept */
    public CachedCells(CellSource source, long budget) {
        this.source = source;
        this.left = new AtomicLong(budget);
    }

    /** Bytes that these cells take in memory. */
    public static long bytes(long cells) {
        return cells * BYTES_PER_CELL + BYTES_PER_PAIR;
    }

    /** Bytes for cells in memory: on a local master what the blocks leave of the heap, as far as cells want it. */
    public static long budget(JavaSparkContext spark, StrataModel<?> model, StrataPlan plan, long entries) {
        if (!ExecutorCores.of(spark).isLocal()) {
            return 0;
        }
        long spare = StrataMemory.usableHere() - StrataMemory.of(model).inOneJvm(StrataJob.localThreads(spark, plan));
        long wanted = bytes(entries) + (long) model.blocks() * model.blocks() * bytes(0);
        return Math.max(0, Math.min(spare, wanted));
    }

    @Override
    public Cells cells(int rowBlock, int columnBlock) {
        long pair = (long) rowBlock << Integer.SIZE | columnBlock;
        Cells known = kept.get(pair);
        if (known != null) {
            return known;
        }
        Cells cells = source.cells(rowBlock, columnBlock);
        long bytes = bytes(cells.size());
        if (left.addAndGet(-bytes) >= 0) {
            kept.put(pair, cells);
        } else {
            left.addAndGet(bytes);
        }
        return cells;
    }
}
