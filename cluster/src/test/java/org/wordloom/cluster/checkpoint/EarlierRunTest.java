package org.wordloom.cluster.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.storage.Storage;

class EarlierRunTest {
    private final Storage storage = Storage.local();
    private String path;

    @TempDir
    private Path folder;

    @BeforeEach
    void nameThePath() {
        path = folder.resolve("checkpoints").toString();
    }

    @Test
    void whereNothingWasKeptThereIsNoEarlierRun() {
        assertThat(EarlierRun.find(storage, path)).isEmpty();
    }

    @Test
    void theScheduleAndItsNumbersAreThoseOfTheCheckpoint() {
        write(CheckpointUnit.STRATUM, 3, Map.of("--blocks", "64", "model", "words"));
        EarlierRun found = EarlierRun.find(storage, path).orElseThrow();
        assertThat(found.unit()).isEqualTo(CheckpointUnit.STRATUM);
        assertThat(found.number("--blocks")).isEqualTo(64);
        assertThat(found.number("--replicas")).isZero();
        assertThatThrownBy(() -> found.number("model"))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining("model is 'words', no number");
    }

    /** As the run that goes on passes over it. */
    @Test
    void aDamagedCheckpointIsPassedOver() throws IOException {
        write(CheckpointUnit.STEP, 1, Map.of("--replicas", "2"));
        String newest = write(CheckpointUnit.STEP, 2, Map.of("--replicas", "3"));
        assertThat(EarlierRun.find(storage, path).orElseThrow().number("--replicas"))
                .isEqualTo(3);
        Files.writeString(Path.of(newest, "checkpoint.json"), "{");
        assertThat(EarlierRun.find(storage, path).orElseThrow().number("--replicas"))
                .isEqualTo(2);
    }

    private String write(CheckpointUnit unit, long steps, Map<String, String> identity) {
        CheckpointFolder checkpoints = new CheckpointFolder(storage, path, unit);
        return checkpoints.commit(
                checkpoints.begin(), new Checkpoint(steps, new TreeMap<>(identity), List.of(), List.of(), List.of()));
    }
}
