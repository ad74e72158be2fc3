package org.wordloom.cluster.strata;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Locale;
import org.wordloom.cluster.ChecksumOutputStream;
import org.wordloom.cluster.Storage;

/**
 * A block file of a checkpoint.
 *
 * @param name within the checkpoint's folder
 * @param length in bytes
 * @param crc32c of the whole file
 */
record WrittenBlock(Side side, int block, String name, long length, int crc32c) implements Serializable {

    /**
     * Writes a block file.
     *
     * @param attempt in the file's name: attempts of a task do not write to each other's file, and the checkpoint names
     *     the one that succeeded
     */
    static WrittenBlock write(
            Storage storage,
            String folder,
            Side side,
            int block,
            long attempt,
            long bytes,
            BlockFile.Content content) {
        String name = String.format(Locale.ROOT, "%s-%05d.%d.block", side.title(), block, attempt);
        String path = Storage.child(folder, name);
        WrittenBlock[] written = new WrittenBlock[1];
        try (OutputStream out = new ChecksumOutputStream(
                storage.create(path),
                (length, crc) -> written[0] = new WrittenBlock(side, block, name, length, crc))) {
            BlockFile.write(side, block, bytes, content, out);
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
        if (written[0].length() != BlockFile.length(bytes)) {
            throw new IllegalStateException(path + " has " + written[0].length() + " bytes, its block announced "
                    + BlockFile.length(bytes));
        }
        return written[0];
    }
}
