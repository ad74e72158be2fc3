package org.wordloom.cluster.replicas;

import java.io.Serializable;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.RowFiles;
import org.wordloom.cluster.checkpoint.RowLayout;
import org.wordloom.cluster.checkpoint.StoredCheckpoint;
import org.wordloom.cluster.checkpoint.WrittenBlock;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.model.ModelRows;
import org.wordloom.vocab.Vocabulary;

/** Blocks of the model as files of checkpoints. */
record BlockFiles(Storage storage, RowLayout layout) implements Serializable {

    /** The bytes of a block in a checkpoint. FORMAT error when its file is damaged. */
    byte[] read(int block, StoredCheckpoint stored) {
        return stored.checkpoint()
                .file(layout.side(block), layout.index(block))
                .read(
                        storage,
                        stored.folder(),
                        (in, name, length) -> in.readNBytes(Math.toIntExact(layout.bytes(block))));
    }

    /** Writes a block as a file of a checkpoint, in a task. */
    WrittenBlock write(int block, byte[] bytes, String folder) {
        long attempt = TaskContext.get().taskAttemptId();
        return WrittenBlock.write(
                storage, folder, layout.side(block), layout.index(block), attempt, out -> out.write(bytes));
    }

    /** The model of a checkpoint, of which one block at a time is in memory. */
    ModelRows model(Vocabulary vocabulary, StoredCheckpoint stored, Map<String, String> provenance) {
        return new ModelRows(vocabulary, rows(stored, Side.INPUT), rows(stored, Side.OUTPUT), provenance);
    }

    private RowFiles rows(StoredCheckpoint stored, Side side) {
        return new RowFiles(
                storage, stored.folder(), layout, side, stored.checkpoint().blocks(side));
    }
}
