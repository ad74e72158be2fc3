package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.model.WordVectors;

/** Files whose checksums fit, since whoever made them reckoned those too, but whose numbers cannot be. */
class HostileArtefactsTest {
    /** Reads a file of a size. */
    @FunctionalInterface
    private interface Reader {
        void read(InputStream in, long size) throws IOException;
    }

    @Test
    void indexesOfCells() {
        Reader reader = (in, size) -> CellsIndexFormat.read(in, "file", size);
        String blocks = "expected 1 to 1024 blocks, and 0 or 1";
        refuse(reader, index(0, 0), blocks);
        refuse(reader, index(1025, 0), blocks);
        refuse(reader, index(1, 2, 0, 0, 0), blocks);
        refuse(reader, index(1, -1, 0, 0, 0), blocks);
        String numbers = "expected an offset, a length and a number of cells of at least 0";
        refuse(reader, index(1, 0, -1, 0, 0), numbers);
        refuse(reader, index(1, 0, 0, -1, 0), numbers);
        refuse(reader, index(1, 0, 0, 0, -1), numbers);
        refuse(reader, index(1, 0, Long.MAX_VALUE, 1, 0), numbers);
        // Cells that nobody would miss, and bytes that nobody would read.
        String both = "expected cells where there are bytes, and only there";
        refuse(reader, index(1, 0, 0, 0, 7), both);
        refuse(reader, index(1, 0, 0, 7, 0), both);
        refuse(reader, index(1, 0, 0, 0, 0, 0), "expected a file of 44 bytes");
    }

    private static DocumentedBytes index(int blocks, int half, long... buckets) {
        return new DocumentedBytes()
                .text("WLCI")
                .ints(1, blocks, half)
                .longs(buckets)
                .checksumFrom(0);
    }

    @Test
    void sumsOfPairs() {
        Reader reader = (in, size) -> PairSumsFormat.read(in, "file", size, 1, 7);
        refuse(reader, sums(0, 1, 1), "expected a scale of at least 1, found 0");
        refuse(reader, sums(1, -1, 1), "expected a sum of at least 0, found -1");
        refuse(reader, sums(1, 1, -5), "expected a sum of at least 0, found -5");
        refuse(reader, sums(1, 1, 1, 1), "expected sums of 1 words");
    }

    private static DocumentedBytes sums(long scale, long... sums) {
        return new DocumentedBytes()
                .text("WLCS")
                .ints(1, 1)
                .longs(scale)
                .ints(7)
                .longs(sums)
                .checksumFrom(0);
    }

    @Test
    void matrices() {
        Reader reader = (in, size) -> MatrixFormat.read(in, "file", size);
        String sizes = "expected a file of the size of its matrix";
        // Of the length that these numbers make.
        refuse(reader, matrix(-1, 1), sizes);
        refuse(reader, matrix(0, 0).ints(0), sizes);
        refuse(reader, matrix(0, -1).ints(0), sizes);
        refuse(reader, matrix(0, (1 << 20) + 1).ints(0), sizes);
        refuse(reader, matrix(1, 1).ints(0), sizes);
    }

    private static DocumentedBytes matrix(int rows, int columns) {
        return new DocumentedBytes().text("WORDLMAT").ints(1, rows, columns).checksumFrom(0);
    }

    @Test
    void bucketsOfPairs() {
        refuse(pairs(0), pairIndex(-5, 5), "expected a length of 0 or more, found -5");
        refuse(pairs(9), pairIndex(5, 5), "a damaged index");
        refuse(pairs(11), pairIndex(5, 5), "a damaged index");
    }

    private static Reader pairs(int contentBytes) {
        return (in, size) -> PairBucketsFormat.readIndex(in, "file", contentBytes + size, 3, 1, 2);
    }

    private static DocumentedBytes pairIndex(int first, int second) {
        return new DocumentedBytes()
                .text("WLPAIRS\0")
                .ints(1, 3, 1, 2)
                .ints(first, 0, second, 0)
                .checksumFrom(0);
    }

