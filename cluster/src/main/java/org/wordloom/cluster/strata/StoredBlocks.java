package org.wordloom.cluster.strata;

import org.wordloom.cluster.checkpoint.Checkpoint;
import org.wordloom.cluster.checkpoint.Side;
import org.wordloom.cluster.storage.Storage;

/**
 * The blocks of a checkpoint.
 *
 * @param folder of the checkpoint
 */
record StoredBlocks<B>(Storage storage, StrataModel<B> model, String folder, Checkpoint checkpoint)
        implements BlockSource<B> {
    @Override
    public B block(Side side, int block) {
        return checkpoint
                .file(side, block)
                .read(storage, folder, (in, name, length) -> model.read(side, block, in, name, length));
    }
}
