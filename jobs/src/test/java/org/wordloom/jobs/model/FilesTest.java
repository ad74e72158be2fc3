package org.wordloom.jobs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.output.FolderManifest;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordVectors;

class FilesTest {
    @TempDir
    Path folder;

    @Test
    void formatsAreRecognised() {
        assertThat(recognise("2 2\nking 0.5 -1e-3\nqueen 1 2\n")).isEqualTo(VectorFileFormat.WORD2VEC_TEXT);
        assertThat(recognise("2 2\nking \u0000\u0001\u0090?abcd\n")).isEqualTo(VectorFileFormat.WORD2VEC);
        assertThat(recognise("2 2\nnew york 0.5 1\nqueen 1 2\n")).isEqualTo(VectorFileFormat.WORD2VEC_TEXT);
        assertThat(recognise("2 2\r\nking 0,5 1\r\n")).isEqualTo(VectorFileFormat.WORD2VEC_TEXT);
        assertThat(recognise("WORDLOOM and more")).isEqualTo(VectorFileFormat.WORDLOOM);
        assertThat(recognise("king 0.5 -1e-3\nqueen 1 2\n")).isEqualTo(VectorFileFormat.GLOVE);
        assertThat(recognise("new york 0.5 1 2\n")).isEqualTo(VectorFileFormat.GLOVE);
        assertThat(recognise("the " + "-0.123456 ".repeat(500))).isEqualTo(VectorFileFormat.GLOVE);
    }

    @Test
    void whatIsNoFileOfVectorsIsToldWithWhatWasExpected() {
        for (String text : List.of("", "king 5\nqueen 1\n", "-2 5\nking 1 2\n", "WORDLO", "a text of words 7\n")) {
            assertThatThrownBy(() -> recognise(text))
                    .isInstanceOfSatisfying(WordloomException.class, error -> assertThat(error.exitCode())
                            .isEqualTo(ExitCode.FORMAT))
                    .hasMessageStartingWith("my.vec is no file of vectors: neither");
        }
    }

    /** Linux gives a file whose first byte cannot be read: memory that no process has. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatFailsWhileItIsReadIsNamed() throws IOException {
        String path = "/proc/self/mem";
        try (InputStream in = FileAccess.of(path).open()) {
            for (ThrowingCallable reading : List.<ThrowingCallable>of(in::read, in::readAllBytes)) {
                assertThatThrownBy(reading)
                        .isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                                .isEqualTo(ExitCode.INPUT))
                        .hasMessage("cannot read " + path + ": Input/output error");
            }
        }
    }

    /** As a letter beyond ASCII is where the locale has no others. */
    @Test
    void whatIsNoPathIsTold() {
        for (String path : List.of("a\0b", "file:/a\0b")) {
            assertThatThrownBy(() -> FileAccess.of(path))
                    .isInstanceOfSatisfying(WordloomException.class, error -> assertThat(error.exitCode())
                            .isEqualTo(ExitCode.USAGE))
                    .hasMessageContaining("cannot be a path here (Nul character not allowed)")
                    .hasMessageContaining("LC_ALL=C.UTF-8");
        }
    }

    @Test
    void packedVectorsAreToldAsThat() {
        for (String packed :
                List.of("\u001F\u008B\b\0\n", "BZh91AY&SY", "(\u00B5/\u00FD\u0004", "PK\u0003\u0004\u0014")) {
            assertThatThrownBy(() -> recognise(packed))
                    .isInstanceOf(WordloomException.class)
                    .hasMessageMatching("my.vec is packed by (gzip|bzip2|zstd|zip); unpack it first");
        }
        assertThat(recognise("BZh 0.1 0.2\n")).isEqualTo(VectorFileFormat.GLOVE);
    }

    @Test
    void failedWriteLeavesNothing() throws IOException {
        Path file = folder.resolve("out.bin");
        assertThatThrownBy(() -> FileAccess.of(file.toString()).write(false, out -> {
                    out.write(1);
                    throw new IOException("disk full");
                }))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
                .hasMessageContaining("disk full");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aHostThatDoesNotAnswerFailsTheOutputThatGoesThere() {
        String path = "hdfs://127.0.0.1:1/vectors.bin";
        assertThatThrownBy(() -> FileAccess.of(path).requireWritable(false))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
                .hasMessageContaining("cannot write " + path);
    }

    @Test
    void existingFileIsReplacedOnlyOnDemand() throws IOException {
        Path file = Files.writeString(folder.resolve("out.txt"), "old");
        FileAccess access = FileAccess.of(file.toString());
        assertThatThrownBy(() -> access.write(false, out -> out.write('n'))).hasMessageContaining("--overwrite");
        assertThat(file).hasContent("old");
        access.write(true, out -> out.write('n'));
        assertThat(file).hasContent("n");
    }

    @Test
    void aLinkStaysAndWhatItLeadsToIsWritten() throws IOException {
        Path file = folder.resolve("out.txt");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("out.txt"));
        FileAccess access = FileAccess.of(link.toString());
        access.write(false, out -> out.write('o'));
        assertThat(file).hasContent("o");
        access.write(true, out -> out.write('n'));
        assertThat(file).hasContent("n");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aDeviceIsNeverReplaced() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/null"));
        assertThatThrownBy(() -> FileAccess.of(link.toString()).write(true, out -> out.write('n')))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
                .hasMessageContaining("a pipe or a device");
        assertThat(link).isSymbolicLink();
    }