    @Test
    void models() {
        DocumentedBytes provenance = new DocumentedBytes().ints(1).ints(1, 1).text("kv");
        DocumentedBytes words = words(1, 2, 1, 1).text("ab");
        requireRead(model(provenance, words));
        refuse(model(provenance, words(-1, 2, 1, 1).text("ab")), "expected counts of at least 0");
        refuse(model(provenance, words(Long.MAX_VALUE, 1, 1, 1).text("ab")), "a sum below 2^63");
        refuse(model(provenance, words(1, 2, 1, 0).text("a")), "expected a word of 1 byte or more");
        refuse(model(provenance, words(1, 2, 1, 2).text("ab")), "expected a word of 1 byte or more within its section");
        refuse(model(provenance, words(1, 2, 1, 1).text("abc")), "expected words of 3 bytes together, found 2 bytes");
        refuse(model(provenance, words(1, 2, 1, 1).text("aa")), "expected every word once");
        String entries = "expected provenance entries that fill their section";
        refuse(
                model(
                        new DocumentedBytes()
                                .ints(2)
                                .ints(1, 1)
                                .text("kv")
                                .ints(1, 1)
                                .text("kv"),
                        words),
                entries);
        refuse(model(new DocumentedBytes().ints(1).ints(1, 1).text("kvw"), words), entries);
        refuse(model(new DocumentedBytes().ints(-1), words), entries);
        refuse(model(new DocumentedBytes().ints(1).ints(1, 9).text("kv"), words), "expected a text within its section");
        refuse(
                model(new DocumentedBytes().ints(1).ints(-1, 1).text("kv"), words),
                "expected a text within its section");
        String much = "x".repeat(1 << 24);
        refuse(
                model(new DocumentedBytes().ints(1).ints(1, much.length()).text("k" + much), words),
                "expected provenance of at most 16777216 bytes");
    }

    /** A word of a model may be of anything. */
    @Test
    void messagesQuoteAPartOfOneLine() {
        DocumentedBytes provenance = new DocumentedBytes().ints(0);
        for (String word : new String[] {"a\nb", "x".repeat(100_000), "\n".repeat(100_000)}) {
            byte[] file = model(
                            provenance,
                            words(1, 2, word.length(), word.length()).text(word + word))
                    .toBytes();
            assertThatThrownBy(() -> WordModelFormat.read(new ByteArrayInputStream(file), "file", file.length))
                    .isInstanceOf(WordloomException.class)
                    .hasMessageContaining("expected every word once, found the word '"
                            + word.substring(0, 1).replace('\n', '\uFFFD'))
                    .hasMessageContaining("occurs twice, as ids 0 and 1")
                    .extracting(Throwable::getMessage)
                    .satisfies(message -> assertThat(message.lines()).hasSize(1))
                    .satisfies(message -> assertThat(message).hasSizeLessThan(600));
        }
    }

    @Test
    void wordsThatAreOnlyClaimedTakeNoMemory() {
        int words = 1 << 30;
        DocumentedBytes file = new DocumentedBytes()
                .text("WORDLOOM")
                .ints(1, words, 1, 0, 1)
                .longs(40 + 4 * 16 + 4 + 13L * words + 4L * words)
                .checksumFrom(0)
                .section(1, new DocumentedBytes().ints(0))
                .ints(2)
                .longs(13L * words)
                .longs(new long[10]);
        Vectors.assertAllocatesBelow(
                1 << 20,
                () -> refuse(
                        (in, size) -> WordModelFormat.read(in, "file", -1),
                        file,
                        "expected a count, found the end of the file"));
    }

    private static DocumentedBytes words(long first, long second, int... lengths) {
        return new DocumentedBytes().longs(first, second).ints(lengths);
    }

