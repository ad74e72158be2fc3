package org.wordloom.train.glove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Strata;
import org.wordloom.train.WorkerPool;

/**
 * Runs the visits of strata on the threads of one JVM. Two visits run at once only if they share no block, and each
 * block goes through its visits in one order: what visits compute with one thread each hangs on neither the number of
 * threads nor their luck.
 *
 * @param <C> what a visit reads: cells or pairs
 */
final class StrataLoop<C> {
    /** Fetches what a visit reads; may run before the visit's blocks are free. */
    @FunctionalInterface
    interface Loader<C> {
        C load(BlockVisit visit) throws IOException, InterruptedException;
    }

    /** Trains the two blocks of a visit, which are this thread's until it returns. */
    @FunctionalInterface
    interface Visitor<C> {
        void visit(BlockVisit visit, C read) throws IOException, InterruptedException;
    }

    private final Strata strata;
    private final int cycles;
    private final long seed;
    private final AtomicLong next = new AtomicLong();
    private final BlockTurns turns;

    StrataLoop(Strata strata, int cycles, long seed) {
        this.strata = strata;
        this.cycles = cycles;
        this.seed = seed;
        this.turns = new BlockTurns(strata.blocks());
    }

    /**
     * Runs all cycles.
     *
     * @param threads visits that run at once, at most
     * @param report called a few times a second, and at the end
     */
    void run(int threads, Loader<C> loader, Visitor<C> visitor, Runnable report)
            throws IOException, InterruptedException {
        List<Callable<Void>> workers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            workers.add(() -> work(loader, visitor));
        }
        new WorkerPool(workers, this::stop, report).run();
    }

    private Void work(Loader<C> loader, Visitor<C> visitor) throws IOException, InterruptedException {
        int blocks = strata.blocks();
        long visits = (long) cycles * blocks * blocks;
        for (long n = next.getAndIncrement(); n < visits; n = next.getAndIncrement()) {
            long step = n / blocks;
            BlockVisit visit = visit(step, (int) (n % blocks));
            C read = loader.load(visit);
            if (!turns.await(step, visit.rowBlock(), visit.columnBlock())) {
                return null;
            }
            visitor.visit(visit, read);
            turns.done(visit.rowBlock(), visit.columnBlock());
        }
        return null;
    }

    private BlockVisit visit(long step, int rowBlock) {
        int cycle = (int) (step / strata.blocks());
        int stratum = strata.order(orderKey(seed, cycle), (int) (step % strata.blocks()));
        return new BlockVisit(cycle, rowBlock, strata.columnBlock(stratum, rowBlock));
    }

    /** What decides the order of a cycle's strata. */
    static long orderKey(long seed, int cycle) {
        return CounterRandom.key(seed, Purpose.SHUFFLE, cycle);
    }

    private void stop() {
        next.set(Long.MAX_VALUE / 2);
        turns.stop();
    }
}
