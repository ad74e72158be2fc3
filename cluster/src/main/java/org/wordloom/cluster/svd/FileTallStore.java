package org.wordloom.cluster.svd;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.format.MatrixFormat;
import org.wordloom.matrix.RowMatrix;

/**
 * Blocks as files of a working folder that all executors reach.
 *
 * @param storage the file systems
 * @param folder removed at the end of the run by its owner
 */
record FileTallStore(Broadcast<Storage> storage, String folder) implements TallStore {
    @Override
    public void put(String matrix, int block, RowMatrix rows) {
        String path = path(matrix, block);
        String unfinished = path + "-" + TaskContext.get().taskAttemptId();
        try (OutputStream out = storage.value().create(unfinished)) {
            MatrixFormat.write(rows, out);
        } catch (IOException e) {
            throw Storage.unwritable(unfinished, e);
        }
        if (storage.value().exists(path)) { // of an attempt whose executor was lost, or that ran beside this one
            storage.value().delete(unfinished);
        } else {
            storage.value().rename(unfinished, path);
        }
    }

    @Override
    public RowMatrix get(String matrix, int block) {
        String path = path(matrix, block);
        try (InputStream in = storage.value().open(path)) {
            return MatrixFormat.read(in, path, storage.value().size(path));
        } catch (IOException e) {
            throw Storage.unreadable(path, e);
        }
    }

    @Override
    public void drop(String matrix) {
        storage.value().delete(Storage.child(folder, matrix));
    }

    @Override
    public void close() {
        storage.value().delete(folder);
    }

    private String path(String matrix, int block) {
        return Storage.child(Storage.child(folder, matrix), "block-" + block);
    }
}
