package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cooccurrence.BlockPair;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.cooccurrence.CellsBuilder;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.cooccurrence.WeightUnits;

/** Files of cells read back as they were, and a damaged or hostile one ends in one clear error. */
class CellsFormatTest {
    private static final BlockPair PAIR = new BlockPair(4, 1, 2, 300, 500);

    @Test
    void cellsReadBackAsTheyWere() throws IOException {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 100; round++) {
            BlockPair pair = new BlockPair(9, 8, 0, 1 + random.below(400), 1 + random.below(400_000));
            Cells cells = randomCells(random, pair, random.below(3000));
            byte[] file = write(pair, cells);
            assertEqual(CellsFormat.read(new ByteArrayInputStream(file), "f", file.length, pair), cells);
            assertEqual(CellsFormat.read(new ByteArrayInputStream(file), "f", -1), cells);
        }
    }

    /** A vocabulary of millions has such distances; a row's first counts from -1. */
    @ParameterizedTest
    @ValueSource(ints = {126, 127, 16382, 16383, (1 << 21) - 2, (1 << 21) - 1, 1 << 21, (1 << 28) - 1, 1 << 28})
    void distancesOfEveryLengthReadBack(int place) throws IOException {
        int last = Integer.MAX_VALUE - 2;
        BlockPair pair = new BlockPair(1, 0, 0, last + 1, last + 1);
        requireReadsBack(
                pair, new Cells(new int[] {0, place, last}, new int[] {place, last, 0}, new float[] {1, 2, 3}));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "3, 3", "130, 2"})
    void aPairForEveryPlaceReadsBack(int rows, int columns) throws IOException {
        int[] rowOf = new int[rows * columns];
        int[] columnOf = new int[rows * columns];
        for (int cell = 0; cell < rowOf.length; cell++) {
            rowOf[cell] = cell / columns;
            columnOf[cell] = cell % columns;
        }
        float[] values = new float[rowOf.length];
        Arrays.fill(values, 0.5f);
        requireReadsBack(new BlockPair(1, 0, 0, rows, columns), new Cells(rowOf, columnOf, values));
    }

    private static void requireReadsBack(BlockPair pair, Cells cells) throws IOException {
        byte[] file = write(pair, cells);
        for (long size : new long[] {file.length, -1}) {
            assertEqual(CellsFormat.read(new ByteArrayInputStream(file), "f", size, pair), cells);
        }
    }

    @Test
    void theBytesOfANumberAreThoseThatAreWritten() throws IOException {
        for (int bits = 0; bits <= 31; bits++) {
            for (int number : new int[] {(1 << bits) - 1, bits == 31 ? 0 : 1 << bits}) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                FormatOutput out = new FormatOutput(bytes);
                out.writeNumber(number);
                out.flush();
                assertThat(FormatOutput.numberBytes(number)).as("%d", number).isEqualTo(bytes.size());
            }
        }
    }

    /** From a stream of unknown length: room grows with what is read. */
    @ParameterizedTest
    @ValueSource(ints = {4095, 4096, 4097, 5000, 8192, 8193, 20_000})
    void manyCellsOfAStreamReadBack(int size) throws IOException {
        int[] places = new int[size];
        float[] values = new float[size];
        for (int cell = 0; cell < size; cell++) {
            places[cell] = cell;
            values[cell] = cell + 1;
        }
        requireReadsBack(new BlockPair(1, 0, 0, size, size), new Cells(places, places, values));
    }

    @Test
    void cellsThatAreOnlyClaimedTakeNoMemory() {
        byte[] file = Arrays.copyOf(header(1, 0, 0, 1 << 20, 1 << 20, 1 << 30, 1L << 31), 160);
        Vectors.assertAllocatesBelow(
                1 << 20, () -> assertThatThrownBy(() -> CellsFormat.read(new ByteArrayInputStream(file), "f.cells", -1))
                        .isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                                .isEqualTo(ExitCode.FORMAT)));
    }

    @Test
    void noCellsReadBack() throws IOException {
        Cells none = new Cells(new int[0], new int[0], new float[0]);
        BlockPair empty = new BlockPair(1, 0, 0, 0, 0);
        byte[] file = write(empty, none);
        assertEqual(CellsFormat.read(new ByteArrayInputStream(file), "f", file.length, empty), none);
    }

    @Test
    void theBytesAreTheDocumentedOnes() throws IOException {
        BlockPair pair = new BlockPair(2, 0, 1, 3, 200);
        byte[] file = write(pair, new Cells(new int[] {0, 0, 2}, new int[] {1, 199, 0}, new float[] {1, 0.5f, 2}));
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(file, 0, 7, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("WLCELLS");
        assertThat(new int[] {bytes.getInt(8), bytes.getInt(12), bytes.getInt(16), bytes.getInt(20)})
                .containsExactly(1, 2, 0, 1);
        assertThat(new int[] {bytes.getInt(24), bytes.getInt(28), bytes.getInt(32)})
                .containsExactly(3, 200, 3);
        assertThat(bytes.getLong(36)).isEqualTo(8);
        assertThat(bytes.getLong(44)).isEqualTo(file.length);
        // Row 0 with columns 1 and 199, row 2 with column 0.
        assertThat(Arrays.copyOfRange(file, 56, 64)).containsExactly(1, 2, 2, 0xC6, 1, 2, 1, 1);
        assertThat(bytes.getFloat(68)).isEqualTo(1f);
    }

    @Test
    void everyTruncationIsFound() throws IOException {
        byte[] file = sample();
        for (int length = 0; length < file.length; length++) {
            assertDamaged("cut to " + length, Arrays.copyOf(file, length));
        }
        assertDamaged("a byte too many", Arrays.copyOf(file, file.length + 1));
    }

    @Test
    void everyChangedByteIsFound() throws IOException {
        byte[] file = sample();
        for (int at = 0; at < file.length; at++) {
            for (int mask : new int[] {0x01, 0x80, 0xFF}) {
                byte[] damaged = file.clone();
                damaged[at] ^= (byte) mask;
                assertDamaged("byte " + at + " ^ " + mask, damaged);
            }
        }
    }

    @Test
    void hostileSizesWithAFittingChecksumAreFoundBeforeAnythingIsAllocated() {
        String blocks = "expected blocks below their number, and sizes of at least 0";
        assertDamaged("a row block beyond P", header(4, 4, 0, 10, 10, 1, 3), blocks);
        assertDamaged("a column block beyond P", header(4, 0, 4, 10, 10, 1, 3), blocks);
        assertDamaged("a row block below 0", header(4, -1, 0, 10, 10, 1, 3), blocks);
        assertDamaged("a column block below 0", header(4, 0, -1, 10, 10, 1, 3), blocks);
        assertDamaged("no blocks", header(0, 0, 0, 10, 10, 1, 3), blocks);
        assertDamaged("rows below 0", header(1, 0, 0, -10, 10, 0, 0), blocks);
        assertDamaged("columns below 0", header(1, 0, 0, 10, -10, 0, 0), blocks);
        String sizes = "expected sizes that fit each other";
        assertDamaged("more cells than places", header(1, 0, 0, 10, 10, 101, 300), sizes);
        assertDamaged("cells below 0", header(1, 0, 0, 10, 10, -1, 3), sizes);
        assertDamaged("places too short", header(1, 0, 0, 10, 10, 50, 49), sizes);
        assertDamaged("places too long", header(1, 0, 0, 10, 10, 50, 351), sizes);
        assertDamaged("2^31 cells that are not there", header(1, 0, 0, 100_000, 100_000, Integer.MAX_VALUE, 1L << 32));
    }

    @Test
    void hostilePlacesWithAFittingChecksumAreFound() {
        assertDamaged("a row beyond the block", file(2, 9, 1, 1, 1, 1, 1), "expected a row from 0 to 2");
        assertDamaged("a column beyond the block", file(1, 1, 1, 4), "expected a column from 0 to 2");
        assertDamaged("the same column twice", file(2, 1, 2, 1, 0), "expected a column from 1 to 2");
        assertDamaged("the same row twice", file(2, 1, 1, 1, 0, 1, 1), "expected a row from 1 to 2");
        assertDamaged("a row without cells", file(1, 1, 0, 1), "expected 1 to 1 cells in a row, found 0");
        assertDamaged("more cells in a row than there are", file(1, 1, 2, 1, 1), "expected 1 to 1 cells in a row");
        assertDamaged("places that go on", file(1, 1, 1, 1, 1), "expected rows and columns of 4 bytes");
        assertDamaged(
                "a number of six bytes", file(1, 1, 1, 0x81, 0x80, 0x80, 0x80, 0x80, 0), "a number of 2^31 or more");
    }

    @Test
    void hostileValuesWithAFittingChecksumAreFound() {
        for (float value : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
            byte[] file = file(1, 1, 1, 1);
            ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putFloat(file.length - 8, value);
            bytes.putInt(file.length - 4, checksum(file, file.length - 8, 4));
            assertDamaged("a value of " + value, file, "expected values above 0");
        }
    }

    @Test
    void cellsOfOtherBlocksAreRefused() throws IOException {
        byte[] file = sample();
        assertThatThrownBy(() -> CellsFormat.read(
                        new ByteArrayInputStream(file), "cells/00001-00002.cells", file.length, PAIR.transposed()))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("cells/00001-00002.cells")
                .hasMessageContaining("expected cells of block (2, 1) of 4 x 4, 500 x 300 words")
                .hasMessageContaining("found cells of block (1, 2) of 4 x 4, 300 x 500 words");
    }

    @Test
    void whatIsNotACountIsNotWritten() {
        for (float value : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
            Cells cells = new Cells(new int[1], new int[1], new float[] {value});
            assertThatThrownBy(() -> write(PAIR, cells)).isInstanceOf(WordloomException.class);
        }
        Cells unsorted = new Cells(new int[] {1, 0}, new int[2], new float[] {1, 1});
        assertThatThrownBy(() -> write(PAIR, unsorted)).isInstanceOf(IllegalArgumentException.class);
        Cells outside = new Cells(new int[] {300}, new int[1], new float[] {1});
        assertThatThrownBy(() -> write(PAIR, outside)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPartitionGivesItsPairs() {
        BlockPartition partition = BlockPartition.equalMass(new long[] {5, 4, 3, 2, 1}, 2, 1);
        BlockPair pair = BlockPair.of(partition, 0, 1);
        assertThat(pair.rows() + pair.columns()).isEqualTo(5);
        assertThat(pair.transposed()).isEqualTo(BlockPair.of(partition, 1, 0));
    }

    private static byte[] sample() throws IOException {
        return write(PAIR, randomCells(TestRandom.fixed(1), PAIR, 60));
    }

    private static Cells randomCells(TestRandom random, BlockPair pair, int about) {
        CellsBuilder builder = new CellsBuilder(WeightUnits.of(CooccurrenceOptions.defaults()), 0);
        long places = (long) pair.rows() * pair.columns();
        long step = Math.max(1, places / Math.max(1, about));
        for (long place = random.below(100);
                place < places;
                place += 1 + random.below((int) Math.min(2 * step, 1 << 30))) {
            int row = (int) (place / pair.columns());
            builder.add(row, (int) (place % pair.columns()), 1 + random.below(1 << random.below(30)));
        }
        return builder.build();
    }

    /** A header for a file of 3 rows and columns whose checksum fits, and nothing after it. */
    private static byte[] header(
            int blocks, int rowBlock, int columnBlock, int rows, int columns, int cells, long placesBytes) {
        ByteBuffer bytes = ByteBuffer.allocate(CellsHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(CellsHeader.MAGIC).putInt(CellsHeader.VERSION);
        bytes.putInt(blocks).putInt(rowBlock).putInt(columnBlock).putInt(rows).putInt(columns);
        bytes.putInt(cells).putLong(placesBytes);
        bytes.putLong(CellsHeader.BYTES + placesBytes + 4L * cells + 8);
        bytes.putInt(checksum(bytes.array(), 0, bytes.position()));
        return bytes.array();
    }

    /** A whole file of 3 rows and 3 columns with these places, all checksums in order. */
    private static byte[] file(int cells, int... places) {
        ByteBuffer bytes = ByteBuffer.allocate(CellsHeader.BYTES + places.length + 4 * cells + 8)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(header(1, 0, 0, 3, 3, cells, places.length));
        for (int place : places) {
            bytes.put((byte) place);
        }
        bytes.putInt(checksum(bytes.array(), CellsHeader.BYTES, places.length));
        int values = bytes.position();
        for (int cell = 0; cell < cells; cell++) {
            bytes.putFloat(1);
        }
        bytes.putInt(checksum(bytes.array(), values, 4 * cells));
        return bytes.array();
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, length);
        return FormatChecksum.of(checksum);
    }

    private static byte[] write(BlockPair pair, Cells cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CellsFormat.write(pair, cells, out);
        return out.toByteArray();
    }

    private static void assertEqual(Cells actual, Cells expected) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(actual.columns()).isEqualTo(expected.columns());
        assertThat(actual.values()).isEqualTo(expected.values());
    }

    /** Many of these files end early, too: what is named must be what was meant. */
    private static void assertDamaged(String what, byte[] file, String message) {
        assertDamaged(what, file);
        for (long size : new long[] {file.length, -1}) {
            assertThatThrownBy(() -> CellsFormat.read(new ByteArrayInputStream(file), "f.cells", size))
                    .as(what)
                    .hasMessageContaining(message);
        }
    }

    private static void assertDamaged(String what, byte[] file) {
        for (long size : new long[] {file.length, -1}) {
            assertThatThrownBy(() -> CellsFormat.read(new ByteArrayInputStream(file), "f.cells", size))
                    .as(what)
                    .isInstanceOfSatisfying(
                            WordloomException.class,
                            e -> assertThat(e.exitCode()).as(what).isEqualTo(ExitCode.FORMAT))
                    .hasMessageContaining("f.cells")
                    .hasMessageContaining("at byte ");
        }
    }
}
