package org.wordloom.cluster.strata;

import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.StoredCheckpoint;
import org.wordloom.cluster.storage.Storage;

/**
 * The blocks of a checkpoint.
 */
record StoredBlocks<B>(Storage storage, StrataModel<B> model, StoredCheckpoint stored) implements BlockSource<B> {
    @Override
    public B block(Side side, int block) {
        return stored.checkpoint()
                .file(side, block)
                .read(storage, stored.folder(), (in, name, length) -> model.read(side, block, in, name, length));
    }
}
