package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wordloom.base.WordloomException;

/** Files of a cycle's pairs: what is damaged or belongs elsewhere is refused. */
class PairBucketsFormatTest {
    private static final int BLOCKS = 4;

    @Test
    void bucketsReadBackAsTheyWere() throws IOException {
        byte[] file = file();
        PairBucketsFormat.Index index = index(file, 7, 2, BLOCKS);
        for (int block = 0; block < BLOCKS; block++) {
            byte[] bytes = bucket(file, index, block);
            index.verify(block, bytes, "file");
            byte[] expected = new byte[block == 2 ? 0 : 10 * (block + 1)];
            Arrays.fill(expected, (byte) block);
            assertThat(bytes).containsExactly(expected);
        }
    }

    @Test
    void everyDamageIsFound() {
        for (int at = 0; at < file().length; at++) {
            byte[] damaged = file();
            damaged[at] ^= 16;
            assertThatThrownBy(() -> verify(damaged)).as("byte " + at).isInstanceOf(WordloomException.class);
        }
        int least = PairBucketsFormat.indexBytes(BLOCKS);
        for (int length = least; length < file().length; length++) {
            byte[] cut = Arrays.copyOf(file(), length);
            assertThatThrownBy(() -> verify(cut)).as("cut to " + length).isInstanceOf(WordloomException.class);
        }
    }

    @Test
    void anotherCycleBlockOrNumberOfBlocksIsRefused() {
        for (int[] other : new int[][] {{6, 2, 4}, {7, 1, 4}, {7, 2, 3}}) {
            assertThatThrownBy(() -> index(file(), other[0], other[1], other[2]))
                    .isInstanceOf(WordloomException.class)
                    .hasMessageContaining("file is damaged");
        }
    }

    @Test
    void blocksOutOfOrderAreRefused() throws IOException {
        try (PairBucketsWriter writer = new PairBucketsWriter(new ByteArrayOutputStream(), 0, 0, 3)) {
            writer.add(1, new byte[2]);
            assertThatThrownBy(() -> writer.add(1, new byte[2])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void verify(byte[] file) throws IOException {
        PairBucketsFormat.Index index = index(file, 7, 2, BLOCKS);
        for (int block = 0; block < BLOCKS; block++) {
            index.verify(block, bucket(file, index, block), "file");
        }
    }

    private static byte[] bucket(byte[] file, PairBucketsFormat.Index index, int block) {
        return Arrays.copyOfRange(file, (int) index.offsets()[block], (int) index.offsets()[block + 1]);
    }

    private static PairBucketsFormat.Index index(byte[] file, int cycle, int rowBlock, int blocks) throws IOException {
        int bytes = PairBucketsFormat.indexBytes(blocks);
        ByteArrayInputStream in = new ByteArrayInputStream(file, file.length - bytes, bytes);
        return PairBucketsFormat.readIndex(in, "file", file.length, cycle, rowBlock, blocks);
    }

    private static byte[] file() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PairBucketsWriter writer = new PairBucketsWriter(bytes, 7, 2, BLOCKS)) {
            for (int block : new int[] {0, 1, 3}) {
                byte[] packed = new byte[10 * (block + 1)];
                Arrays.fill(packed, (byte) block);
                writer.add(block, packed);
            }
            writer.finish();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
