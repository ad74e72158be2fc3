package org.wordloom.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Reads what {@link ShardWriter} wrote. Every block's checksum and every id is checked, so that a damaged shard stops
 * the run with the file and the offset instead of training on noise. Allocates nothing after construction.
 */
public final class ShardReader implements Closeable {
    private static final int END = -1;

    private final InputStream in;
    private final String name;
    private final int vocabularySize;
    private final byte[] block = new byte[ShardWriter.BLOCK_BYTES];
    private final byte[] frameBytes = new byte[20];
    private final ByteBuffer frame = ByteBuffer.wrap(frameBytes).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private int used;
    private int position;
    private long offset;
    private long tokensSoFar;
    private long sentencesSoFar;
    private boolean ended;
    /** Sentence ends since the last id; a second one ends the document too. */
    private int endsBefore = 2;

    private boolean beginsSentence;
    private boolean beginsDocument;

    /**
     * @param name how errors call the shard, usually its path
     * @param vocabularySize ids at or above this are an error
     */
    public ShardReader(InputStream in, String name, int vocabularySize) throws IOException {
        this.in = in;
        this.name = name;
        this.vocabularySize = vocabularySize;
        readFrame(8);
        int magic = frame.getInt(0);
        int version = frame.getInt(4);
        if (magic != ShardWriter.MAGIC || version != ShardWriter.VERSION) {
            throw damaged("expected an encoded shard of version " + ShardWriter.VERSION + ", found "
                    + String.format(Locale.ROOT, "%08x, version %d", magic, version));
        }
    }

    /**
     * Reads ids of the current sentence into {@code ids} until the array is full or the sentence ends.
     *
     * @return how many ids were read; 0 only at the end of the shard. A sentence longer than the array comes in pieces.
     */
    public int read(int[] ids) throws IOException {
        int n = 0;
        while (n < ids.length) {
            int number = nextNumber();
            if (number > 0) {
                if (n == 0) {
                    begin();
                }
                ids[n++] = checkedId(number - 1);
                tokensSoFar++;
            } else {
                if (number == 0) {
                    end();
                }
                if (number == END || n > 0) {
                    break;
                }
            }
        }
        return n;
    }

    /** Whether the ids that were read last begin a sentence, rather than continue the one before. */
    public boolean beginsSentence() {
        return beginsSentence;
    }

    /** Whether the ids that were read last begin a document; those of a shard's start do. */
    public boolean beginsDocument() {
        return beginsDocument;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void begin() {
        beginsSentence = endsBefore > 0;
        beginsDocument = endsBefore > 1;
        endsBefore = 0;
    }

    private void end() {
        endsBefore++;
        sentencesSoFar += endsBefore == 1 ? 1 : 0;
        if (endsBefore > 2) {
            throw damaged("a document that ends twice");
        }
    }

    private int checkedId(int id) {
        if (id < 0 || id >= vocabularySize) {
            throw damaged("word id " + id + " is outside the vocabulary of " + vocabularySize);
        }
        return id;
    }

    private int nextNumber() throws IOException {
        if (position == used && !nextBlock()) {
            return END;
        }
        int result = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            if (position == used) {
                throw damaged("a number is cut at the end of its block");
            }
            byte b = block[position++];
            if (shift == 28 && (b & 0xF8) != 0) {
                throw damaged("a number of 2^31 or more");
            }
            result |= (b & 0x7F) << shift;
            if (b >= 0) {
                return result;
            }
        }
        throw damaged("a number of more than 5 bytes");
    }

    private boolean nextBlock() throws IOException {
        if (ended) {
            return false;
        }
        readFrame(4);
        int length = frame.getInt(0);
        if (length == 0) {
            readTrailer();
            return false;
        }
        if (length < 0 || length > block.length) {
            throw damaged("a block of " + length + " bytes, at most " + block.length + " are possible");
        }
        readFrame(4);
        int expected = frame.getInt(0);
        if (in.readNBytes(block, 0, length) != length) {
            throw damaged("the file ends within a block of " + length + " bytes");
        }
        checksum.reset();
        checksum.update(block, 0, length);
        if ((int) checksum.getValue() != expected) {
            throw damaged("the checksum of the block of " + length + " bytes does not fit");
        }
        offset += length;
        used = length;
        position = 0;
        return true;
    }

    private void readTrailer() throws IOException {
        readFrame(16);
        ended = true;
        long expected = frame.getLong(0);
        if (expected != tokensSoFar) {
            throw damaged("the shard says it holds " + expected + " tokens, " + tokensSoFar + " were found");
        }
        expected = frame.getLong(8);
        if (expected != sentencesSoFar) {
            throw damaged("the shard says it holds " + expected + " sentences, " + sentencesSoFar + " were found");
        }
        if (in.read() >= 0) {
            throw damaged("something follows the end of the shard");
        }
    }

    private void readFrame(int bytes) throws IOException {
        if (in.readNBytes(frameBytes, 0, bytes) != bytes) {
            throw damaged("the file ends early");
        }
        offset += bytes;
    }

    private WordloomException damaged(String what) {
        return new WordloomException(
                ExitCode.FORMAT, "shard " + name + " is damaged near byte " + offset + ": " + what + "; encode again");
    }
}
