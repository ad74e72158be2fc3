package org.wordloom.train;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.wordloom.opencl.LaunchForm;
import org.wordloom.opencl.TileBatch;
import org.wordloom.opencl.TileShape;
import org.wordloom.opencl.TileTraining;

/** Where threads that fill batches meet the one that trains them. */
public final class BatchExchange {
    /** Enough for a launch of every unit of a large GPU; a processor's batch takes a few hundredths of a second. */
    private static final int GROUP_TILES = 1 << 14;

    private static final int ITEM_TILES = 1 << 12;
    private static final long MOST_BATCH_BYTES = 32L << 20;

    private final TileShape shape;
    private final int capacity;
    private final AtomicInteger fillers;
    private final BlockingQueue<TileBatch> filled;
    private final Queue<TileBatch> empty = new ConcurrentLinkedQueue<>();
    private final TileBatch last;

    /**
     * @param training what the device will do
     * @param fillers threads that fill batches; they wait while as many batches wait for the device
     */
    public BatchExchange(TileTraining training, LaunchForm form, int fillers) {
        this.shape = training.shape();
        this.capacity = capacity(shape, form);
        this.fillers = new AtomicInteger(fillers);
        this.filled = new ArrayBlockingQueue<>(fillers + 1);
        this.last = new TileBatch(shape, 1);
    }

    private static int capacity(TileShape shape, LaunchForm form) {
        int tiles = form == LaunchForm.WORK_GROUP ? GROUP_TILES : ITEM_TILES;
        while (tiles > TileBatch.TILES_PER_LOSS && TileBatch.bytes(shape, tiles) > MOST_BATCH_BYTES) {
            tiles /= 2;
        }
        return tiles;
    }

    /** Tiles of a batch. */
    public int capacity() {
        return capacity;
    }

    /** A batch to fill. */
    public TileBatch empty() {
        TileBatch batch = empty.poll();
        return batch == null ? new TileBatch(shape, capacity) : batch;
    }

    /** Hands over a batch to be trained. */
    public void hand(TileBatch batch) throws InterruptedException {
        filled.put(batch);
    }

    /** One of the threads fills no more. */
    public void end() throws InterruptedException {
        if (fillers.decrementAndGet() == 0) {
            filled.put(last);
        }
    }

    /** The next batch to train; null when there is none and will be none. */
    TileBatch next() throws InterruptedException {
        TileBatch batch = filled.take();
        return batch == last ? null : batch;
    }

    /** Gives back a batch that is trained for good. */
    void recycle(TileBatch batch) {
        batch.clear();
        empty.add(batch);
    }
}
