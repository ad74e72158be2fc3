package org.wordloom.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Writes a shard: sentences of word ids, compactly. Frequent words have small ids, so a token takes 1 to 3 bytes.
 *
 * <p>Layout, little-endian: the magic {@code WLSH}, an int version; then blocks, each an int payload length, an int
 * CRC-32C of the payload, and the payload of LEB128 numbers: {@code id + 1}, or 0 at the end of a sentence, and another 0
 * where a document ends with it; last an int 0 and two longs, the tokens and the sentences of the shard. A number never
 * spans two blocks.
 */
public final class ShardWriter implements Closeable {
    static final int MAGIC = 0x48534C57;
    static final int VERSION = 2;
    /** The payload of a block at most; a reader refuses larger ones before it allocates. */
    static final int BLOCK_BYTES = 1 << 16;

    private static final int MAX_NUMBER_BYTES = 5;

    private final OutputStream out;
    private final byte[] block = new byte[BLOCK_BYTES];
    private final ByteBuffer frame = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private int used;
    private long tokens;
    private long sentences;
    private boolean sentenceOpen;
    private boolean documentOpen;

    public ShardWriter(OutputStream out) throws IOException {
        this.out = out;
        frame.clear().putInt(MAGIC).putInt(VERSION);
        writeFrame();
    }

    public void add(int id) throws IOException {
        writeNumber(id + 1);
        tokens++;
        sentenceOpen = true;
        documentOpen = true;
    }

    /** Ends the sentence; an empty sentence leaves no trace. */
    public void endSentence() throws IOException {
        if (sentenceOpen) {
            writeNumber(0);
            sentences++;
            sentenceOpen = false;
        }
    }

    /** Ends the document, and its last sentence; an empty document leaves no trace. */
    public void endDocument() throws IOException {
        endSentence();
        if (documentOpen) {
            writeNumber(0);
            documentOpen = false;
        }
    }

    public long tokens() {
        return tokens;
    }

    public long sentences() {
        return sentences;
    }

    /** Ends the open sentence, writes the trailer and closes the stream. */
    @Override
    public void close() throws IOException {
        try (out) {
            endSentence();
            flushBlock();
            frame.clear().putInt(0).putLong(tokens).putLong(sentences);
            writeFrame();
        }
    }

    private void writeNumber(int number) throws IOException {
        if (used > BLOCK_BYTES - MAX_NUMBER_BYTES) {
            flushBlock();
        }
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            block[used++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        block[used++] = (byte) rest;
    }

    private void flushBlock() throws IOException {
        if (used == 0) {
            return;
        }
        checksum.reset();
        checksum.update(block, 0, used);
        frame.clear().putInt(used).putInt((int) checksum.getValue());
        writeFrame();
        out.write(block, 0, used);
        used = 0;
    }

    private void writeFrame() throws IOException {
        out.write(frame.array(), 0, frame.position());
    }
}
