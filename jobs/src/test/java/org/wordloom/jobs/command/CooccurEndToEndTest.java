package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.format.GloveCooccurrenceFormat;
import org.wordloom.vocab.Vocabulary;

/** From text, or from files of Stanford's programs, to counts, as a user does it. */
@Tag("cluster")
class CooccurEndToEndTest {
    private static final String MASTER = "spark.master";

    @TempDir
    static Path folder;

    private static Path text;
    private static Path counts;
    private static Cli counted;

    @BeforeAll
    static void count() throws IOException {
        System.setProperty(MASTER, "local[2]");
        text = Files.write(folder.resolve("text.txt"), lines());
        counts = folder.resolve("counts");
        counted = cooccur("--input", text.toString(), "--output", counts.toString(), "--blocks", "3");
    }

    @AfterAll
    static void clear() {
        System.clearProperty(MASTER);
    }

    @Test
    void folderHoldsEverything() throws IOException {
        assertThat(counted.exitCode()).as(counted.err()).isEqualTo(ExitCode.OK);
        assertThat(counted.err()).contains("pairs to count", "in 3 x 3 blocks", "cells, ", "written to");
        assertThat(counted.out()).isEmpty();
        assertThat(names(counts))
                .containsExactlyInAnyOrder(
                        "MANIFEST", "cells", "cells.index", "cooccurrence.json", "run.json", "sums.bin", "vocab.tsv");
        assertThat(names(folder)).noneMatch(name -> name.startsWith("."));
        open(counts).verify();
    }

    @Test
    void runRecordSaysWhatCameOut() throws IOException {
        JsonNode run = new ObjectMapper().readTree(counts.resolve("run.json").toFile());
        assertThat(run.at("/command").asText()).isEqualTo("cooccur");
        assertThat(run.at("/options/window").asInt()).isEqualTo(10);
        assertThat(run.at("/options/weighting").asText()).isEqualTo("inverse-distance");
        assertThat(run.at("/cooccurrence/entries").asLong())
                .isEqualTo(open(counts).entries());
        assertThat(run.at("/cooccurrence/estimate/entries").asDouble()).isPositive();
        assertThat(run.at("/stages").findValuesAsText("name")).contains("count", "encode", "pairs");
    }

    @Test
    void textWithoutAPairIsRefused() throws IOException {
        Path words = Files.writeString(folder.resolve("words.txt"), "word\n".repeat(50));
        assertRefused("one word a line", "cooccur", "--input", words.toString());
        assertRefused("one word a line", "train", "glove", "--input", words.toString());
        assertRefused("every line has one word", "train", "skipgram", "--input", words.toString());
        assertRefused("below --min-cooccurrence", "cooccur", "--input", text.toString(), "--min-cooccurrence", "1e9");
    }

    private static void assertRefused(String why, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("--output", folder.resolve("refused").toString(), "--quiet"));
        Cli cli = Cli.run(command.toArray(String[]::new));
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(ExitCode.INPUT);
        assertThat(cli.err()).hasLineCount(1).contains(why);
        assertThat(names(folder)).noneMatch(name -> name.contains("refused"));
    }

    @Test
    void anEarlierVocabularyGivesTheSameCounts() throws IOException {
        Path words = folder.resolve("words");
        assertThat(Cli.run("vocab", "--input", text.toString(), "--output", words.toString())
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        Path again = folder.resolve("again");
        Cli cli = cooccur(
                "--input",
                text.toString(),
                "--vocab",
                words.toString(),
                "--output",
                again.toString(),
                "--blocks",
                "3",
                "--memory",
                "64m");
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(ExitCode.OK);
        for (String name : List.of("cells.index", "sums.bin", "cells/00000.cells", "cooccurrence.json")) {
            assertThat(again.resolve(name)).hasSameBinaryContentAs(counts.resolve(name));
        }
    }

    @Test
    void aMinimumIsReported() {
        Path few = folder.resolve("few");
        Cli cli = cooccur("--input", text.toString(), "--output", few.toString(), "--min-cooccurrence", "4");
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(ExitCode.OK);
        assertThat(cli.err()).containsPattern("cells below --min-cooccurrence were left out, with [0-9.]+ % of the");
        assertThat(open(few).entries()).isBetween(1L, open(counts).entries() - 1);
    }

    @Test
    void filesOfStanfordsProgramsAreRead() throws IOException {
        CooccurrenceFolder artefact = open(counts);
        Path words = Files.write(folder.resolve("vocab.txt"), vocabularyLines(artefact.vocabulary()));
        Path file = folder.resolve("cooccurrence.bin");
        try (OutputStream out = Files.newOutputStream(file)) {
            GloveCooccurrenceFormat.Writer writer = GloveCooccurrenceFormat.writer(out);
            writer.write(0, 1, 2.5);
            writer.write(2, 0, 1.0 / 3 + 1.0 / 7);
            writer.flush();
        }
        Path imported = folder.resolve("imported");
        Cli cli = cooccur(
                "--from-glove", file.toString(), "--glove-vocab", words.toString(), "--output", imported.toString());
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(ExitCode.OK);
        assertThat(open(imported).entries()).isEqualTo(2);
        assertThat(open(imported).rowSums()[2]).isEqualTo(10.0 / 21);
        assertThat(open(imported).vocabularyChecksum()).isEqualTo(artefact.vocabularyChecksum());
    }

    @Test
    void mistakesOfOptionsAreNamed() {
        Cli cli = cooccur("--window", "0", "--blocks", "5000", "--memory", "lots", "--output", "x");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err())
                .contains("--input is missing")
                .contains("--window is 0")
                .contains("--blocks is 5000")
                .contains("--memory: 'lots' is not a size such as 512m or 2g");
        Cli both = cooccur("--from-glove", "a", "--input", "b", "--min-count", "3", "--output", "x");
        assertThat(both.err())
                .contains("--glove-vocab is missing")
                .contains("--from-glove and --input contradict each other")
                .contains("--from-glove and --min-count contradict each other")
                .doesNotContain("--input is missing");
    }

    @Test
    void aFailedRunLeavesNoOutput() throws IOException {
        Path output = folder.resolve("failed");
        Path damaged = Files.write(folder.resolve("cut.bin"), new byte[17]);
        Path words = Files.writeString(folder.resolve("two.txt"), "a 2\nb 1\n");
        Cli cli = cooccur(
                "--from-glove", damaged.toString(), "--glove-vocab", words.toString(), "--output", output.toString());
        assertThat(cli.exitCode()).isEqualTo(ExitCode.FORMAT);
        assertThat(cli.err()).contains("cut.bin has 17 bytes");
        assertThat(output).doesNotExist();
        assertThat(names(folder)).noneMatch(name -> name.startsWith("."));
    }

    private static Cli cooccur(String... options) {
        return Cli.run(Stream.concat(Stream.of("cooccur"), Stream.of(options)).toArray(String[]::new));
    }

    private static CooccurrenceFolder open(Path path) {
        return CooccurrenceFolder.open(Storage.local(), path.toString());
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> vocabularyLines(Vocabulary vocabulary) {
        List<String> lines = new ArrayList<>();
        for (int id = 0; id < vocabulary.size(); id++) {
            lines.add(vocabulary.word(id) + " " + vocabulary.count(id));
        }
        return lines;
    }

    private static List<String> lines() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < 2000; line++) {
            StringBuilder words = new StringBuilder();
            for (int word = random.nextInt(20); word >= 0; word--) {
                words.append('w')
                        .append((int) (80 * Math.pow(random.nextDouble(), 2)))
                        .append(' ');
            }
            lines.add(words.toString());
        }
        return lines;
    }
}
