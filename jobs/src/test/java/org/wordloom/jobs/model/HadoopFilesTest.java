package org.wordloom.jobs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    private HadoopFiles access;

    @BeforeEach
    void open() {
        Configuration configuration = new Configuration();
        configuration.setClass("fs.frail.impl", FrailRenames.class, org.apache.hadoop.fs.FileSystem.class);
        configuration.setBoolean("fs.frail.impl.disable.cache", true);
        file = folder.resolve("vectors.bin");
        access = new HadoopFiles("frail://" + file, () -> new Storage(configuration));
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
