package org.wordloom.cluster.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.vocab.Vocabulary;

class OutputFolderTest {
    private final Storage storage = Storage.local();

    @TempDir
    private Path folder;

    @Test
    void appearsOnlyWhenCommitted() throws IOException {
        String path = folder.resolve("out").toString();
        try (OutputFolder output = OutputFolder.create(storage, path, false)) {
            write(output, "a.txt", "hello");
            write(output, "b.txt", "");
            Files.createDirectories(Path.of(java.net.URI.create(output.workFolder())));
            assertThat(folder.resolve("out")).doesNotExist();
            output.commit();
        }
        assertThat(names(folder)).containsExactly("out");
        assertThat(names(folder.resolve("out"))).containsExactly("MANIFEST", "a.txt", "b.txt");
        ModelFolder read = ModelFolder.open(storage, path);
        read.verify();
        assertThat(read.files()).containsExactlyInAnyOrder("a.txt", "b.txt");
        assertThat(read.size("a.txt")).isEqualTo(5);
    }

    @Test
    void aNameMayHoldAColon() throws IOException {
        String path = folder.resolve("o:6").toString();
        commit(path, "old", false);
        commit(path, "new", true);
        assertThat(names(folder)).containsExactly("o:6");
        assertThat(names(folder.resolve("o:6"))).containsExactly("MANIFEST", "new.txt");
        ModelFolder.open(storage, path).verify();
    }

