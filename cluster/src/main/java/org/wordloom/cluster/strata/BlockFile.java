package org.wordloom.cluster.strata;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.Storage;

/**
 * The file of one block, numbers big-endian: {@code "WLBLOCK"} and a version byte, side, number, length of the content (a
 * long), CRC-32C of those; the content; its CRC-32C.
 */
final class BlockFile {
    private static final byte[] MAGIC = "WLBLOCK\1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = MAGIC.length + 2 * Integer.BYTES + Long.BYTES;

    private static final int BUFFER_BYTES = 1 << 18;

    private BlockFile() {}

    /** Writes the content of a block. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Bytes of a file whose content has this length. */
    static long length(long content) {
        return HEADER_BYTES + Integer.BYTES + content + Integer.BYTES;
    }

    static void write(Side side, int block, long length, Content content, OutputStream out) throws IOException {
        byte[] header = header(side, block, length);
        DataOutputStream data = new DataOutputStream(out);
        data.write(header);
        data.writeInt(checksum(header));
        CheckedOutputStream checked = new CheckedOutputStream(data, new CRC32C());
        content.write(checked);
        data.writeInt((int) checked.getChecksum().getValue());
        data.flush();
    }

    /** Reads a block of the model. FORMAT error when the file is damaged, or that of another block or model. */
    static <B> B read(Storage storage, String path, StrataModel<B> model, Side side, int block) {
        long content = model.bytes(side, block);
        long size = storage.size(path);
        if (size != length(content)) {
            throw damaged(path, "has " + size + " bytes, " + length(content) + " were expected");
        }
        try (InputStream in = new BufferedInputStream(storage.open(path), BUFFER_BYTES)) {
            DataInputStream data = new DataInputStream(in);
            byte[] expected = header(side, block, content);
            byte[] header = data.readNBytes(HEADER_BYTES);
            if (!Arrays.equals(header, expected) || data.readInt() != checksum(expected)) {
                throw damaged(path, "is not the file of block " + block + " of the " + side.title());
            }
            CheckedInputStream checked = new CheckedInputStream(new LimitedInputStream(in, content), new CRC32C());
            B result = model.read(side, block, checked);
            checked.transferTo(OutputStream.nullOutputStream());
            if ((int) checked.getChecksum().getValue() != data.readInt()) {
                throw damaged(path, "has a wrong checksum");
            }
            return result;
        } catch (IOException e) {
            throw Storage.unreadable(path, e);
        }
    }

    private static WordloomException damaged(String path, String how) {
        return new WordloomException(ExitCode.FORMAT, "the checkpoint file " + path + " " + how);
    }

    private static byte[] header(Side side, int block, long content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            data.write(MAGIC);
            data.writeInt(side.ordinal());
            data.writeInt(block);
            data.writeLong(content);
        } catch (IOException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
        return bytes.toByteArray();
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
