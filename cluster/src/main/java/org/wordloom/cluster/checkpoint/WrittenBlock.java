package org.wordloom.cluster.checkpoint;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Locale;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.storage.ChecksumOutputStream;
import org.wordloom.cluster.storage.Storage;

/**
 * A block file of a checkpoint: the bytes that its model writes, and what must be true of them.
 *
 * @param name within the checkpoint's folder
 * @param length in bytes
 * @param crc32c of the whole file
 */
public record WrittenBlock(String name, long length, int crc32c) implements Serializable {
    private static final int BUFFER_BYTES = 1 << 18;

    /** Writes the content of a block. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Makes a block of its bytes; what is damaged may pass, the checksum is compared afterwards. */
    @FunctionalInterface
    public interface Reading<B> {
        B read(InputStream in, String path, long length) throws IOException;
    }

    /**
     * Writes a block file.
     *
     * @param attempt in the file's name: attempts of a task do not write to each other's file, and the checkpoint names
     *     the one that succeeded
     */
    public static WrittenBlock write(
            Storage storage, String folder, Side side, int block, long attempt, Content content) {
        String name = String.format(Locale.ROOT, "%s-%05d.%d.block", side.fileName(), block, attempt);
        String path = Storage.child(folder, name);
        WrittenBlock[] written = new WrittenBlock[1];
        try (OutputStream out = new ChecksumOutputStream(
                storage.create(path), (length, crc) -> written[0] = new WrittenBlock(name, length, crc))) {
            content.write(out);
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
        return written[0];
    }

    /** Reads the block. FORMAT error when the file is damaged. */
    public <B> B read(Storage storage, String folder, Reading<B> reading) {
        String path = Storage.child(folder, name);
        if (storage.size(path) != length) {
            throw damaged(path, "it has " + storage.size(path) + " bytes, " + length + " were expected");
        }
        CheckedInputStream in =
                new CheckedInputStream(new BufferedInputStream(storage.open(path), BUFFER_BYTES), new CRC32C());
        try (in) {
            B result = reading.read(in, path, length);
            in.transferTo(OutputStream.nullOutputStream());
            if ((int) in.getChecksum().getValue() != crc32c) {
                throw damaged(path, "its checksum differs");
            }
            return result;
        } catch (IOException e) {
            throw Storage.unreadable(path, e);
        }
    }

    private static WordloomException damaged(String path, String how) {
        return new WordloomException(ExitCode.FORMAT, "the checkpoint file " + path + " is damaged: " + how);
    }
}
