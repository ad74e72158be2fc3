package org.wordloom.cluster.strata;

import org.wordloom.cluster.Storage;

/**
 * The blocks of a checkpoint.
 *
 * @param folder of the checkpoint
 */
record StoredBlocks<B>(Storage storage, StrataModel<B> model, String folder, Checkpoint checkpoint)
        implements BlockSource<B> {
    @Override
    public B block(Side side, int block) {
        return BlockFile.read(
                storage, Storage.child(folder, checkpoint.name(side, block)), model, side, block);
    }
}
