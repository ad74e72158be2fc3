package org.wordloom.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

class StorageTest {
    private final Storage storage = Storage.local();

    @Test
    void addressesThatNobodyKnowsAreNamedInPlainWords() {
        assertRefused("foo://x/y", ExitCode.INPUT, "no file system is known by that scheme");
        assertRefused("hdfs://nohost.invalid:1/y", ExitCode.INPUT, "no host of that name is known");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidSo() {
        assertThatThrownBy(() -> storage.create("/proc/nowhere/file").close())
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("the folder cannot be made there");
    }

    private void assertRefused(String path, ExitCode code, String message) {
        assertThatThrownBy(() -> storage.open(path)).isInstanceOfSatisfying(WordloomException.class, error -> {
            assertThat(error.exitCode()).isEqualTo(code);
            assertThat(error).hasMessageContaining(message);
        });
    }
}
