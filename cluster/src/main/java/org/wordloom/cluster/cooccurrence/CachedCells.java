package org.wordloom.cluster.cooccurrence;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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

    /**
     * A budget of what may be spared, as far as cells want it.
     *
     * @param spare bytes of heap that nothing else needs
     * @param entries cells of all pairs of blocks
     */
    public static long budget(long spare, int blocks, long entries) {
        long wanted = bytes(entries) + (long) blocks * blocks * bytes(0);
        return Math.min(spare, wanted);
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
