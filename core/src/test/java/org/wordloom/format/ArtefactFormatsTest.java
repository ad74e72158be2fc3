package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.CellsIndex;
import org.wordloom.cooccurrence.PairSums;
import org.wordloom.vocab.Vocabulary;

/** The small files of a co-occurrence artefact: read as written, and no byte of them can change unnoticed. */
class ArtefactFormatsTest {
    private static final int CHECKSUM = 77;

    private interface Reader {
        Object read(byte[] file) throws IOException;
    }

    @Test
    void indexIsReadAsWritten() throws IOException {
        CellsIndex index = index();
        CellsIndex read = readIndex(write(index));
        assertThat(read.buckets()).isEqualTo(index.buckets());
        for (int bucket = 0; bucket < index.buckets().count(); bucket++) {
            assertThat(read.offset(bucket)).isEqualTo(index.offset(bucket));
            assertThat(read.length(bucket)).isEqualTo(index.length(bucket));
            assertThat(read.entries(bucket)).isEqualTo(index.entries(bucket));
        }
        assertThat(read.entries(2, 1)).isEqualTo(read.entries(1, 2)).isEqualTo(index.entries(4));
        assertThat(read.entries()).isEqualTo(10 + 2 * 11 + 2 * 12 + 13 + 2 * 14 + 15);
        assertThat(read.largestEntries()).isEqualTo(15);
    }

    @Test
    void everyDamageOfAnIndexIsNoticed() throws IOException {
        everyDamageIsNoticed(write(index()), ArtefactFormatsTest::readIndex);
    }

    @Test
    void sumsAreReadAsWritten() throws IOException {
        PairSums sums = new PairSums(2520, new long[] {5040, 1, Long.MAX_VALUE}, new long[] {0, 2, 3});
        PairSums read = readSums(write(sums), 3, CHECKSUM);
        assertThat(read.scale()).isEqualTo(2520);
        assertThat(read.rows()).isEqualTo(sums.rows());
        assertThat(read.columns()).isEqualTo(sums.columns());
        assertThat(read.rowWeights()[0]).isEqualTo(2.0);
    }

    @Test
    void everyDamageOfSumsIsNoticed() throws IOException {
        byte[] file = write(new PairSums(1, new long[] {1, 2}, new long[] {3, 4}));
        everyDamageIsNoticed(file, bytes -> readSums(bytes, 2, CHECKSUM));
    }

    @Test
    void sumsOfAnotherVocabularyAreRefused() throws IOException {
        byte[] file = write(new PairSums(1, new long[] {1, 2}, new long[] {3, 4}));
        assertThatThrownBy(() -> readSums(file, 3, CHECKSUM)).hasMessageContaining("sums of 3 words");
        assertThatThrownBy(() -> readSums(file, 2, 78)).hasMessageContaining("vocabulary of checksum 4e");
    }

    @Test
    void vocabularyOfStanfordsProgramsIsRead() throws IOException {
        byte[] file = "the 12\nunk's 3\n".getBytes(StandardCharsets.UTF_8);
        Vocabulary words = GloveVocabularyFormat.read(new ByteArrayInputStream(file), "vocab.txt", file.length);
        assertThat(words.word(1)).isEqualTo("unk's");
        assertThat(words.count(0)).isEqualTo(12);
        byte[] tabs = "the\t12\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> GloveVocabularyFormat.read(new ByteArrayInputStream(tabs), "vocab.txt", tabs.length))
                .hasMessageContaining("vocab.txt")
                .hasMessageContaining("line 1")
                .hasMessageContaining("a space");
    }

    private static void everyDamageIsNoticed(byte[] file, Reader reader) {
        for (int length = 0; length < file.length; length++) {
            expectFormatError(Arrays.copyOf(file, length), reader);
        }
        expectFormatError(Arrays.copyOf(file, file.length + 1), reader);
        TestRandom random = TestRandom.create();
        for (int position = 0; position < file.length; position++) {
            byte[] damaged = file.clone();
            damaged[position] ^= (byte) (1 << random.below(8));
            expectFormatError(damaged, reader);
        }
    }

    private static void expectFormatError(byte[] file, Reader reader) {
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("file.bin")
                .hasMessageContaining("byte")
                .extracting(e -> ((WordloomException) e).exitCode())
                .isEqualTo(ExitCode.FORMAT);
    }

    private static CellsIndex index() {
        CellsIndex index = new CellsIndex(new BucketNumbers(3, true));
        for (int bucket = 0; bucket < 6; bucket++) {
            index.set(bucket, 100L * bucket, 50 + bucket, 10 + bucket);
        }
        return index;
    }

    private static byte[] write(CellsIndex index) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CellsIndexFormat.write(index, out);
        return out.toByteArray();
    }

    private static byte[] write(PairSums sums) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PairSumsFormat.write(sums, CHECKSUM, out);
        return out.toByteArray();
    }

    private static CellsIndex readIndex(byte[] file) throws IOException {
        return CellsIndexFormat.read(new ByteArrayInputStream(file), "file.bin", file.length);
    }

    private static PairSums readSums(byte[] file, int words, int checksum) throws IOException {
        return PairSumsFormat.read(new ByteArrayInputStream(file), "file.bin", file.length, words, checksum);
    }
}
