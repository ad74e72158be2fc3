package org.wordloom.cluster.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.cooccurrence.PairEncoder;

/** A file of pairs that cannot be used is told with its folder, and what to do. */
class SegmentStoreTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderThatIsGone() {
        Path gone = folder.resolve("gone");
        SegmentStore store = new SegmentStore(1, 0, gone);
        assertUnusable(() -> store.segment(0, 0, 0, pair(), 1), "cannot write pairs to a file in " + gone);
    }

    @Test
    void aFileThatCannotBeReadBack() throws IOException {
        SegmentStore store = new SegmentStore(1, 0, folder);
        store.segment(0, 0, 0, pair(), 1);
        assertThat(store.cells(new BlockVisit(0, 0, 0)).size()).isEqualTo(1);
        store.close(); // what is not open fails as a disk does
        assertUnusable(() -> store.cells(new BlockVisit(0, 0, 0)), "cannot read back pairs from a file in " + folder);
        assertThat(folder).isEmptyDirectory();
    }

    private static byte[] pair() {
        PairEncoder encoder = new PairEncoder();
        encoder.add(0, 0, 1);
        return encoder.take();
    }

    private static void assertUnusable(ThrowingCallable use, String what) {
        assertThatThrownBy(use)
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
                .hasMessageStartingWith(what)
                .hasMessageContaining("spark.local.dir");
    }
}
