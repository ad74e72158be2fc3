package org.wordloom.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.wordloom.opencl.TileBatch;
import org.wordloom.opencl.TileSession;
import org.wordloom.opencl.TileShape;

/**
 * What the thread that owns the device does: trains batch after batch.
 *
 * <p>Now and then rows are read back. The batches since then are kept, so that they can be repeated should the device
 * lose rows; so many are kept that reading back moves less than they did.
 */
public final class DeviceLoop {
    /** Batches are kept up to the size of the rows, and this much at least. */
    private static final long LEAST_KEPT_BYTES = 64L << 20;

    private final BatchExchange exchange;
    private final Consumer<TileBatch> told;

    private final List<TileBatch> kept = new ArrayList<>();
    private final int mostKept;
    /** Of the kept batches, how many were told of. */
    private int toldCount;

    private boolean ended;

    /**
     * @param told is called with each batch once, after it was trained, while the session still knows its loss
     */
    public DeviceLoop(TileShape shape, BatchExchange exchange, Consumer<TileBatch> told) {
        this.exchange = exchange;
        this.told = told;
        this.mostKept = (int) Math.max(1, keptBytes(shape.modelBytes()) / TileBatch.bytes(shape, exchange.capacity()));
    }

    /** Bytes of batches that are kept at most, for rows of this size. */
    public static long keptBytes(long modelBytes) {
        return Math.max(LEAST_KEPT_BYTES, modelBytes);
    }

    /** Trains until no batch comes any more; the session then has the rows read back. */
    public void train(TileSession session) {
        while (trainVisit(session)) {
            // Nobody wants to see the rows in between.
        }
    }

    /** Trains until rows are to be read back, which the session has then done. Returns whether more batches may come. */
    boolean trainVisit(TileSession session) {
        session.visit(() -> trainKept(session));
        kept.forEach(exchange::recycle);
        kept.clear();
        toldCount = 0;
        return !ended;
    }

    /** Trains what is kept, again, and then what comes. */
    private void trainKept(TileSession session) {
        for (int k = 0; k < kept.size() || fetch(); k++) {
            session.train(kept.get(k));
            if (k >= toldCount) {
                told.accept(kept.get(k));
                toldCount = k + 1;
            }
        }
    }

    private boolean fetch() {
        if (ended || kept.size() == mostKept) {
            return false;
        }
        try {
            TileBatch batch = exchange.next();
            ended = batch == null;
            return !ended && kept.add(batch);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for tiles", e);
        }
    }
}
