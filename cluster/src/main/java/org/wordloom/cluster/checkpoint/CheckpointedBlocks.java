package org.wordloom.cluster.checkpoint;

import java.util.List;

/** The blocks of a model in training, which checkpoints are made of and filled from. */
public interface CheckpointedBlocks {
    /** Begins with the initial blocks. */
    void begin();

    /** Begins with the blocks of a checkpoint. FORMAT error when one is damaged; another checkpoint may be loaded then. */
    void load(StoredCheckpoint stored);

    /** Writes all blocks into a folder. */
    SavedBlocks save(String folder);

    /** Files of the blocks of both sides, by number. */
    record SavedBlocks(List<WrittenBlock> input, List<WrittenBlock> output) {}

    /** What was saved is a valid checkpoint now, from which lost blocks can be read anew. */
    void saved(StoredCheckpoint stored);
}
