package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

class GloveCooccurrenceFormatTest {
    private static final int WORDS = 100;

    @Test
    void recordsReadBackAsTheyWere() throws IOException {
        TestRandom random = TestRandom.create();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GloveCooccurrenceFormat.Writer writer = GloveCooccurrenceFormat.writer(out);
        int[][] pairs = new int[10_000][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new int[] {random.below(WORDS), random.below(WORDS)};
            writer.write(pairs[i][0], pairs[i][1], 1.0 / (i + 1));
        }
        writer.flush();
        GloveCooccurrenceFormat.Reader reader = reader(out.toByteArray(), out.size());
        for (int i = 0; i < pairs.length; i++) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.row()).isEqualTo(pairs[i][0]);
            assertThat(reader.column()).isEqualTo(pairs[i][1]);
            assertThat(reader.value()).isEqualTo(1.0 / (i + 1));
        }
        assertThat(reader.next()).isFalse();
    }

    @Test
    void theBytesAreStanfords() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GloveCooccurrenceFormat.Writer writer = GloveCooccurrenceFormat.writer(out);
        writer.write(0, 299, 1.5);
        writer.flush();
        assertThat(out.toByteArray()).containsExactly(1, 0, 0, 0, 44, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0xF8, 0x3F);
    }

    @Test
    void aCutFileIsFound() throws IOException {
        byte[] two = ByteBuffer.allocate(32)
                .put(record(1, 2, 1))
                .put(record(2, 1, 1))
                .array();
        assertThatThrownBy(() -> reader(two, 31))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("31 bytes");
        for (int length = 17; length < 32; length++) {
            byte[] cut = java.util.Arrays.copyOf(two, length);
            GloveCooccurrenceFormat.Reader reader = reader(cut, -1);
            assertThat(reader.next()).isTrue();
            assertDamaged("cut to " + length, reader);
        }
        assertThat(reader(new byte[0], 0).next()).isFalse();
    }

    @Test
    void wordsAndCountsOutsideTheirRangeAreFound() {
        assertDamaged("word 0", reader(record(0, 1, 1), 16));
        assertDamaged("word -1", reader(record(1, -1, 1), 16));
        assertDamaged("word 101 of 100", reader(record(1, WORDS + 1, 1), 16));
        assertDamaged("a count of 0", reader(record(1, 1, 0), 16));
        assertDamaged("a count below 0", reader(record(1, 1, -3), 16));
        assertDamaged("NaN", reader(record(1, 1, Double.NaN), 16));
        assertDamaged("infinity", reader(record(1, 1, Double.POSITIVE_INFINITY), 16));
    }

    @Test
    void theErrorSaysWhereAndWhatWasExpected() {
        assertThatThrownBy(() -> reader(record(1, 101, 1), 16).next())
                .hasMessageContaining("cooccurrence.bin")
                .hasMessageContaining("byte 8")
                .hasMessageContaining("word 2 from 1 to 100")
                .hasMessageContaining("found 101");
    }

    private static byte[] record(int word1, int word2, double value) {
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.putInt(word1).putInt(word2).putDouble(value).array();
    }

    private static GloveCooccurrenceFormat.Reader reader(byte[] file, long size) {
        return GloveCooccurrenceFormat.reader(new ByteArrayInputStream(file), "cooccurrence.bin", size, WORDS);
    }

    private static void assertDamaged(String what, GloveCooccurrenceFormat.Reader reader) {
        assertThatThrownBy(reader::next).as(what).isInstanceOfSatisfying(WordloomException.class, e -> assertThat(
                        e.exitCode())
                .as(what)
                .isEqualTo(ExitCode.FORMAT));
    }
}
