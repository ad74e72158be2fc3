package org.wordloom.cluster.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.Texts;

class CorpusListingTest {
    @TempDir
    private Path folder;

    @Test
    void listsFilesSortedByPathWithoutHiddenOnes() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("b/deep"));
        for (Path file : new Path[] {
            folder.resolve("c.txt"),
            deep.resolve("2"),
            deep.resolve("10"),
            deep.resolve("_SUCCESS"),
            folder.resolve(".x")
        }) {
            Texts.write(file, "text\n");
        }
        Corpus corpus = Texts.corpus(folder, deep);
        assertThat(corpus.files())
                .extracting(file -> file.path().replaceAll(".*/", ""))
                .containsExactly("10", "2", "c.txt");
        assertThat(corpus.files()).extracting(CorpusFile::number).containsExactly(0, 1, 2);
        assertThat(corpus.bytes()).isEqualTo(15);
    }

    @Test
    void globsAndNamesThatLookLikeGlobsBothWork() throws IOException {
        Texts.write(folder.resolve("a1"), "x");
        Texts.write(folder.resolve("a2"), "x");
        Texts.write(folder.resolve("b[1]"), "x");
        assertThat(Texts.corpus(folder.resolve("a*")).files()).hasSize(2);
        assertThat(Texts.corpus(folder.resolve("b[1]")).files()).hasSize(1);
    }

    @Test
    void namesMayHoldColons() throws IOException {
        Texts.write(folder.resolve("a:b.txt"), "x");
        Texts.write(folder.resolve("few.txt"), "x");
        assertThat(Texts.corpus(folder.resolve("a:b.txt")).files()).hasSize(1);
        assertThat(Texts.corpus(folder.resolve("few.tx?")).files()).hasSize(1);
        assertThat(Texts.corpus(folder.resolve("*.txt")).files())
                .extracting(file -> file.path().replaceAll(".*/", ""))
                .containsExactly("a:b.txt", "few.txt");
        assertThat(Texts.corpus(folder.resolve("a:?.txt")).files()).hasSize(1);
        assertThat(Texts.corpus(folder.resolve("a[:]?.txt")).files()).hasSize(1);
        Texts.write(Files.createDirectory(folder.resolve("c:d")).resolve("e.txt"), "x");
        assertThat(Texts.corpus(folder.resolve("c:d/*")).files()).hasSize(1);
    }

    @Test
    void whatIsNoFileIsRefused() {
        Path device = Path.of("/dev/zero");
        assumeTrue(Files.exists(device));
        assertInputError(() -> Texts.corpus(device), "/dev/zero is a pipe or a device and not a file");
    }

    @Test
    void aPipeAmongTheFilesOfAFolderIsRefused() throws Exception {
        Texts.write(folder.resolve("text"), "x");
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        assertInputError(() -> Texts.corpus(folder), pipe + " is a pipe or a device and not a file");
        assertInputError(() -> Texts.corpus(folder.resolve("p*")), pipe + " is a pipe or a device and not a file");
    }

    @Test
    void aLinkToNothingIsNotPassedOver() throws IOException {
        Texts.write(folder.resolve("text"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));
        assertInputError(() -> Texts.corpus(folder), link + " is a link to a file that is not there");
        assertInputError(() -> Texts.corpus(folder.resolve("*")), link + " is a link to a file that is not there");
        assertThat(Texts.corpus(folder.resolve("t*")).files()).hasSize(1);
    }

    @Test
    void aLinkToAFolderAboveIsNotFollowedRoundAndRound() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Texts.write(first.resolve("text"), "x");
        Files.createSymbolicLink(second.resolve("back"), first);
        assertThat(Texts.corpus(second).files()).hasSize(1);
        Path loop = Files.createSymbolicLink(first.resolve("loop"), second);
        assertInputError(() -> Texts.corpus(first), loop.resolve("back") + " is a link to a folder that holds it");
        Files.delete(loop);
        Files.createSymbolicLink(loop, Path.of("."));
        assertInputError(() -> Texts.corpus(folder), loop + " is a link to a folder that holds it");
    }

    @Test
    void whatIsMissingOrEmptyIsAnInputError() throws IOException {
        assertInputError(() -> Texts.corpus(folder.resolve("missing")), "no such file or directory");
        assertInputError(() -> Texts.corpus(folder.resolve("m*")), "no such file or directory");
        assertInputError(() -> Texts.corpus(folder), "the input is empty");
        Texts.write(folder.resolve("empty"), "");
        assertInputError(() -> Texts.corpus(folder.resolve("empty")), "the input is empty");
        assertInputError(() -> Texts.corpus(Path.of("nowhere:/x")), "nowhere");
    }

    @Test
    void aDirectoryWithoutPermissionIsAnInputError() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Texts.write(closed.resolve("text"), "x");
        assertThat(closed.toFile().setReadable(false, false)).isTrue();
        assumeFalse(Files.isReadable(closed), "this user reads everything");
        try {
            assertInputError(() -> Texts.corpus(closed), "permission denied");
        } finally {
            assertThat(closed.toFile().setReadable(true)).isTrue();
        }
    }

    @Test
    void largeFilesThatCannotBeSplitAreNamed() throws IOException {
        Path large = folder.resolve("large.gz");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(CorpusListing.LARGE_UNSPLITTABLE_BYTES + 1);
        }
        assertThat(Texts.corpus(large).warnings()).singleElement().asString().contains("large.gz", "cannot be split");
    }

    private static void assertInputError(ThrowingCallable call, String part) {
        assertThatThrownBy(call).isInstanceOfSatisfying(WordloomException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT);
            assertThat(e.getMessage()).contains(part).doesNotContain("\n");
        });
    }
}
