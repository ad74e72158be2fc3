package org.wordloom.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;

/** What a shard was written with comes back, whatever the lengths and the ids. */
class ShardRoundTripTest {
    private final TestRandom random = TestRandom.create();

    /** The largest id of each width that a number can have, and its neighbours. */
    private static final int[] EDGES = {
        0,
        1,
        125,
        126,
        127,
        128,
        16_382,
        16_383,
        16_384,
        2_097_150,
        2_097_151,
        2_097_152,
        268_435_454,
        268_435_455,
        268_435_456,
        Integer.MAX_VALUE - 2
    };

    @Test
    void randomSentences() throws IOException {
        for (int round = 0; round < 20; round++) {
            int[][] sentences = new int[random.below(200)][];
            for (int s = 0; s < sentences.length; s++) {
                sentences[s] = new int[1 + random.below(random.oneOf(3, 50, 2000))];
                Arrays.setAll(sentences[s], k -> random.below(random.oneOf(100, 10_000, 1 << 30)));
            }
            assertThat(read(MemoryShards.encode(sentences), 4000)).isEqualTo(sentences);
        }
    }

    @Test
    void idsOfEveryWidth() throws IOException {
        assertThat(read(MemoryShards.encode(EDGES), 100)).isEqualTo(new int[][] {EDGES});
    }

    /** Blocks hold 65536 bytes: sentences of 1-byte to 5-byte numbers that end just before, at and after that. */
    @ParameterizedTest
    @ValueSource(ints = {65_529, 65_530, 65_531, 65_532, 65_533, 65_534, 65_535, 65_536, 65_537, 131_071, 131_072})
    void numbersAtTheEndOfABlock(int bytes) throws IOException {
        int[] first = new int[bytes];
        int[] second = EDGES;
        assertThat(read(MemoryShards.encode(first, second), 200_000)).isEqualTo(new int[][] {first, second});
    }

    @Test
    void aLongSentenceComesInPieces() throws IOException {
        int[] sentence = new int[1050];
        Arrays.setAll(sentence, k -> random.below(5000));
        int[][] pieces = read(MemoryShards.encode(sentence, new int[] {1}), 100);
        assertThat(pieces.length).isEqualTo(12);
        assertThat(Arrays.stream(pieces).limit(11).flatMapToInt(Arrays::stream).toArray())
                .isEqualTo(sentence);
        assertThat(pieces[11]).containsExactly(1);
    }

    /** The end of a sentence that just fills the array must not look like the end of the shard. */
    @Test
    void aSentenceThatJustFillsTheArrayIsNotTheEnd() throws IOException {
        int[] sentence = new int[100];
        assertThat(read(MemoryShards.encode(sentence, new int[] {7, 8}), 100))
                .isEqualTo(new int[][] {sentence, {7, 8}});
        assertThat(read(MemoryShards.encode(sentence), 100)).isEqualTo(new int[][] {sentence});
    }

    @Test
    void emptySentencesLeaveNoTrace() throws IOException {
        assertThat(MemoryShards.encode(new int[] {3}, new int[0], new int[] {4}))
                .isEqualTo(MemoryShards.encode(new int[] {3}, new int[] {4}));
        assertThat(read(MemoryShards.encode(), 10)).isEmpty();
        assertThat(read(MemoryShards.encode(new int[0]), 10)).isEmpty();
    }

    @Test
    void theWriterCounts() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ShardWriter writer = new ShardWriter(bytes);
        for (int k = 0; k < 7; k++) {
            writer.add(k);
            if (k % 3 == 2) {
                writer.endSentence();
                writer.endSentence();
            }
        }
        writer.close();
        assertThat(writer.tokens()).isEqualTo(7);
        assertThat(writer.sentences())
                .as("the open sentence is ended by close()")
                .isEqualTo(3);
        assertThat(read(bytes.toByteArray(), 10)).isEqualTo(new int[][] {{0, 1, 2}, {3, 4, 5}, {6}});
    }

    /** What is read at once begins a document, a sentence, or neither where a long sentence goes on. */
    @Test
    void beginningsAreTold() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ShardWriter writer = new ShardWriter(bytes)) {
            for (int id = 0; id < 5; id++) {
                writer.add(id);
            }
            writer.endSentence();
            writer.add(5);
            writer.endDocument();
            writer.endDocument();
            writer.add(6);
            writer.endSentence();
            writer.endDocument();
            writer.add(7);
        }
        List<String> read = new ArrayList<>();
        int[] ids = new int[3];
        try (ShardReader reader = new ShardReader(new ByteArrayInputStream(bytes.toByteArray()), "test", 10)) {
            for (int n = reader.read(ids); n > 0; n = reader.read(ids)) {
                read.add((reader.beginsDocument() ? "document " : reader.beginsSentence() ? "sentence " : "on ")
                        + Arrays.toString(Arrays.copyOf(ids, n)));
                assertThat(reader.beginsSentence() || !reader.beginsDocument()).isTrue();
            }
        }
        assertThat(read)
                .containsExactly("document [0, 1, 2]", "on [3, 4]", "sentence [5]", "document [6]", "document [7]");
    }

    /** The bytes of docs/FORMATS.md, put together from its words: two documents, the first of two sentences. */
    @Test
    void theBytesAreTheDocumentedOnes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ShardWriter writer = new ShardWriter(bytes)) {
            writer.add(0);
            writer.add(300);
            writer.endSentence();
            writer.add(5);
            writer.endDocument();
            writer.add(126);
            writer.add(127);
            writer.endSentence();
        }
        byte[] payload = {1, (byte) 0xAD, 2, 0, 6, 0, 0, 127, (byte) 0x80, 1, 0};
        CRC32C checksum = new CRC32C();
        checksum.update(payload);
        byte[] expected = ByteBuffer.allocate(20 + payload.length + 16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("WLSH".getBytes(StandardCharsets.US_ASCII))
                .putInt(2)
                .putInt(payload.length)
                .putInt((int) checksum.getValue())
                .put(payload)
                .putInt(0)
                .putLong(5)
                .putLong(3)
                .array();
        assertThat(bytes.toByteArray()).containsExactly(expected);
    }

    @Test
    void frequentWordsTakeOneByte() throws IOException {
        int empty = MemoryShards.encode().length;
        assertThat(MemoryShards.encode(new int[1000]).length).isLessThanOrEqualTo(empty + 1000 + 1 + 8);
    }

    private static int[][] read(byte[] shard, int longest) throws IOException {
        List<int[]> sentences = new ArrayList<>();
        int[] ids = new int[longest];
        try (ShardReader reader = new ShardReader(new ByteArrayInputStream(shard), "test", Integer.MAX_VALUE)) {
            for (int n = reader.read(ids); n > 0; n = reader.read(ids)) {
                sentences.add(Arrays.copyOf(ids, n));
            }
            assertThat(reader.read(ids)).as("after the end").isZero();
        }
        return sentences.toArray(int[][]::new);
    }
}
