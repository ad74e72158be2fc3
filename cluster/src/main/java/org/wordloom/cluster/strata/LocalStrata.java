package org.wordloom.cluster.strata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.cluster.checkpoint.StoredCheckpoint;
import org.wordloom.cluster.checkpoint.WrittenBlock;
import org.wordloom.cluster.spark.TaskOutcome;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.train.WorkerPool;

/**
 * Strata within one JVM: all blocks are in memory and are handed over by reference, and threads run visits as their blocks
 * become free. Nothing is repeated here, so visits train the blocks themselves and no copies.
 */
final class LocalStrata<B> implements StrataEngine<B> {
    private final Storage storage;
    private final StrataModel<B> model;
    private final StrataSchedule schedule;
    private final int visitsAtOnce;
    private final int threadsPerVisit;
    private final List<B> rows = new ArrayList<>();
    private final List<B> columns = new ArrayList<>();

    /** @param threads of this machine */
    LocalStrata(Storage storage, StrataModel<B> model, StrataSchedule schedule, int threads, boolean exact) {
        this.storage = storage;
        this.model = model;
        this.schedule = schedule;
        this.visitsAtOnce = Math.min(threads, model.blocks());
        this.threadsPerVisit = exact ? 1 : threads / visitsAtOnce;
    }

    @Override
    public void begin() {
        take(model::initial);
    }

    @Override
    public void load(StoredCheckpoint stored) {
        take(new StoredBlocks<>(storage, model, stored)::block);
    }

    private void take(Blocks<B> source) {
        rows.clear();
        columns.clear();
        for (int block = 0; block < model.blocks(); block++) {
            rows.add(source.block(Side.INPUT, block));
            columns.add(source.block(Side.OUTPUT, block));
        }
    }

    /** A source that throws no checked exceptions. */
    private interface Blocks<B> {
        B block(Side side, int block);
    }

    @Override
    public long advance(long from, long until, StrataMonitor monitor, BooleanSupplier due) throws InterruptedException {
        // A failure here is told as that of a task on an executor would be.
        return TaskOutcome.of(() -> train(from, until, monitor, due)).get();
    }

    private long train(long from, long until, StrataMonitor monitor, BooleanSupplier due)
            throws IOException, InterruptedException {
        VisitQueue queue = new VisitQueue(schedule, from, until);
        Callable<Void> worker = () -> work(queue, monitor, due);
        new WorkerPool(Collections.nCopies(visitsAtOnce, worker), queue::stop, monitor::report).run();
        return queue.strataDone();
    }

    private Void work(VisitQueue queue, StrataMonitor monitor, BooleanSupplier due)
            throws IOException, InterruptedException {
        for (VisitQueue.Task task = queue.take(); task != null; task = queue.take()) {
            B row = rows.get(task.visit().rowBlock());
            B column = columns.get(task.visit().columnBlock());
            LossSum outcome = model.visit(task.visit(), row, column, threadsPerVisit);
            monitor.visited(task.stratum(), task.visit().rowBlock(), outcome);
            if (due.getAsBoolean()) {
                queue.finishStratum();
            }
            queue.done(task);
        }
        return null;
    }

    @Override
    public SavedBlocks save(String folder) {
        return new SavedBlocks(save(Side.INPUT, folder), save(Side.OUTPUT, folder));
    }

    private List<WrittenBlock> save(Side side, String folder) {
        List<WrittenBlock> written = new ArrayList<>();
        for (B block : blocks(side)) {
            written.add(WrittenBlock.write(storage, folder, side, written.size(), 0, out -> model.write(block, out)));
        }
        return written;
    }

    private List<B> blocks(Side side) {
        return side == Side.INPUT ? rows : columns;
    }

    @Override
    public void saved(StoredCheckpoint stored) {
        // The blocks stay in memory.
    }

    @Override
    public boolean mustSave() {
        return false;
    }

    @Override
    public boolean endsInFiles() {
        return false;
    }

    @Override
    public BlockSource<B> blocks() {
        // What takes them makes matrices of them: both at once would need half as much memory again.
        return (side, block) -> blocks(side).set(block, null);
    }

    @Override
    public int threads() {
        return visitsAtOnce * threadsPerVisit;
    }

    @Override
    public long bytesMoved() {
        return 0;
    }

    @Override
    public void close() {
        // Holds nothing but memory.
    }
}
