package org.wordloom.cluster.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.output.FolderManifest;
import org.wordloom.cluster.output.FolderManifest.Entry;
import org.wordloom.cluster.storage.Storage;

class CheckpointFolderTest {
    /** As many as 1000 replicas of 20 million words of 300 values have. */
    private static final int BLOCKS = 183_000;

    private final Storage storage = Storage.local();

    @TempDir
    private Path folder;

    @Test
    void aManifestOfManyBlocksCanBeReadAgain() {
        SortedMap<String, Entry> files = new TreeMap<>();
        for (int block = 0; block < BLOCKS; block++) {
            files.put("columns-" + block + ".1000000.block", new Entry(268_435, -block));
        }
        new FolderManifest(files).write(storage, folder.toString());
        assertThat(FolderManifest.read(storage, folder.toString()).files()).isEqualTo(files);
    }

    @Test
    void aRecordAsLongAsThatOfManyBlocksCanBeReadAgain() {
        CheckpointFolder checkpoints = new CheckpointFolder(storage, folder.toString(), CheckpointUnit.STEP);
        // Blocks would have to be there, each with its file.
        String filler = "x".repeat(BLOCKS * 106);
        Checkpoint checkpoint =
                new Checkpoint(1, new TreeMap<>(Map.of("filler", filler)), List.of(), List.of(), List.of());
        String written = checkpoints.commit(checkpoints.begin(), checkpoint);
        assertThat(checkpoints.read(written).identity()).isEqualTo(checkpoint.identity());
    }

    /** As long as entries may be. */
    @Test
    void roomIsReckonedForTheLongestEntries() {
        WrittenBlock longest = new WrittenBlock(
                "columns-2147483647." + Long.MAX_VALUE + ".block", Integer.MAX_VALUE, Integer.MIN_VALUE);
        int blocks = 1000;
        Checkpoint checkpoint = new Checkpoint(
                1,
                new TreeMap<>(),
                List.of(),
                Collections.nCopies(blocks, longest),
                Collections.nCopies(blocks, longest));
        assertThat(CheckpointJson.write(checkpoint).length / (2.0 * blocks))
                .isBetween(0.5 * CheckpointFolder.MAX_BLOCK_BYTES, 1.0 * CheckpointFolder.MAX_BLOCK_BYTES);
        int most = CheckpointFolder.MAX_RECORD_BYTES / CheckpointFolder.MAX_BLOCK_BYTES;
        CheckpointFolder.requireRoom(most);
        assertThatThrownBy(() -> CheckpointFolder.requireRoom(most + 1))
                .isInstanceOfSatisfying(WordloomException.class, refusal -> assertThat(refusal.exitCode())
                        .isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("use fewer --replicas or --blocks");
    }

    @Test
    void aRecordThatCouldNotBeReadAgainIsNotWritten() {
        long most = CheckpointFolder.MAX_RECORD_BYTES;
        CheckpointFolder.requireReadable(most, 7, "here");
        assertThatThrownBy(() -> CheckpointFolder.requireReadable(most + 1, 7, "here"))
                .isInstanceOfSatisfying(WordloomException.class, refusal -> assertThat(refusal.exitCode())
                        .isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("here would name 7 blocks");
    }
}
