package org.wordloom.cluster.strata;

import java.util.function.BooleanSupplier;
import org.wordloom.cluster.checkpoint.CheckpointedBlocks;

/**
 * Holds the blocks of a run and takes them through strata.
 *
 * @param <B> a block
 */
interface StrataEngine<B> extends CheckpointedBlocks, AutoCloseable {
    /**
     * Trains up to a stratum, or until the end of one in which a checkpoint is due.
     *
     * @param from strata that are done
     * @param until strata that are to be done, those before included
     * @param due whether a checkpoint is wanted; asked a few times a second or after every stratum
     * @return strata that are done then
     */
    long advance(long from, long until, StrataMonitor monitor, BooleanSupplier due) throws Exception;

    /** Whether it cannot go on before what it has is saved. */
    boolean mustSave();

    /** Whether the trained blocks can only be read from a last checkpoint. */
    boolean endsInFiles();

    /** The blocks as they are in memory, or as they were saved last. */
    BlockSource<B> blocks();

    /** How many threads train at once. */
    int threads();

    /** Bytes of blocks that went to another visit or came from a file, and not by reference. */
    long bytesMoved();

    @Override
    void close();
}
