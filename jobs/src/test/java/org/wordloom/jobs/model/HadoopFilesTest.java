package org.wordloom.jobs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.storage.Storage;

class HadoopFilesTest {
    @TempDir
    private Path folder;

    private Path file;
    private Supplier<Storage> storage;
    private HadoopFiles access;

    @BeforeEach
    void open() {
        Configuration configuration = new Configuration();
        configuration.setClass("fs.frail.impl", FrailRenames.class, org.apache.hadoop.fs.FileSystem.class);
        configuration.setBoolean("fs.frail.impl.disable.cache", true);
        file = folder.resolve("vectors.bin");
        storage = () -> new Storage(configuration);
        access = new HadoopFiles("frail://" + file, storage);
        FrailRenames.failsFrom = Integer.MAX_VALUE;
        FrailRenames.renames = 0;
    }

    @Test
    void aFileIsReplacedWholeAndLeavesNothingBesideIt() throws IOException {
        access.write(false, out -> out.write('o'));
        assertThat(file).hasContent("o");
        access.write(true, out -> out.write('n'));
        assertThat(file).hasContent("n");
        assertThat(names()).containsExactly("vectors.bin");
    }

    @Test
    void whatWasThereComesBackWhenTheNewFileCannotHaveItsName() throws IOException {
        Files.writeString(file, "old");
        FrailRenames.failsFrom = 2;
        FrailRenames.failsUntil = 2;
        assertThatThrownBy(() -> access.write(true, out -> out.write('n')))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
                .hasMessageContaining("vectors.bin");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("vectors.bin");
    }

    @Test
    void theErrorSaysWhereTheEarlierFileIsWhenItCannotComeBack() throws IOException {
        Files.writeString(file, "old");
        FrailRenames.failsFrom = 2;
        FrailRenames.failsUntil = 3;
        assertThatThrownBy(() -> access.write(true, out -> out.write('n')))
                .hasMessageContainingAll("what was there before is in", ".vectors.bin.old");
        assertThat(folder.resolve(".vectors.bin.old")).hasContent("old");
    }

    @Test
    void aFolderIsMadeWholeWhateverARunBeforeLeft() throws IOException {
        for (String name : List.of("plain", "slash/", "slashes//")) {
            String made = name.replace("/", "");
            Path left = Files.createDirectory(folder.resolve("." + made + ".part"));
            Files.writeString(left.resolve("old.json"), "old");
            folder(name).makeFolder(List.of("a.json", "b.txt"), files -> {
                assertThat(folder.resolve(made)).doesNotExist();
                files.get(0).write('a');
                files.get(1).write('b');
            });
            assertThat(folder.resolve(made)).isDirectoryNotContaining("glob:**old.json");
            assertThat(folder.resolve(made).resolve("a.json")).hasContent("a");
            assertThat(folder.resolve(made).resolve("b.txt")).hasContent("b");
        }
        assertThat(names()).containsExactlyInAnyOrder("plain", "slash", "slashes");
    }

    @Test
    void aFolderThatCannotBeMadeLeavesNothing() throws IOException {
        refuses("disk full", files -> {
            files.get(0).write('a');
            throw new IOException("disk full");
        });
        refuses("no such piece", files -> {
            files.get(0).write('a');
            throw new WordloomException(ExitCode.OUTPUT, "no such piece");
        });
        FrailRenames.failsFrom = 1;
        FrailRenames.failsUntil = 1;
        refuses("the name node has gone", files -> files.get(0).write('a'));
    }

    private void refuses(String message, FileAccess.FolderWriter writer) throws IOException {
        assertThatThrownBy(() -> folder("made").makeFolder(List.of("a.json"), writer))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
                .hasMessageContaining(message);
        assertThat(names()).isEmpty();
    }

    private FileAccess folder(String name) {
        return new HadoopFiles("frail://" + folder + "/" + name, storage);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    /** Local files some of whose renames fail, as those of a file system that is going down. */
    public static final class FrailRenames extends RawLocalFileSystem {
        /** The first and the last rename that fails, counted from 1. */
        private static int failsFrom;

        private static int failsUntil;
        private static int renames;

        @Override
        public URI getUri() {
            return URI.create("frail:///");
        }

        @Override
        public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) throws IOException {
            renames++;
            if (renames >= failsFrom && renames <= failsUntil) {
                throw new IOException("the name node has gone");
            }
            return super.rename(from, to);
        }
    }
}
