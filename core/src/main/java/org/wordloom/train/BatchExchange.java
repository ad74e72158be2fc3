package org.wordloom.train;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.wordloom.opencl.TileBatch;
import org.wordloom.opencl.TileShape;

/** Where threads that fill batches meet the one that trains them. */
public final class BatchExchange {
    private final TileShape shape;
    private final int capacity;
    private final AtomicInteger fillers;
    private final BlockingQueue<TileBatch> filled;
    private final Queue<TileBatch> empty = new ConcurrentLinkedQueue<>();
    private final TileBatch last;

    /**
     * @param capacity tiles of a batch
     * @param fillers threads that fill batches; they wait while as many batches wait for the device
     */
    public BatchExchange(TileShape shape, int capacity, int fillers) {
        this.shape = shape;
        this.capacity = capacity;
        this.fillers = new AtomicInteger(fillers);
        this.filled = new ArrayBlockingQueue<>(fillers + 1);
        this.last = new TileBatch(shape, 1);
    }

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
