package org.wordloom.cluster.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.format.PairBucketsFormat;
import org.wordloom.format.PairBucketsWriter;

/** What is wrong with a file of a cycle's pairs is said with the place in the file, not in the part that was read. */
class StoredPairsTest {
    private static final int BLOCKS = 3;
    private static final int FIRST_BYTES = 20;
    /** A number without an end. */
    private static final byte[] NO_PAIRS = {(byte) 0x80, (byte) 0x80, (byte) 0x80};

    @TempDir
    private Path folder;

    @Test
    void aBlockWithoutPairsIsEmpty() throws IOException {
        write();
        assertThat(stored().cells(new BlockVisit(0, 1, 2)).size()).isZero();
    }

    @Test
    void theIndexIsSaidToBeginWhereItDoes() throws IOException {
        Path file = write();
        byte[] bytes = Files.readAllBytes(file);
        int indexAt = bytes.length - PairBucketsFormat.indexBytes(BLOCKS);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(indexAt + Long.BYTES + 4 * Integer.BYTES, -5);
        Files.write(file, bytes);
        refused(
                0,
                file + " from byte " + indexAt + " is damaged",
                "at byte 28: expected a length of 0 or more, found -5");
    }

    @Test
    void thePairsAreSaidToBeginWhereTheyDo() throws IOException {
        Path file = write();
        refused(1, file + " from byte " + FIRST_BYTES);
    }

    private void refused(int columnBlock, String... parts) {
        assertThatThrownBy(() -> stored().cells(new BlockVisit(0, 1, columnBlock)))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContainingAll(parts);
    }

    private StoredPairs stored() {
        return new StoredPairs(Storage.local(), folder.toString(), BLOCKS, 1);
    }

    /** Of row block 1; the content of its column block 0 is never read here. */
    private Path write() throws IOException {
        Path file = Path.of(stored().file(0, 1));
        Files.createDirectories(file.getParent());
        byte[] first = new byte[FIRST_BYTES];
        Arrays.fill(first, (byte) 1);
        try (PairBucketsWriter writer = new PairBucketsWriter(Files.newOutputStream(file), 0, 1, BLOCKS)) {
            writer.add(0, first);
            writer.add(1, NO_PAIRS);
            writer.finish();
        }
        return file;
    }
}
