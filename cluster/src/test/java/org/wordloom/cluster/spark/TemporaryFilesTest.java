package org.wordloom.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Spark ends the JVM when it finds no folder for temporary files: it is not started then. */
class TemporaryFilesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void settingNamesTheFolders() {
        assumeThat(System.getenv("SPARK_LOCAL_DIRS")).isNull();
    }

    @Test
    void oneFolderThatCanBeMadeSuffices() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        TemporaryFiles.requireFolder(configuration(file + "/in," + folder.resolve("new/folder")));
        assertThat(folder.resolve("new/folder")).isEmptyDirectory();
    }

    @Test
    void noFolderIsAnErrorThatNamesAll() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> TemporaryFiles.requireFolder(configuration(file + "," + file + "/in")))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
                .hasMessageStartingWith("Spark has no folder for temporary files (")
                .hasMessageContaining(file + "; ")
                .hasMessageContaining(file + "/in")
                .hasMessageContaining("spark.local.dir=FOLDER");
    }

    private static SparkConf configuration(String folders) {
        return new SparkConf(false).set("spark.local.dir", folders);
    }
}
