package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;

/** From text to vectors and what can be done with them, as a user does it, on a local master. */
@Tag("cluster")
class TrainEndToEndTest {
    private static final String MASTER = "spark.master";

    @TempDir
    static Path folder;

    private static Path text;
    private static Path model;
    private static Cli trained;

    @BeforeAll
    static void train() throws IOException {
        System.setProperty(MASTER, "local[2]");
        text = Files.write(folder.resolve("text.txt"), twoTopics());
        model = folder.resolve("model");
        trained = Cli.run(
                "train",
                "skipgram",
                "--input",
                text.toString(),
                "--output",
                model.toString(),
                "--dim",
                "16",
                "--epochs",
                "8",
                "--sample",
                "0",
                "--threads",
                "1",
                "--rate",
                "0.05");
    }

    @AfterAll
    static void clear() {
        System.clearProperty(MASTER);
    }

    @Test
    void folderHoldsEverything() throws IOException {
        assertThat(trained.err()).contains("trained in");
        assertThat(trained.exitCode()).isEqualTo(ExitCode.OK);
        try (Stream<Path> files = Files.list(model)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "MANIFEST", "model.wordloom", "vectors.txt", "vocab.tsv", "run.json", "report.html");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void runRecordSaysWhatRan() throws IOException {
        JsonNode run = new ObjectMapper().readTree(model.resolve("run.json").toFile());
        assertThat(run.at("/command").asText()).isEqualTo("train skipgram");
        assertThat(run.at("/options/dim").asInt()).isEqualTo(16);
        assertThat(run.at("/options/min-count").asInt()).isEqualTo(5);
        assertThat(run.at("/kernel").asText()).isIn("simd", "scalar");
        assertThat(run.at("/schedule").asText()).isEqualTo("hogwild");
        assertThat(run.at("/corpus/tokens").asLong()).isEqualTo(20_000);
        assertThat(run.at("/corpus/distinct-words").asLong()).isEqualTo(20);
        assertThat(run.at("/training/threads").asInt()).isEqualTo(1);
        assertThat(run.at("/training/words").asLong()).isEqualTo(160_000);
        assertThat(run.at("/training/over-time").size()).isPositive();
        assertThat(run.at("/stages"))
                .extracting(stage -> stage.at("/name").asText())
                .containsExactly("start", "count", "encode", "train", "report");
        assertThat(run.at("/versions/spark").asText()).startsWith("4.");
    }

    @Test
    void reportNeedsNoNetwork() throws IOException {
        String html = Files.readString(model.resolve("report.html"));
        assertThat(html).contains("<h1>Wordloom: train skipgram</h1>").doesNotContain("http", "<script", "src=");
    }

    @Test
    void neighborsAreOfTheSameTopic() {
        Cli cli = Cli.run("neighbors", "--model", model.toString(), "a1", "--k", "5");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out().lines().skip(1)).hasSize(5).allMatch(line -> line.matches("  -?\\d\\.\\d+  a\\d"));
    }

    @Test
    void unknownWordIsNotFoundAndSuggested() {
        Cli cli = Cli.run("neighbors", "--model", model.toString(), "a1x", "b2");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(cli.out()).startsWith("b2\n");
        assertThat(cli.err().lines()).singleElement().asString().contains("'a1x' (did you mean a1");
    }

    @Test
    void aWordOutsideOfTheRestrictionIsSaidToBeSo() {
        Cli cli = Cli.run("neighbors", "--model", model.toString(), "--restrict-vocab", "1", "a1", "b2");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(cli.err()).contains("not among the words that --restrict-vocab 1 leaves: '");
    }

