package org.wordloom.cluster.strata;

import java.util.Arrays;
import org.wordloom.blocks.BlockVisit;

/**
 * Hands out the visits of many strata in order, each as soon as its two blocks are through with the stratum before: no
 * thread waits for the end of a stratum, and every block still goes through the same visits in the same order.
 */
final class VisitQueue {
    private final StrataSchedule schedule;
    private final long[] rowStrata;
    private final long[] columnStrata;
    private long next;
    private long limit;

    /**
     * A visit that was handed out.
     *
     * @param stratum its number in the whole run
     */
    record Task(long stratum, BlockVisit visit) {}

    /**
     * @param from the first stratum; all before it are done
     * @param until the stratum after the last
     */
    VisitQueue(StrataSchedule schedule, long from, long until) {
        this.schedule = schedule;
        this.rowStrata = new long[schedule.blocks()];
        this.columnStrata = new long[schedule.blocks()];
        Arrays.fill(rowStrata, from);
        Arrays.fill(columnStrata, from);
        this.next = from * schedule.blocks();
        this.limit = until * schedule.blocks();
    }

    /** The next visit, waiting until its blocks are free; null when there is none left to take. */
    synchronized Task take() throws InterruptedException {
        if (next >= limit) {
            return null;
        }
        long stratum = next / schedule.blocks();
        BlockVisit visit = schedule.visit(stratum, (int) (next % schedule.blocks()));
        next++;
        // What it waits for was handed out before, so that the oldest visit never waits and some thread always works.
        while (rowStrata[visit.rowBlock()] < stratum || columnStrata[visit.columnBlock()] < stratum) {
            if (next > limit) {
                return null;
            }
            wait();
        }
        return new Task(stratum, visit);
    }

    synchronized void done(Task task) {
        rowStrata[task.visit().rowBlock()]++;
        columnStrata[task.visit().columnBlock()]++;
        notifyAll();
    }

    /** Hands out no more than the rest of the strata that were begun. */
    synchronized void finishStratum() {
        long blocks = schedule.blocks();
        limit = Math.min(limit, (next + blocks - 1) / blocks * blocks);
    }

    /** Hands out nothing any more: a thread has failed. */
    synchronized void stop() {
        limit = -1;
        notifyAll();
    }

    /** Where the next run begins once all threads found nothing left. */
    synchronized long strataDone() {
        return next / schedule.blocks();
    }
}
