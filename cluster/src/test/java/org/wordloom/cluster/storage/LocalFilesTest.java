package org.wordloom.cluster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

class LocalFilesTest {
    @TempDir
    private Path folder;

    /** The reference is Hadoop's own class, which calls chmod. */
    @ParameterizedTest
    @ValueSource(strings = {"022", "077", "002"})
    void filesAndFoldersHaveThePermissionsThatHadoopGivesThem(String umask) throws IOException {
        Configuration configuration = new Configuration();
        configuration.set("fs.permissions.umask-mode", umask);
        RawLocalFileSystem hadoop = new RawLocalFileSystem();
        hadoop.initialize(folder.toUri(), configuration);
        hadoop.create(path("theirs/file"), true).close();
        new Storage(configuration)
                .create(folder.resolve("ours/file").toString())
                .close();
        assertThat(permissions("ours/file")).isEqualTo(permissions("theirs/file"));
        assertThat(permissions("ours")).isEqualTo(permissions("theirs"));
    }

    @Test
    void aStickyBitIsKept() throws IOException {
        Files.createDirectory(folder.resolve("shared"));
        LocalFiles files = LocalFiles.open(new Configuration());
        files.setPermission(path("shared"), new FsPermission((short) 01777));
        assertThat(files.getFileStatus(path("shared")).getPermission().getStickyBit())
                .isTrue();
        assertThat(permissions("shared")).isEqualTo("rwxrwxrwx");
    }

    /** Linux gives a file whose first byte cannot be read: memory that no process has. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatFailsIsAnExceptionAndNamedByWhoReads() throws IOException {
        String path = "/proc/self/mem";
        byte[] bytes = new byte[8];
        try (FSDataInputStream in = Storage.local().open(path)) {
            assertThatThrownBy(in::read).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> in.read(bytes)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> in.readFully(0, bytes)).isInstanceOf(IOException.class);
            InputStream named = new NamedInputStream(in, path);
            assertThatThrownBy(() -> named.read(bytes))
                    .isInstanceOfSatisfying(WordloomException.class, error -> assertThat(error.exitCode())
                            .isEqualTo(ExitCode.INPUT))
                    .hasMessageContaining("cannot read " + path);
        }
    }

    @Test
    void noProcessIsStarted() throws IOException, InterruptedException {
        Path events = folder.resolve("events.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ProcessStart");
            recording.start();
            Storage.local().create(folder.resolve("new/file").toString()).close();
            // So that it is known that processes are recorded.
            new ProcessBuilder("true", folder.resolve("witness").toString())
                    .start()
                    .waitFor();
            recording.stop();
            recording.dump(events);
        }
        List<String> commands = RecordingFile.readAllEvents(events).stream()
                .map((RecordedEvent event) -> event.getString("command"))
                .toList();
        assertThat(commands)
                .filteredOn(command -> command.contains(folder.toString()))
                .singleElement()
                .asString()
                .endsWith("witness");
    }

    private org.apache.hadoop.fs.Path path(String name) {
        return new org.apache.hadoop.fs.Path(folder.resolve(name).toUri());
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}
