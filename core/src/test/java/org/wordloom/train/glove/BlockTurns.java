package org.wordloom.train.glove;

/**
 * Lets the visits of strata run as early as their blocks allow: a visit of step g needs both of its blocks to have been
 * through all steps before g. The order in which a block meets the others is so the same for any number of threads, and
 * no thread waits for the end of a stratum.
 */
final class BlockTurns {
    private final long[] rowSteps;
    private final long[] columnSteps;
    private boolean stopped;

    BlockTurns(int blocks) {
        this.rowSteps = new long[blocks];
        this.columnSteps = new long[blocks];
    }

    /**
     * Waits until both blocks are free for this step. Visits must be taken in the order of their steps, so that whatever
     * is waited for is under way.
     *
     * @return false when the run was stopped
     */
    synchronized boolean await(long step, int rowBlock, int columnBlock) throws InterruptedException {
        while (!stopped && (rowSteps[rowBlock] < step || columnSteps[columnBlock] < step)) {
            wait();
        }
        return !stopped;
    }

    /** The visit of this step is done. */
    synchronized void done(int rowBlock, int columnBlock) {
        rowSteps[rowBlock]++;
        columnSteps[columnBlock]++;
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
