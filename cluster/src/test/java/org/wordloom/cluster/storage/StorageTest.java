package org.wordloom.cluster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.output.OutputFolder;

class StorageTest {
    private final Storage storage = Storage.local();

    @TempDir
    private Path folder;

    @Test
    void addressesThatNobodyKnowsAreNamedInPlainWords() {
        assertRefused("foo://x/y", ExitCode.INPUT, "no file system is known by that scheme");
        assertRefused("hdfs://nohost.invalid:1/y", ExitCode.INPUT, "no host of that name is known");
    }

    @Test
    void aHostThatDoesNotAnswerIsNamed() {
        String nobody = "127.0.0.1:1"; // a port that nothing listens on
        String advice = " cannot be reached; check host and port, and that the file system runs there";
        assertRefused("hdfs://" + nobody + "/y", ExitCode.INPUT, "localhost:1" + advice);
        assertRefused("ftp://" + nobody + "/y", ExitCode.INPUT, nobody + advice);
        assertRefused("hdfs:///y", ExitCode.INPUT, "names no host");
        assertRefused("file://host/y", ExitCode.INPUT, "without a host");
    }

    @Test
    void aFileSystemWithoutItsJarsIsSaidSo() {
        assertRefused("s3a://bucket/y", ExitCode.INPUT, "the jars of its file system are missing");
    }

    @Test
    void anOutputThatCannotBeAskedForIsAnOutputError() {
        String output = "hdfs://127.0.0.1:1/vectors";
        assertThatThrownBy(() -> OutputFolder.create(storage, output, false))
                .isInstanceOfSatisfying(WordloomException.class, error -> assertThat(error.exitCode())
                        .isEqualTo(ExitCode.OUTPUT))
                .hasMessageContaining("cannot write " + output);
    }

    @Test
    void aColonInANameIsNoScheme() {
        assertThat(Storage.path("o:7").toUri().getPath()).endsWith("o:7");
        assertThat(Storage.path("o:7").toUri().getScheme()).isNull();
        assertThat(Storage.path("hdfs:/o:7").toUri().getScheme()).isEqualTo("hdfs");
        assertThat(Storage.child("file:/tmp", ".o:7.staging")).isEqualTo("file:/tmp/.o:7.staging");
        assertThat(Storage.child("o:7", "cells/a")).endsWith("o:7/cells/a");
        assertRefused("hdfs:data", ExitCode.INPUT, "a file whose name holds a colon is written ./NAME");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidSo() {
        assertThatThrownBy(() -> storage.create("/proc/nowhere/file").close())
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("the folder cannot be made there");
    }

    @Test
    void aFullDiskIsAnOutputErrorThatNamesTheFile() throws IOException {
        Path full = Path.of("/dev/full"); // Linux's device that never has room
        assumeThat(full).exists();
        Path file = Files.createSymbolicLink(folder.resolve("vectors.txt"), full);
        OutputStream out = storage.create(file.toString());
        out.write(1);
        assertThatThrownBy(out::close)
                .isInstanceOfSatisfying(WordloomException.class, error -> assertThat(error.exitCode())
                        .isEqualTo(ExitCode.OUTPUT))
                .hasMessageContaining("vectors.txt: no space is left there");
    }

    @Test
    void theFirstWholeFileStays() throws IOException {
        Path place = folder.resolve("part");
        for (String attempt : new String[] {"first", "second, longer"}) {
            Path temporary = Files.writeString(folder.resolve("part-1"), attempt);
            storage.publish(temporary.toString(), place.toString());
            assertThat(place).hasContent("first");
            assertThat(temporary).doesNotExist();
        }
        assertThatThrownBy(() -> storage.publish(
                        folder.resolve("none").toString(),
                        folder.resolve("other").toString()))
                .isInstanceOf(WordloomException.class);
    }

    private void assertRefused(String path, ExitCode code, String message) {
        assertThatThrownBy(() -> storage.open(path)).isInstanceOfSatisfying(WordloomException.class, error -> {
            assertThat(error.exitCode()).isEqualTo(code);
            assertThat(error).hasMessageContaining(message);
        });
    }
}
