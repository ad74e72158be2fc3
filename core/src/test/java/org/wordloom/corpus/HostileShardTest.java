package org.wordloom.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** A damaged or hostile shard ends in one clear error, and never in other data or another exception. */
class HostileShardTest {
    private static final int VOCABULARY = 1000;
    private static final int[][] SENTENCES = {{1, 2, 3, 500}, {999}, {0, 0, 127, 128, 129}};
    private static final int TRAILER_BYTES = 20;

    @Test
    void everyTruncationIsFound() throws IOException {
        byte[] shard = MemoryShards.encode(SENTENCES);
        for (int length = 0; length < shard.length; length++) {
            assertDamaged("cut to " + length + " bytes", Arrays.copyOf(shard, length));
        }
    }

    @Test
    void everyChangedByteIsFound() throws IOException {
        byte[] shard = MemoryShards.encode(SENTENCES);
        int sentenceCount = shard.length - Long.BYTES;
        for (int at = 0; at < sentenceCount; at++) {
            for (int mask : new int[] {0x01, 0x10, 0x80, 0xFF}) {
                byte[] damaged = shard.clone();
                damaged[at] ^= (byte) mask;
                assertDamaged("byte " + at + " ^ " + mask, damaged);
            }
        }
    }

    @Test
    void aChangedNumberOfSentencesIsFound() throws IOException {
        byte[] damaged = MemoryShards.encode(SENTENCES);
        damaged[damaged.length - Long.BYTES] ^= 1;
        assertDamaged("number of sentences", damaged);
    }

    @Test
    void bytesAfterTheEndAreFound() throws IOException {
        byte[] shard = MemoryShards.encode(SENTENCES);
        assertDamaged("a byte too many", Arrays.copyOf(shard, shard.length + 1));
    }

    @Test
    void idsBeyondTheVocabularyAreFound() throws IOException {
        assertDamaged("id 1000 of 1000", MemoryShards.encode(new int[] {1, VOCABULARY}));
        assertDamaged("id 2^31 - 2 of 1000", MemoryShards.encode(new int[] {Integer.MAX_VALUE - 1}));
    }

    @Test
    void hostileBlocksWithAFittingChecksumAreFound() {
        assertFound("a number is cut at the end of its block", shard(0x81));
        assertFound("a number of 2^31 or more", shard(0x81, 0x80, 0x80, 0x80, 0x80, 0x01, 0));
        assertFound("a number of 2^31 or more", shard(0x80, 0x80, 0x80, 0x80, 0x08, 0));
        assertFound("says it holds 0 tokens, 3 were found", shard(1, 2, 3, 0));
        assertFound("a document that ends twice", shard(1, 0, 0, 0));
        assertFound("word id 1000 is outside the vocabulary of 1000", shard(0xE9, 0x07));
    }

    @Test
    void aNumberBeyond32BitsIsFound() {
        assertFound("a number of 2^31 or more", shard(0x80, 0x80, 0x80, 0x80, 0x10));
    }

    /** The trailer of these files fits none: what is named must be what was meant. */
    private static void assertFound(String what, byte[] shard) {
        assertDamaged(what, shard);
        assertThatThrownBy(() -> readAll(shard)).hasMessageContaining(what);
    }

    @Test
    void hostileLengthsAreFoundBeforeAnythingIsAllocated() {
        for (int length : new int[] {-1, Integer.MIN_VALUE, ShardWriter.BLOCK_BYTES + 1, Integer.MAX_VALUE}) {
            ByteBuffer bytes = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putInt(ShardWriter.MAGIC).putInt(ShardWriter.VERSION).putInt(length);
            assertDamaged("a block of " + length, bytes.array());
        }
    }

    @Test
    void theErrorNamesTheFileTheOffsetAndTheRemedy() throws IOException {
        byte[] shard = MemoryShards.encode(SENTENCES);
        shard[20] ^= 1;
        assertThatThrownBy(() -> readAll(shard))
                .hasMessageContaining("shard-7.bin")
                .hasMessageContaining("byte 16")
                .hasMessageContaining("checksum")
                .hasMessageContaining("encode again");
    }

    /** One block of these bytes, its checksum in order, and a trailer that says 0 tokens and 0 sentences. */
    private static byte[] shard(int... payload) {
        byte[] block = new byte[payload.length];
        for (int k = 0; k < payload.length; k++) {
            block[k] = (byte) payload[k];
        }
        CRC32C checksum = new CRC32C();
        checksum.update(block);
        ByteBuffer bytes =
                ByteBuffer.allocate(16 + block.length + TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(ShardWriter.MAGIC).putInt(ShardWriter.VERSION);
        bytes.putInt(block.length).putInt((int) checksum.getValue()).put(block);
        return bytes.array();
    }

    private static void assertDamaged(String what, byte[] shard) {
        assertThatThrownBy(() -> readAll(shard))
                .as(what)
                .isInstanceOfSatisfying(
                        WordloomException.class,
                        e -> assertThat(e.exitCode()).as(what).isEqualTo(ExitCode.FORMAT));
    }

    private static void readAll(byte[] shard) throws IOException {
        int[] ids = new int[50];
        try (ShardReader reader = new ShardReader(new ByteArrayInputStream(shard), "shard-7.bin", VOCABULARY)) {
            int n;
            do {
                n = reader.read(ids);
            } while (n > 0);
        }
    }
}