    @Test
    void anEvaluationFileOfAnotherKindIsNamedInFull() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.txt"), "");
        for (String kind : List.of("similarity", "analogy")) {
            Cli cli = Cli.run("eval", kind, "--model", model.toString(), "--data", empty.toString());
            assertThat(cli.exitCode()).isEqualTo(ExitCode.INPUT);
            assertThat(cli.err()).contains("empty.txt holds no ");
        }
    }

    @Test
    void evaluationReadsTheFolder() throws IOException {
        Path pairs = Files.writeString(folder.resolve("pairs.txt"), "a1 a2 9\na1 b1 1\nb1 b2 9\na2 b2 1.5\nb3 odd 2\n");
        Cli cli = Cli.run("eval", "similarity", "--model", model.toString(), "--data", pairs.toString());
        assertThat(cli.out().lines().skip(1)).singleElement().asString().matches("pairs +5 +4 +0\\.\\d+ .*");
    }

    /** Skip-gram from counts learns what skip-gram from text does, and in exact mode always the same. */
    @Test
    void countsTrainSkipGram() throws IOException {
        Path counts = folder.resolve("counts");
        Cli counted =
                Cli.run(("cooccur --window 5 --weighting linear --blocks 3 --input " + text + " --output " + counts)
                        .split(" "));
        assertThat(counted.exitCode()).as(counted.err()).isEqualTo(ExitCode.OK);
        String options = "train skipgram --schedule strata --exact --dim 16 --epochs 8 --sample 0 --from-cooccurrence "
                + counts + " --output ";
        Path one = folder.resolve("from-counts");
        Cli cli = Cli.run((options + one + " --threads 1").split(" "));
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(ExitCode.OK);
        assertThat(cli.err()).contains("3 blocks, 64 cycles");
        assertThat(Cli.run("neighbors", "--model", one.toString(), "a1", "--k", "5")
                        .out()
                        .lines()
                        .skip(1))
                .hasSize(5)
                .allMatch(line -> line.matches("  -?\\d\\.\\d+  a\\d"));
        JsonNode run = new ObjectMapper().readTree(one.resolve("run.json").toFile());
        assertThat(run.at("/schedule").asText()).isEqualTo("strata");
        assertThat(run.at("/options/rate").asDouble()).isEqualTo(0.05);
        assertThat(run.at("/training/blocks").asInt()).isEqualTo(3);
        assertThat(one.resolve("report.html"))
                .content()
                .contains("<h2>Counts</h2>")
                .doesNotContain("bytes of text");
        Path two = folder.resolve("from-counts-again");
        assertThat(Cli.run((options + two + " --threads 2").split(" ")).exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(two.resolve("vectors.txt")).hasSameBinaryContentAs(one.resolve("vectors.txt"));
        assertThat(two.resolve("model.wordloom")).hasSameBinaryContentAs(one.resolve("model.wordloom"));
    }

    /** Strata of text learn what Hogwild on text does, and in exact mode always the same. */
    @Test
    void strataTrainSkipGramOnText() throws IOException {
        String options = "train skipgram --schedule strata --exact --dim 16 --epochs 8 --sample 0 --input " + text
                + " --blocks 3 --cycles 8 --output ";
        Path one = folder.resolve("text-strata");
        Cli cli = Cli.run((options + one + " --threads 1").split(" "));
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(ExitCode.OK);
        assertThat(cli.err()).contains("3 blocks, 8 cycles");
        assertThat(Cli.run("neighbors", "--model", one.toString(), "a1", "--k", "5")
                        .out()
                        .lines()
                        .skip(1))
                .hasSize(5)
                .allMatch(line -> line.matches("  -?\\d\\.\\d+  a\\d"));
        JsonNode run = new ObjectMapper().readTree(one.resolve("run.json").toFile());
        assertThat(run.at("/schedule").asText()).isEqualTo("strata");
        assertThat(run.at("/options/rate").asDouble()).isEqualTo(0.05);
        assertThat(run.at("/training/pairs").asLong())
                .isEqualTo(run.at("/training/entries").asLong());
        assertThat(run.at("/training/noise-divergence").asDouble()).isBetween(0.0, 0.01);
        assertThat(one.resolve("report.html"))
                .content()
                .contains("<h2>Corpus</h2>", "bytes of text")
                .doesNotContain("<h2>Counts</h2>");
        Path two = folder.resolve("text-strata-again");
        assertThat(Cli.run((options + two + " --threads 2").split(" ")).exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(two.resolve("model.wordloom")).hasSameBinaryContentAs(one.resolve("model.wordloom"));
    }

    @Test
    void gloveFormatKeepsTheVectors() throws IOException {
        for (String format : List.of("glove", "glove-with-header")) {
            Path file = folder.resolve(format + ".txt");
            assertThat(Cli.run("convert", "--from", "wordloom:" + model, "--to", format + ":" + file)
                            .exitCode())
                    .isEqualTo(ExitCode.OK);
            assertThat(Cli.run("neighbors", "--model", file.toString(), "a1").out())
                    .isEqualTo(Cli.run("neighbors", "--model", model.toString(), "a1")
                            .out());
            Path back = folder.resolve(format + ".back.txt");
            assertThat(Cli.run("convert", "--from", format + ":" + file, "--to", "word2vec-text:" + back)
                            .exitCode())
                    .isEqualTo(ExitCode.OK);
            assertThat(back).hasSameBinaryContentAs(model.resolve("vectors.txt"));
        }
    }

    @Test
    void conversionKeepsTheVectors() {
        String binary = folder.resolve("vectors.bin").toString();
        assertThat(Cli.run("convert", "--from", "wordloom:" + model, "--to", "word2vec:" + binary)
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(Cli.run("convert", "--from", "wordloom:" + model, "--to", "word2vec:" + binary)
                        .exitCode())
                .isEqualTo(ExitCode.OUTPUT);
        assertThat(Cli.run("neighbors", "--model", binary, "a1").out())
                .isEqualTo(
                        Cli.run("neighbors", "--model", model.toString(), "a1").out());
    }

    @Test
    void conversionLeavesFinishedOutputsAlone() throws IOException {
        Path vectors = model.resolve("vectors.txt");
        byte[] before = Files.readAllBytes(vectors);
        Cli cli = Cli.run("convert", "--from", "wordloom:" + model, "--to", "word2vec:" + vectors, "--overwrite");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.OUTPUT);
        assertThat(cli.err().lines()).singleElement().asString().contains("part of a finished output");
        assertThat(vectors).hasBinaryContent(before);
    }

    @Test
    void conversionLeavesFinishedOutputsAloneBehindLinks() throws IOException {
        Path vectors = model.resolve("vectors.txt");
        byte[] before = Files.readAllBytes(vectors);
        Path link = Files.createSymbolicLink(folder.resolve("link-to-vectors"), vectors);
        Cli cli = Cli.run("convert", "--from", "wordloom:" + model, "--to", "word2vec:" + link, "--overwrite");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.OUTPUT);
        assertThat(cli.err().lines()).singleElement().asString().contains("part of a finished output");
        assertThat(vectors).hasBinaryContent(before);
    }

    @Test
    void existingOutputIsRefusedAndKept() throws IOException {
        byte[] before = Files.readAllBytes(model.resolve("MANIFEST"));
        Cli cli = Cli.run("train", "cbow", "--input", text.toString(), "--output", model.toString());
        assertThat(cli.exitCode()).isEqualTo(ExitCode.OUTPUT);
        assertThat(model.resolve("MANIFEST")).hasBinaryContent(before);
    }

    @Test
    void vocabularyCanBeReused() throws IOException {
        Path words = folder.resolve("words");
        assertThat(Cli.run("vocab", "--input", text.toString(), "--output", words.toString(), "--max-size", "4")
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        Path reused = folder.resolve("reused");
        Cli cli = Cli.run(
                "train",
                "cbow",
                "--hs",
                "--input",
                text.toString(),
                "--vocab",
                words.toString(),
                "--output",
                reused.toString(),
                "--dim",
                "8",
                "--epochs",
                "1",
                "--quiet",
                "--format",
                "word2vec",
                "--merge-rule",
                "average");
        assertThat(cli.err()).hasLineCount(1).contains("--merge-rule has no effect: there is one replica");
        assertThat(reused.resolve("vocab.tsv")).hasSameTextualContentAs(words.resolve("vocab.tsv"));
        assertThat(reused.resolve("vectors.bin")).isNotEmptyFile();
        assertThat(new ObjectMapper()
                        .readTree(reused.resolve("run.json").toFile())
                        .at("/corpus")
                        .has("distinct-words"))
                .as("nobody counted them")
                .isFalse();
    }

    @Test
    void missingInputLeavesNothing() {
        Path output = folder.resolve("nothing");
        Cli cli = Cli.run("vocab", "--input", folder.resolve("missing").toString(), "--output", output.toString());
        assertThat(cli.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(cli.err().lines()).singleElement().asString().contains("missing");
        assertThat(output).doesNotExist();
    }

    /** Sentences of words a0 … a9 or of b0 … b9. */
    private static List<String> twoTopics() {
        Random random = new Random(7);
        return Stream.generate(() -> random.nextBoolean() ? "a" : "b")
                .map(topic -> sentence(topic, random))
                .limit(2_000)
                .toList();
    }

    private static String sentence(String topic, Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            words.append(topic).append(random.nextInt(10)).append(' ');
        }
        return words.toString();
    }
}
