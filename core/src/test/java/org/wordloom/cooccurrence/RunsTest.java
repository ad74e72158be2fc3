package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Sorted runs on disk: merged they give all sums, with any number open at once; damage and full disks are errors. */
class RunsTest {
    private static final int BLOCKS = 4;
    private static final int ROWS_OF_BLOCK = 50;

    @TempDir
    Path folder;

    @Test
    void anyFanInGivesTheSameSums() throws IOException {
        TestRandom random = TestRandom.create();
        for (int runs : new int[] {0, 1, 2, 3, 4, 5, 9, 40}) {
            for (int fanIn : new int[] {2, 3, 7, 100}) {
                Map<String, Long> expected = new TreeMap<>();
                FileRunStore store = FileRunStore.within(folder);
                for (int run = 0; run < runs; run++) {
                    writeRun(store, random, expected);
                }
                try (BucketCursor merged = new RunMerger(store, fanIn).merge(runs)) {
                    assertThat(read(merged))
                            .as("%d runs, %d at once", runs, fanIn)
                            .isEqualTo(expected);
                }
                assertThat(folder).isEmptyDirectory();
            }
        }
    }

    @Test
    void bucketsMayBeLeftHalfRead() throws IOException {
        TestRandom random = TestRandom.create();
        Map<String, Long> expected = new TreeMap<>();
        FileRunStore store = FileRunStore.within(folder);
        for (int run = 0; run < 3; run++) {
            writeRun(store, random, expected);
        }
        try (BucketCursor merged = new RunMerger(store, 10).merge(3)) {
            while (merged.nextBucket()) {
                PairCursor pairs = merged.pairs();
                for (int i = random.below(20); i > 0 && pairs.next(); i--) {
                    assertThat(expected).containsEntry(key(merged, pairs), pairs.sum());
                }
            }
        }
    }

    @Test
    void packedPairsThatMustWaitEndARun() throws IOException {
        try (FileRunStore store = FileRunStore.within(folder)) {
            long least = RunWriter.leastBufferBytes(2);
            RunWriter writer = new RunWriter(store, 2, 2 * least);
            Map<String, Long> expected = new TreeMap<>();
            writer.beginRowBlock(0, 0);
            for (int row = 0; row < 20_000; row++) {
                writer.add(0, row, 1, 1);
                writer.add(1, row, 2, 2);
                expected.put("0 0 " + row + " 1", 1L);
                expected.put("0 1 " + row + " 2", 2L);
            }
            writer.endRowBlock();
            writer.endRun();
            assertThat(writer.runs()).isGreaterThan(3);
            assertThat(writer.memoryBytes()).isLessThanOrEqualTo(2 * least);
            try (BucketCursor merged = new RunMerger(store, 100).merge(writer.runs())) {
                assertThat(read(merged)).isEqualTo(expected);
            }
        }
    }