    /** Its beginning would be gone when its format is known, and who opens it again waits for a writer for ever. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeIsNoModel() throws Exception {
        String pipe = pipe().toString();
        FileAccess file = FileAccess.of(pipe);
        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> VectorFiles.read(pipe, VectorSelection.INPUT, 1),
                () -> VectorFiles.readModel(pipe, VectorSelection.SUM),
                () -> VectorFiles.read(file, VectorFileFormat.WORDLOOM, null, 1))) {
            assertThatThrownBy(reading)
                    .isInstanceOfSatisfying(WordloomException.class, error -> assertThat(error.exitCode())
                            .isEqualTo(ExitCode.INPUT))
                    .hasMessageStartingWith(pipe + " is a pipe or a device")
                    .hasMessageEndingWith("save it to a file first");
        }
    }

    /** As {@code convert --from glove:<(zcat vectors.gz)} does. */
    @ParameterizedTest
    @CsvSource({
        "WORD2VEC_TEXT, '1 2\\na 1 2\\n'",
        "WORD2VEC, '1 1\\na AAAA\\n'",
        "GLOVE, 'a 1 2\\n'",
        "GLOVE_WITH_HEADER, '1 2\\na 1 2\\n'"
    })
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void vectorsOfAKnownFormatComeThroughAPipe(VectorFileFormat format, String text) throws Exception {
        Path pipe = pipe();
        Process writer = new ProcessBuilder("sh", "-c", "printf \"$1\" > \"$2\"", "sh", text, pipe.toString()).start();
        try {
            WordVectors read = VectorFiles.read(FileAccess.of(pipe.toString()), format, null, Integer.MAX_VALUE);
            assertThat(read.vocabulary().word(0)).isEqualTo("a");
        } finally {
            writer.destroy();
        }
    }