    @Test
    void leavesNothingWithoutACommit() throws IOException {
        try (OutputFolder output =
                OutputFolder.create(storage, folder.resolve("deep/out").toString(), false)) {
            write(output, "a.txt", "hello");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void foldersOfOthersStayWithoutACommit() throws IOException {
        Files.createDirectory(folder.resolve("deep"));
        Path other = folder.resolve("deep/made/other.txt");
        try (OutputFolder output =
                OutputFolder.create(storage, folder.resolve("deep/made/out").toString(), false)) {
            write(output, "a.txt", "hello");
            Files.createFile(other);
        }
        assertThat(names(other.getParent())).containsExactly("other.txt");
        Files.delete(other);
        Files.delete(other.getParent());
        OutputFolder.create(storage, folder.resolve("deep/made/out").toString(), false)
                .close();
        assertThat(folder.resolve("deep")).isEmptyDirectory();
    }

    @Test
    void checkpointsStayWithoutACommitAndTheirEmptyFolderDoesNot() throws IOException {
        String path = folder.resolve("out").toString();
        try (OutputFolder output = OutputFolder.create(storage, path, false)) {
            Files.createDirectory(Path.of(java.net.URI.create(output.checkpoints())));
        }
        assertThat(folder).isEmptyDirectory();
        try (OutputFolder output = OutputFolder.create(storage, path, false)) {
            storage.create(Storage.child(output.checkpoints(), "file")).close();
        }
        assertThat(names(folder)).containsExactly(".out.checkpoints");
    }

    @Test
    void aLinkStaysAndWhatItLeadsToIsMadeOrReplaced() throws IOException {
        Files.createDirectory(folder.resolve("disk"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("disk/../disk/out"));
        commit(link.toString(), "old", false);
        commit(link.toString(), "new", true);
        assertThat(link).isSymbolicLink();
        assertThat(names(folder)).containsExactly("disk", "link");
        assertThat(names(folder.resolve("disk"))).containsExactly("out");
        assertThat(names(link)).containsExactly("MANIFEST", "new.txt");
        assertOutputError(() -> OutputFolder.create(storage, link.toString(), false), "exists");
    }

    @Test
    void aFullDiskLeavesNoMarkThatKeepsLaterRunsAway() throws IOException {
        Configuration configuration = new Configuration();
        configuration.setClass("fs." + FullDisk.SCHEME + ".impl", FullDisk.class, FileSystem.class);
        Storage full = new Storage(configuration);
        String path = FullDisk.SCHEME + ":" + folder.resolve("deep/out");
        assertOutputError(() -> OutputFolder.create(full, path, false), "out: no space is left there");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void halfACheckpointGoesWithAFailedRun() throws IOException {
        String path = folder.resolve("out").toString();
        try (OutputFolder output = OutputFolder.create(storage, path, false)) {
            String checkpoints = output.checkpoints();
            storage.create(Storage.child(checkpoints, OutputFolder.UNFINISHED + "7/rows"))
                    .close();
            storage.create(Storage.child(checkpoints, "stratum-1/rows")).close();
        }
        assertThat(names(folder.resolve(".out.checkpoints"))).containsExactly("stratum-1");
    }

    @Test
    void whatARunReadsIsNotReplaced() throws IOException {
        String path = folder.resolve("counts").toString();
        commit(path, "counts", false);
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("."));
        try (OutputFolder output = OutputFolder.create(storage, path, true)) {
            for (String same : List.of(path, path + "/", link + "/counts", "file:" + path)) {
                assertError(
                        ExitCode.USAGE,
                        () -> output.refuseInput("cooccurrence", same),
                        "--output is " + same + " as --cooccurrence is");
            }
            for (String within : List.of(path + "/counts", path + "/*.tsv", link + "/counts/a/b")) {
                assertError(
                        ExitCode.USAGE,
                        () -> output.refuseInputs("input", List.of(within)),
                        "--input " + within + " lies in file:" + path);
            }
            output.refuseInputs(
                    "cooccurrence", List.of(folder.resolve("other").toString(), path + "2", link.toString()));
        }
    }

    @Test
    void aLinkToItselfIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
        assertOutputError(() -> OutputFolder.create(storage, link.toString(), true), "leads to itself");
    }

    @Test
    void refusesAnExistingOutputUnlessTold() throws IOException {
        String path = folder.resolve("out").toString();
        commit(path, "old", false);
        assertOutputError(() -> OutputFolder.create(storage, path, false), "exists", "--overwrite");
        try (OutputFolder output = OutputFolder.create(storage, path, true)) {
            write(output, "new.txt", "new");
            ModelFolder.open(storage, path).verify();
            assertThat(names(folder.resolve("out"))).contains("old.txt");
        }
        assertThat(names(folder.resolve("out"))).contains("old.txt");
        commit(path, "new", true);
        assertThat(names(folder.resolve("out"))).containsExactly("MANIFEST", "new.txt");
        assertThat(names(folder)).containsExactly("out");
    }

    @Test
    void whatAKilledRunWasReplacingComesBack() throws IOException {
        String path = folder.resolve("out").toString();
        commit(path, "old", false);
        Files.move(folder.resolve("out"), folder.resolve(".out.old"));
        assertOutputError(() -> OutputFolder.create(storage, path, false), "exists", "--overwrite");
        assertThat(names(folder)).containsExactly("out");
        ModelFolder.open(storage, path).verify();

        Files.move(folder.resolve("out"), folder.resolve(".out.old"));
        commit(path, "new", true);
        assertThat(names(folder)).containsExactly("out");
        assertThat(names(folder.resolve("out"))).containsExactly("MANIFEST", "new.txt");
    }

    @Test
    void neverReplacesWhatIsNoOutput() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("home")).resolve("thesis.tex"), "x");
        assertOutputError(
                () -> OutputFolder.create(storage, folder.resolve("home").toString(), true), "not an output");
    }

    /** Perl's distributions have a MANIFEST too. */
    @Test
    void neverReplacesAFolderWithTheManifestOfAnotherProgram() throws IOException {
        String path = folder.resolve("out").toString();
        for (String manifest : List.of("lib/Foo.pm\nMakefile.PL\n", "{}", "Manifest-Version: 1.0\n", "")) {
            Files.createDirectories(folder.resolve("out"));
            Files.writeString(folder.resolve("out/MANIFEST"), manifest);
            assertOutputError(() -> OutputFolder.create(storage, path, true), "not an output");
            assertThatThrownBy(() -> OutputFolder.create(storage, path, false))
                    .hasMessageContaining("exists")
                    .hasMessageNotContaining("--overwrite");
        }
    }

    @Test
    void neverRemovesWhatSomebodyElsePutIntoAnOutput() throws IOException {
        String path = folder.resolve("out").toString();
        commit(path, "old", false);
        Files.createDirectories(folder.resolve("out/.git"));
        Files.writeString(folder.resolve("out/.git/HEAD"), "x");
        assertOutputError(() -> OutputFolder.create(storage, path, true), "would remove .git/HEAD in ", "elsewhere");
        Files.writeString(folder.resolve("out/corpus %.txt"), "x");
        assertOutputError(() -> OutputFolder.create(storage, path, true), "would remove .git/HEAD and 1 more in ");
        assertThat(names(folder.resolve("out"))).containsExactly(".git", "MANIFEST", "corpus %.txt", "old.txt");
    }

    /** A run that was killed in the middle of its commit leaves the mark of its owner. */
    @Test
    void replacesAnOutputThatHasItsOwnersMark() throws IOException {
        String path = folder.resolve("out").toString();
        commit(path, "old", false);
        Files.writeString(folder.resolve("out").resolve(StagingOwner.NAME), "x");
        commit(path, "new", true);
        assertThat(names(folder.resolve("out"))).containsExactly("MANIFEST", "new.txt");
    }

    @Test
    void commitsNothingWhenAnotherRunTookItsPlace() throws IOException {
        String path = folder.resolve("out").toString();
        try (OutputFolder output = OutputFolder.create(storage, path, false)) {
            write(output, "a", "1");
            Path mark = Path.of(java.net.URI.create(output.staging())).resolve(StagingOwner.NAME);
            Files.writeString(mark, "another\n1\nnow");
            assertOutputError(output::commit, "another run has taken");
        }
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(folder.resolve(".out.staging")).exists();
    }

    /** A second attempt that ends after the first was heard of: its file is whole, has the same length, and does not count. */
    @Test
    void takesTheFilesOfTheAttemptThatTheDriverHeardOf() throws IOException {
        String path = folder.resolve("out").toString();
        try (OutputFolder output = OutputFolder.create(storage, path, false)) {
            List<WrittenFile> heard = write(output, 1, 0.25f);
            write(output, 2, 0.75f);
            heard.forEach(output::take);
            write(output, 3, 0.5f);
            output.commit();
        }
        ModelFolder.open(storage, path).verify();
        assertThat(folder.resolve("out").resolve(VectorFormat.WORD2VEC_TEXT.fileName()))
                .hasContent("1 1\na 0.25\n");
    }

    private List<WrittenFile> write(OutputFolder output, long attempt, float value) {
        Vocabulary words = Vocabulary.ofDistinct(new byte[] {'a'}, new int[] {0, 1}, new long[] {1});
        RowMatrix vectors = new RowMatrix(1, 1);
        vectors.set(0, 0, value);
        return new ModelWriter(storage, output.staging(), attempt)
                .write(
                        new WordModel(words, vectors, vectors, Map.of()),
                        VectorSelection.INPUT,
                        List.of(VectorFormat.WORD2VEC_TEXT));
    }

    @Test
    void refusesASecondRun() {
        String path = folder.resolve("out").toString();
        try (OutputFolder first = OutputFolder.create(storage, path, false)) {
            assertOutputError(() -> OutputFolder.create(storage, path, false), "another run", first.staging());
        }
    }

    /** The lines of the mark that a run of this process leaves: host, process, its start, when. */
    private String[] markOfThisRun(String path) throws IOException {
        try (OutputFolder first = OutputFolder.create(storage, path, false)) {
            return Files.readString(
                            Path.of(java.net.URI.create(first.staging())).resolve("_OWNER"))
                    .split("\n");
        }
    }

    @Test
    void takesOverWhatADeadRunOfThisMachineLeft() throws IOException {
        String path = folder.resolve("out").toString();
        String[] lines = markOfThisRun(path);
        Path staging = Files.createDirectory(folder.resolve(".out.staging"));
        Files.writeString(staging.resolve("_OWNER"), lines[0] + "\n999999999\n" + lines[2] + "\n" + lines[3]);
        commit(path, "text", false);
        ModelFolder.open(storage, path).verify();
    }

    /** A container that starts again gives the same number to another process. */
    @Test
    void takesOverFromAnEarlierProcessOfTheSameNumber() throws IOException {
        String path = folder.resolve("out").toString();
        String[] lines = markOfThisRun(path);
        Path staging = Files.createDirectory(folder.resolve(".out.staging"));
        long earlier = Long.parseLong(lines[2]) - 60_000;
        Files.writeString(staging.resolve("_OWNER"), String.join("\n", lines[0], lines[1], "" + earlier, lines[3]));
        commit(path, "text", false);
        ModelFolder.open(storage, path).verify();
    }

    @Test
    void refusesToCommitAChangedFile() throws IOException {
        String path = folder.resolve("out").toString();
        try (OutputFolder output = OutputFolder.create(storage, path, false)) {
            write(output, "a.txt", "hello");
            output.add("b.txt", 7, 0);
            assertOutputError(output::commit, "b.txt");
        }
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void aFolderThatDiffersFromItsManifestIsRefused() throws IOException {
        String path = folder.resolve("out").toString();
        commit(path, "text", false);
        Files.writeString(folder.resolve("out/text.txt"), "texT");
        assertFormatError(() -> ModelFolder.open(storage, path).verify(), "checksum");
        Files.writeString(folder.resolve("out/text.txt"), "longer");
        assertFormatError(() -> ModelFolder.open(storage, path), "6 bytes");
        Files.delete(folder.resolve("out/text.txt"));
        assertFormatError(() -> ModelFolder.open(storage, path), "missing");
        for (String manifest : List.of(
                "",
                "{}",
                "[1",
                "{\"version\":1,\"files\":{\"../x\":{\"length\":1,\"crc32c\":\"0\"}}}",
                "{\"version\":1,\"files\":{\"x\":{\"length\":-1,\"crc32c\":\"0\"}}}",
                "{\"version\":1,\"files\":{\"x\":{\"length\":1,\"crc32c\":\"zz\"}}}")) {
            Files.writeString(folder.resolve("out/MANIFEST"), manifest);
            assertFormatError(() -> ModelFolder.open(storage, path), "damaged");
        }
        Files.delete(folder.resolve("out/MANIFEST"));
        assertFormatError(() -> ModelFolder.open(storage, path), "no MANIFEST");
    }

    private void commit(String path, String content, boolean overwrite) throws IOException {
        try (OutputFolder output = OutputFolder.create(storage, path, overwrite)) {
            write(output, content + ".txt", content);
            output.commit();
        }
    }

    private static void write(OutputFolder output, String name, String content) throws IOException {
        try (OutputStream out = output.newFile(name)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertOutputError(ThrowingCallable call, String... parts) {
        assertError(ExitCode.OUTPUT, call, parts);
    }

    private static void assertFormatError(ThrowingCallable call, String... parts) {
        assertError(ExitCode.FORMAT, call, parts);
    }

    private static void assertError(ExitCode code, ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOfSatisfying(WordloomException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(code);
            assertThat(e.getMessage()).contains(parts).doesNotContain("\n");
        });
    }
}
