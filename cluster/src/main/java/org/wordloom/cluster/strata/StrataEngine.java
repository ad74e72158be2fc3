package org.wordloom.cluster.strata;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.wordloom.cluster.checkpoint.WrittenBlock;

/**
 * Holds the blocks of a run and takes them through strata.
 *
 * @param <B> a block
 */
interface StrataEngine<B> extends AutoCloseable {
    /** Begins with the initial blocks. */
    void begin();

    /** Begins with the blocks of a checkpoint. FORMAT error when one is damaged; another checkpoint may be loaded then. */
    void load(StoredBlocks<B> stored);

    /**
     * Trains up to a stratum, or until the end of one in which a checkpoint is due.
     *
     * @param from strata that are done
     * @param until strata that are to be done, those before included
     * @param due whether a checkpoint is wanted; asked a few times a second or after every stratum
     * @return strata that are done then
     */
    long advance(long from, long until, StrataMonitor monitor, BooleanSupplier due) throws Exception;

    /** Writes all blocks into a folder. */
    SavedBlocks save(String folder);

    /** Files of the blocks of both sides, by number. */
    record SavedBlocks(List<WrittenBlock> rows, List<WrittenBlock> columns) {}

    /** What was saved is a valid checkpoint now, from which lost blocks can be read anew. */
    void saved(StoredBlocks<B> stored);

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