    private Path pipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        return pipe;
    }

    @Test
    void fileSchemeIsTheLocalDisk() throws IOException {
        Path file = Files.writeString(folder.resolve("a text"), "x\n\ny\n");
        assertThat(FileAccess.of("file:" + file).lines()).containsExactly("x", "y");
    }

    @Test
    void onlyTheMarkAtTheStartOfATextIsLeftOut() throws IOException {
        for (String text : List.of("", "a", "\uFEFFa", "a\uFEFF\n")) {
            Path file = Files.writeString(folder.resolve("text"), "\uFEFF" + text);
            assertThat(FileAccess.of(file.toString()).text()).isEqualTo(text);
        }
    }

    @Test
    void manifestMustFit() throws IOException {
        Files.writeString(folder.resolve("model.wordloom"), "12345");
        FileAccess access = FileAccess.of(folder.toString());
        manifest("{\"version\":1,\"files\":{\"model.wordloom\":{\"length\":5,\"crc32c\":\"0\"}}}");
        FolderCheck.requireWhole(access);
        manifest("{\"version\":1,\"files\":{\"model.wordloom\":{\"length\":6,\"crc32c\":\"0\"}}}");
        assertThatThrownBy(() -> FolderCheck.requireWhole(access)).hasMessageContaining("has 5 bytes");
        manifest("{\"version\":1,\"files\":{\"../model.wordloom\":{\"length\":5,\"crc32c\":\"0\"}}}");
        assertThatThrownBy(() -> FolderCheck.requireWhole(access)).hasMessageContaining("is no file name");
        manifest("{\"version\":1,\"files\":{\"model");
        assertThatThrownBy(() -> FolderCheck.requireWhole(access)).hasMessageContaining("is damaged");
    }

    /** As a power cut or another program leaves it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "\"x\"",
                "{\"version\":1}",
                "{\"files\":{}}",
                "{\"version\":\"1\",\"files\":{}}",
                "{\"version\":2,\"files\":{}}",
                "{\"version\":1,\"files\":[]}",
                "{\"version\":1,\"files\":{}}{}",
                "{\"version\":1,\"files\":{\"model.wordloom\":5}}",
                "{\"version\":1,\"files\":{\"model.wordloom\":{}}}",
                "{\"version\":1,\"files\":{\"model.wordloom\":{\"length\":\"5\"}}}",
                "{\"version\":1,\"files\":{\"model.wordloom\":{\"length\":-5}}}",
                "{\"version\":1,\"files\":{\"model.wordloom\":{\"inner\":{\"length\":5}}}}"
            })
    void aManifestThatSaysNothingIsDamaged(String text) throws IOException {
        Files.writeString(folder.resolve("model.wordloom"), "12345");
        manifest(text);
        assertThatThrownBy(() -> FolderCheck.requireWhole(FileAccess.of(folder.toString())))
                .isInstanceOfSatisfying(WordloomException.class, error -> assertThat(error.exitCode())
                        .isEqualTo(ExitCode.FORMAT))
                .hasMessageStartingWith(folder.resolve(FolderManifest.NAME) + " is damaged: it ");
    }

    @Test
    void aManifestOfTooManyFilesIsNotReadInPart() throws IOException {
        manifest(IntStream.rangeClosed(0, 100_000)
                .mapToObj(file -> "\"f" + file + "\":{\"length\":0}")
                .collect(Collectors.joining(",", "{\"version\":1,\"files\":{", "}}")));
        assertThatThrownBy(() -> FolderCheck.requireWhole(FileAccess.of(folder.toString())))
                .isInstanceOf(WordloomException.class)
                .hasMessageEndingWith("it names more than 100000 files");
    }

    /** Nobody vouches for it: it is of another run, or of none. */
    @Test
    void aModelThatTheManifestDoesNotNameIsNotRead() throws IOException {
        Files.writeString(folder.resolve("model.wordloom"), "12345");
        manifest("{\"version\":1,\"files\":{}}");
        assertThatThrownBy(() -> VectorFiles.read(folder.toString(), VectorSelection.INPUT, 1))
                .isInstanceOfSatisfying(WordloomException.class, error -> assertThat(error.exitCode())
                        .isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining("is an output of Wordloom without a model.wordloom");
    }

    @Test
    void aFileThatTheManifestNamesMustBeThere() throws IOException {
        Files.writeString(folder.resolve("model.wordloom"), "12345");
        manifest("{\"version\":1,\"files\":{\"model.wordloom\":{\"length\":5,\"crc32c\":\"0\"},"
                + "\"vocab.tsv\":{\"length\":0,\"crc32c\":\"0\"}}}");
        assertThatThrownBy(() -> FolderCheck.requireWhole(FileAccess.of(folder.toString())))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessage(folder.resolve("vocab.tsv") + " is missing, though the manifest names it");
    }

    @Test
    void aWholeOutputWithoutAModelIsSaidToHaveNone() throws IOException {
        Files.createDirectory(folder.resolve("cells"));
        Files.writeString(folder.resolve("cells").resolve("00000-00000.cells"), "12345");
        manifest("{\"version\":1,\"files\":{\"cells/00000-00000.cells\":{\"length\":5,\"crc32c\":\"0\"}}}");
        assertThatThrownBy(() -> VectorFiles.read(folder.toString(), VectorSelection.INPUT, 1))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("model.wordloom");
    }

    @Test
    void filesOfOutputsAreKnownThroughLinksAndInFolders() throws IOException {
        Path output = Files.createDirectory(folder.resolve("output"));
        Path cells = Files.createDirectory(output.resolve("cells"));
        Path vectors = Files.writeString(output.resolve("vectors.txt"), "x");
        Path cell = Files.writeString(cells.resolve("00000.cells"), "x");
        Path other = Files.writeString(cells.resolve("mine"), "x");
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("link"), vectors);
        Path linkToLink = Files.createSymbolicLink(folder.resolve("second"), Path.of("link"));
        Path linkedFolder = Files.createSymbolicLink(folder.resolve("linked"), cells);
        List<Path> ofOutput = List.of(
                vectors, cell, link, linkToLink, linkedFolder.resolve("00000.cells"), cells.resolve("../vectors.txt"));
        for (Path path : ofOutput) {
            FolderCheck.requireNoPartOfOutput(path.toString());
        }
        Path manifest = Files.writeString(
                output.resolve(FolderManifest.NAME),
                "{\"version\":1,\"files\":{\"vectors.txt\":{\"length\":1},\"cells/00000.cells\":{\"length\":1}}}");
        for (Path path : ofOutput) {
            for (String name : List.of(path.toString(), "file:" + path)) {
                assertThatThrownBy(() -> FolderCheck.requireNoPartOfOutput(name))
                        .isInstanceOfSatisfying(WordloomException.class, error -> assertThat(error.exitCode())
                                .isEqualTo(ExitCode.OUTPUT))
                        .hasMessageStartingWith(name + " is part of a finished output");
            }
        }
        for (Path path : List.of(other, file, folder.resolve("missing"))) {
            FolderCheck.requireNoPartOfOutput(path.toString());
        }
        // That of another program says nothing of a file in a folder beside it.
        Files.writeString(manifest, "Manifest-Version: 1.0\n");
        FolderCheck.requireNoPartOfOutput(cell.toString());
    }

    private void manifest(String text) throws IOException {
        Files.writeString(folder.resolve(FolderManifest.NAME), text);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamedAsTheUserKnowsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        FileAccess inside = FileAccess.of(file.resolve("vectors.bin").toString());
        assertThatThrownBy(() -> inside.write(false, out -> out.write(1)))
                .isInstanceOf(WordloomException.class)
                .hasMessageMatching("cannot write .*/file/vectors.bin: [^/]+");
        assertThat(folder).isDirectoryContaining(file::equals);
    }

    private static VectorFileFormat recognise(String text) {
        return FormatSniffer.recognise(text.getBytes(StandardCharsets.ISO_8859_1), "my.vec");
    }
}