    /** Two words, each with a vector of one value, and no output vectors. */
    private static DocumentedBytes model(DocumentedBytes provenance, DocumentedBytes words) {
        DocumentedBytes input = new DocumentedBytes().floats(1, 2);
        DocumentedBytes output = new DocumentedBytes();
        return new DocumentedBytes()
                .text("WORDLOOM")
                .ints(1, 2, 1, 0, 1)
                .longs(40 + 4 * 16 + provenance.size() + words.size() + input.size())
                .checksumFrom(0)
                .section(1, provenance)
                .section(2, words)
                .section(3, input)
                .section(4, output);
    }

    /** Added, the wider ones would end outside of the sum, and of the narrower ones only a part be a sum. */
    @ParameterizedTest
    @CsvSource({"2, 5", "5, 2"})
    void vectorsOfDifferentDimensionsAreNotAdded(int inputColumns, int outputColumns) throws IOException {
        byte[] file = modelOfColumns(inputColumns, outputColumns).toBytes();
        for (VectorSelection selection : new VectorSelection[] {VectorSelection.SUM, VectorSelection.AVERAGE}) {
            WordModel model = WordModelFormat.read(new ByteArrayInputStream(file), "file", file.length);
            for (ThrowingCallable reading : List.<ThrowingCallable>of(
                    () -> selected(file, selection, Integer.MAX_VALUE),
                    () -> selected(file, selection, 1),
                    () -> selection.select(model))) {
                assertThatThrownBy(reading)
                        .isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                                .isEqualTo(ExitCode.USAGE))
                        .hasMessageContaining("have " + inputColumns + " and " + outputColumns + " values");
            }
        }
        for (int words : new int[] {1, Integer.MAX_VALUE}) {
            int rows = Math.min(words, 2);
            WordVectors output = selected(file, VectorSelection.OUTPUT, words);
            WordVectors both = selected(file, VectorSelection.CONCAT, words);
            assertThat(output.matrix().rows()).isEqualTo(rows);
            assertThat(both.matrix().rows()).isEqualTo(rows);
            for (int row = 0; row < rows; row++) {
                float[] second = ascending(100 + row * outputColumns, outputColumns);
                assertThat(output.matrix().row(row)).containsExactly(second);
                assertThat(both.matrix().row(row))
                        .startsWith(ascending(row * inputColumns, inputColumns))
                        .endsWith(second)
                        .hasSize(inputColumns + outputColumns);
            }
        }
    }

    private static WordVectors selected(byte[] file, VectorSelection selection, int maxWords) throws IOException {
        return WordModelFormat.readSelected(new ByteArrayInputStream(file), "file", file.length, selection, maxWords);
    }

    /** Two words with an input and an output vector; input values count up from 0, output values from 100. */
    private static DocumentedBytes modelOfColumns(int inputColumns, int outputColumns) {
        DocumentedBytes provenance = new DocumentedBytes().ints(0);
        DocumentedBytes words = words(1, 2, 1, 1).text("ab");
        DocumentedBytes input = new DocumentedBytes().floats(ascending(0, 2 * inputColumns));
        DocumentedBytes output = new DocumentedBytes().floats(ascending(100, 2 * outputColumns));
        return new DocumentedBytes()
                .text("WORDLOOM")
                .ints(1, 2, inputColumns, 2, outputColumns)
                .longs(40 + 4 * 16 + provenance.size() + words.size() + input.size() + output.size())
                .checksumFrom(0)
                .section(1, provenance)
                .section(2, words)
                .section(3, input)
                .section(4, output);
    }

    private static float[] ascending(int first, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = first + i;
        }
        return values;
    }

    private static void requireRead(DocumentedBytes model) {
        byte[] file = model.toBytes();
        try {
            assertThat(WordModelFormat.read(new ByteArrayInputStream(file), "file", file.length)
                            .vocabulary()
                            .word(1))
                    .isEqualTo("b");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Files of another version, or of another kind: their checksums fit, since whoever writes them sums too. */
    @ParameterizedTest
    @MethodSource
    void otherVersionsAndOtherFilesAreRefused(String magic, DocumentedBytes file, int headerBytes, Reader reader)
            throws IOException {
        reader.read(new ByteArrayInputStream(file.toBytes()), file.size());
        int letters = magic.length();
        for (int version : new int[] {0, 2, 1 << 24 | 1}) {
            byte[] other = file.toBytes();
            little(other).putInt(letters, version);
            refuse(reader, summed(other, headerBytes), "expected version 1, found version " + version);
        }
        for (int letter = 0; letter < letters; letter++) {
            byte[] other = file.toBytes();
            other[letter] ^= 0x20;
            refuse(reader, summed(other, headerBytes), "begins with ");
        }
    }

    static Stream<Arguments> otherVersionsAndOtherFilesAreRefused() {
        DocumentedBytes model = model(
                new DocumentedBytes().ints(1).ints(1, 1).text("kv"),
                words(1, 2, 1, 1).text("ab"));
        DocumentedBytes cells = new DocumentedBytes()
                .text("WLCELLS\0")
                .ints(1, 1, 0, 0, 0, 0, 0)
                .longs(0, 64)
                .checksumFrom(0)
                .checksumFrom(56)
                .checksumFrom(60);
        DocumentedBytes rows = new DocumentedBytes()
                .text("WLROWBLK")
                .ints(1, 1, 5, 1, 1)
                .checksumFrom(0)
                .floats(3)
                .checksumFrom(32);
        DocumentedBytes gloveRows = new DocumentedBytes()
                .text("WLGLVBLK")
                .ints(1, 1, 5, 0, 1)
                .checksumFrom(0)
                .checksumFrom(32);
        DocumentedBytes matrix = matrix(1, 1).floats(3).checksumFrom(24);
        DocumentedBytes index = index(1, 0, 0, 0, 0);
        DocumentedBytes sums = sums(1, 1, 1);
        DocumentedBytes pairs = pairIndex(5, 5);
        return Stream.of(
                file("WORDLOOM", model, 40, (in, size) -> WordModelFormat.read(in, "file", size)),
                file("WLCELLS\0", cells, 56, (in, size) -> CellsFormat.read(in, "file", size)),
                file("WLCI", index, index.size(), (in, size) -> CellsIndexFormat.read(in, "file", size)),
                file("WLCS", sums, sums.size(), (in, size) -> PairSumsFormat.read(in, "file", size, 1, 7)),
                file("WLROWBLK", rows, 32, (in, size) -> RowBlockFormat.read(in, "file", size, 1, 5, 1, 1)),
                file("WLGLVBLK", gloveRows, 32, (in, size) -> GloveBlockFormat.read(in, "file", size)),
                file("WORDLMAT", matrix, 24, (in, size) -> MatrixFormat.read(in, "file", size)),
                file("WLPAIRS\0", pairs, pairs.size(), pairs(10)));
    }

    private static Arguments file(String magic, DocumentedBytes file, int headerBytes, Reader reader) {
        return Arguments.of(magic, file, headerBytes, reader);
    }

    /** The file with a checksum that fits its header, whose last four bytes it is. */
    private static byte[] summed(byte[] file, int headerBytes) {
        CRC32C sum = new CRC32C();
        sum.update(file, 0, headerBytes - Integer.BYTES);
        little(file).putInt(headerBytes - Integer.BYTES, FormatChecksum.of(sum));
        return file;
    }

    private static ByteBuffer little(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void refuse(DocumentedBytes model, String message) {
        refuse((in, size) -> WordModelFormat.read(in, "file", size), model, message);
    }

    private static void refuse(Reader reader, DocumentedBytes bytes, String message) {
        refuse(reader, bytes.toBytes(), message);
    }

    private static void refuse(Reader reader, byte[] file, String message) {
        assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(file), file.length))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining("file")
                .hasMessageContaining(message);
    }
}