    @Test
    void aSumBeyond64BitsIsAnErrorAlsoAcrossRuns() throws IOException {
        PairEncoder encoder = new PairEncoder();
        encoder.add(1, 1, Long.MAX_VALUE - 5);
        byte[] large = encoder.take();
        encoder.add(1, 1, 6);
        byte[] small = encoder.take();
        PairCursor merged = MergedPairs.of(List.of(new PairDecoder(large, "a"), new PairDecoder(small, "b")));
        assertThatThrownBy(merged::next).isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                .isEqualTo(ExitCode.INPUT));
    }

    @Test
    void everyTruncationAndEveryChangedByteIsFound() throws IOException {
        FileRunStore store = FileRunStore.within(folder);
        writeRun(store, TestRandom.create(), new TreeMap<>());
        Path file = Path.of(store.name(0));
        byte[] run = Files.readAllBytes(file);
        for (int length = 0; length < run.length; length++) {
            Files.write(file, Arrays.copyOf(run, length));
            assertDamaged("cut to " + length, store);
        }
        Files.write(file, Arrays.copyOf(run, run.length + 1));
        assertDamaged("a byte too many", store);
        for (int at = 0; at < run.length; at++) {
            byte[] changed = run.clone();
            changed[at] ^= (byte) (1 << at % 8);
            Files.write(file, changed);
            assertDamaged("byte " + at + " changed", store);
        }
        store.close();
    }

    @Test
    void aFullDiskIsAClearError() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        FileRunStore store = FileRunStore.within(folder);
        Files.createSymbolicLink(Path.of(store.name(0)), full);
        try (FrameWriter file = new FrameWriter(store.create())) {
            assertThatThrownBy(() -> file.write(0, 0, new byte[100]))
                    .isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(ExitCode.OUTPUT))
                    .hasMessageContaining(store.name(0))
                    .hasMessageContaining("No space left")
                    .hasMessageContaining("make room");
        }
        store.close();
        assertThat(folder).isEmptyDirectory();
    }

    /** Linux gives a file whose first byte cannot be read: memory that no process has. */
    @Test
    void aRunThatCannotBeReadBackIsAClearError() throws IOException {
        Path failing = Path.of("/proc/self/mem");
        assumeThat(failing).exists();
        FileRunStore store = FileRunStore.within(folder);
        Path run = Path.of(store.name(0));
        Files.createSymbolicLink(run, failing);
        assertUnreadable(() -> new RunReader(store, 0), run);
        Files.delete(run);
        assertUnreadable(() -> new RunReader(store, 0), run);
        store.close();
        assertThat(folder).isEmptyDirectory();
    }

    private static void assertUnreadable(ThrowingCallable reading, Path run) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
                .hasMessageContaining("cannot read back counts from " + run)
                .hasMessageContaining("another folder for temporary files, and run again");
    }

    @Test
    void aMissingFolderIsAClearError() {
        assertThatThrownBy(() -> FileRunStore.within(folder.resolve("nowhere")))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
                .hasMessageContaining("nowhere");
    }

    /** A run of random pairs, whose sums are added to {@code expected} as well. */
    private static void writeRun(FileRunStore store, TestRandom random, Map<String, Long> expected) throws IOException {
        RunWriter writer = new RunWriter(store, BLOCKS, 1 << 20);
        for (int rowBlock = 0; rowBlock < BLOCKS; rowBlock++) {
            writer.beginRowBlock(rowBlock, 0);
            for (int row = random.below(ROWS_OF_BLOCK); row < ROWS_OF_BLOCK; row += 1 + random.below(20)) {
                for (int columnBlock = random.below(BLOCKS); columnBlock < BLOCKS; columnBlock++) {
                    int column = random.below(ROWS_OF_BLOCK);
                    long sum = 1L + random.below(1000);
                    writer.add(columnBlock, row, column, sum);
                    expected.merge(rowBlock + " " + columnBlock + " " + row + " " + column, sum, Long::sum);
                }
            }
            writer.endRowBlock();
        }
        // At least one pair, or there would be no run.
        writer.beginRowBlock(BLOCKS - 1, 0);
        writer.add(BLOCKS - 1, ROWS_OF_BLOCK, 0, 1);
        expected.merge((BLOCKS - 1) + " " + (BLOCKS - 1) + " " + ROWS_OF_BLOCK + " 0", 1L, Long::sum);
        writer.endRun();
    }

    private static Map<String, Long> read(BucketCursor buckets) throws IOException {
        Map<String, Long> sums = new TreeMap<>();
        while (buckets.nextBucket()) {
            PairCursor pairs = buckets.pairs();
            while (pairs.next()) {
                assertThat(sums.put(key(buckets, pairs), pairs.sum())).isNull();
            }
        }
        return sums;
    }

    private static String key(BucketCursor buckets, PairCursor pairs) {
        return buckets.rowBlock() + " " + buckets.columnBlock() + " " + pairs.row() + " " + pairs.column();
    }

    private static void assertDamaged(String what, FileRunStore store) {
        assertThatThrownBy(() -> readRun(store))
                .as(what)
                .isInstanceOfSatisfying(
                        WordloomException.class,
                        e -> assertThat(e.exitCode()).as(what).isEqualTo(ExitCode.FORMAT));
    }

    private static void readRun(FileRunStore store) throws IOException {
        try (RunReader reader = new RunReader(store, 0)) {
            read(reader);
        }
    }
}
