package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.jobs.Wordloom;

/** GloVe as a user trains it, on a local master, with a run that is killed. */
@Tag("cluster")
class TrainGloveEndToEndTest {
    private static final String MASTER = "spark.master";
    private static final List<String> FILES =
            List.of("MANIFEST", "model.wordloom", "vectors.txt", "vocab.tsv", "run.json", "report.html");
    private static final long PATIENCE_MILLIS = 120_000;

    @TempDir
    static Path folder;

    private static Path text;
    private static Path model;

    @BeforeAll
    static void train() throws IOException {
        System.setProperty(MASTER, "local[2]");
        text = Files.write(folder.resolve("text.txt"), twoTopics());
        model = folder.resolve("model");
        Cli cli = train("model", "--threads", "1");
        assertThat(cli.err()).contains("trained in");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.OK);
    }

    @AfterAll
    static void clear() {
        System.clearProperty(MASTER);
    }

    @Test
    void folderHoldsEverythingAndNothingIsLeft() throws IOException {
        assertThat(names(model)).containsExactlyInAnyOrderElementsOf(FILES);
        assertThat(names(folder)).noneMatch(name -> name.startsWith(".model."));
        JsonNode run = new ObjectMapper().readTree(model.resolve("run.json").toFile());
        assertThat(run.at("/schedule").asText()).isEqualTo("strata");
        assertThat(run.at("/training/blocks").asInt()).isEqualTo(3);
        assertThat(run.at("/training/loss-by-cycle").size()).isEqualTo(8);
        assertThat(run.at("/training/loss-by-cycle/7").asDouble())
                .isLessThan(run.at("/training/loss-by-cycle/0").asDouble());
        assertThat(run.at("/training/entries").asLong())
                .isEqualTo(8 * run.at("/training/cells").asLong());
        assertThat(Files.readString(model.resolve("report.html")))
                .contains("mean loss per cell", "cells/s", "cells trained");
    }

    @Test
    void neighborsAreOfTheSameTopic() {
        Cli cli = Cli.run("neighbors", "--model", model.toString(), "a1", "--k", "5");
        assertThat(cli.out().lines().skip(1)).hasSize(5).allMatch(line -> line.matches("  -?\\d\\.\\d+  a\\d"));
    }

    @Test
    void searchUsesTheVectorsThatTrainingWroteOut() {
        String own = Cli.run("neighbors", "--model", model.toString(), "a1").out();
        assertThat(own)
                .isEqualTo(Cli.run("neighbors", "--model", model.toString(), "--vectors", "sum", "a1")
                        .out())
                .isEqualTo(Cli.run(
                                "neighbors",
                                "--model",
                                model.resolve("vectors.txt").toString(),
                                "a1")
                        .out())
                .isNotEqualTo(Cli.run("neighbors", "--model", model.toString(), "--vectors", "input", "a1")
                        .out());
    }

    @Test
    void threadsChangeNoByteInExactMode() throws IOException {
        assertThat(train("three", "--threads", "3", "--checkpoint-interval", "0s")
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        assertSameModel(folder.resolve("three"));
    }

    @Test
    void countsAreReused() throws IOException {
        Path counts = folder.resolve("counts");
        assertThat(Cli.run(
                                "cooccur",
                                "--input",
                                text.toString(),
                                "--output",
                                counts.toString(),
                                "--window",
                                "5",
                                "--blocks",
                                "3")
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        Path reused = folder.resolve("reused");
        assertThat(reuse(counts, reused).err()).contains("everything written");
        assertThat(reused.resolve("vectors.txt")).hasSameBinaryContentAs(model.resolve("vectors.txt"));
        JsonNode run = new ObjectMapper().readTree(reused.resolve("run.json").toFile());
        assertThat(run.at("/counts/window").asInt()).isEqualTo(5);
        assertThat(run.at("/counts/blocks").asInt()).isEqualTo(3);
        assertThat(Files.readString(reused.resolve("report.html"))).contains("<h2>Counts</h2>");
        Cli other = reuse(counts, folder.resolve("other"), "--blocks", "2");
        assertThat(other.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(other.err()).contains("are in 3 blocks");
    }

    @Test
    void countsAndTextContradictEachOther() {
        Cli cli = Cli.run(
                "train", "glove", "--cooccurrence", "counts", "--input", "text", "--window", "4", "--output", "x");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err())
                .contains("--cooccurrence and --input contradict", "--cooccurrence and --window contradict");
    }

    @Test
    void aKilledRunIsContinuedToTheSameBytes() throws Exception {
        Path checkpoints = folder.resolve(".killed.checkpoints");
        for (int tries = 1; !killedAfterCheckpoint(checkpoints); tries++) {
            assertThat(tries).as("runs that ended before they were killed").isLessThan(5);
            Storage.local().delete(folder.resolve("killed").toString());
        }
        Cli other = train("killed", "--resume", "--dim", "5");
        assertThat(other.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(other.err()).contains("--dim was 6 and is now 5");
        Cli resumed = train("killed", "--resume");
        assertThat(resumed.err())
                .contains("the counts of the run that is resumed", "continuing after stratum")
                .doesNotContain("file:/");
        assertThat(resumed.exitCode()).isEqualTo(ExitCode.OK);
        assertSameModel(folder.resolve("killed"));
        assertThat(checkpoints).doesNotExist();
    }

    private static void assertSameModel(Path other) {
        assertThat(other.resolve("model.wordloom")).hasSameBinaryContentAs(model.resolve("model.wordloom"));
        assertThat(other.resolve("vectors.txt")).hasSameBinaryContentAs(model.resolve("vectors.txt"));
    }

    private static Cli train(String output, String... more) {
        return Cli.run(arguments(output, more).toArray(String[]::new));
    }

    /** Options that {@code more} names too are left out. */
    private static List<String> arguments(String output, String... more) {
        List<String> given = Arrays.asList(more);
        List<String> all = new ArrayList<>(List.of("train", "glove", "--exact"));
        String[][] usual = {
            {"--input", text.toString()},
            {"--output", folder.resolve(output).toString()},
            {"--dim", "6"},
            {"--epochs", "8"},
            {"--window", "5"},
            {"--x-max", "10"},
            {"--blocks", "3"}
        };
        for (String[] option : usual) {
            if (!given.contains(option[0])) {
                all.addAll(List.of(option));
            }
        }
        all.addAll(given);
        return all;
    }

    private static Cli reuse(Path counts, Path output, String... more) {
        List<String> all = new ArrayList<>(List.of("train", "glove", "--exact", "--dim", "6", "--epochs", "8"));
        all.addAll(List.of("--x-max", "10", "--cooccurrence", counts.toString(), "--output", output.toString()));
        all.addAll(Arrays.asList(more));
        return Cli.run(all.toArray(String[]::new));
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("--add") || flag.startsWith("-XX") || flag.startsWith("--enable")) {
                command.add(flag);
            }
        }
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-D" + MASTER + "=local[1]", "-cp", classPath, Wordloom.class.getName()));
        command.addAll(arguments);
        Path log = folder.resolve("killed.log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Starts a run and kills it; false where it was whole before, because this process was kept waiting. */
    private static boolean killedAfterCheckpoint(Path checkpoints) throws Exception {
        Process run = start(arguments("killed", "--threads", "1", "--checkpoint-interval", "0s"));
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (run.isAlive() && !hasStratum(checkpoints)) {
            assertThat(System.currentTimeMillis()).isLessThan(deadline);
            Thread.sleep(1);
        }
        boolean endedBadly = !run.isAlive() && run.exitValue() != 0;
        run.destroyForcibly().waitFor();
        assertThat(endedBadly)
                .as(Files.readString(folder.resolve("killed.log")))
                .isFalse();
        return Files.notExists(folder.resolve("killed"));
    }

    private static boolean hasStratum(Path checkpoints) throws IOException {
        try {
            return names(checkpoints).stream().anyMatch(name -> name.startsWith("stratum-"));
        } catch (NoSuchFileException e) {
            return false; // not yet, or no longer
        }
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Sentences of words a0 … a9 or of b0 … b9, some of both. */
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
            boolean stray = random.nextInt(12) == 0;
            words.append(stray ? (topic.equals("a") ? "b" : "a") : topic)
                    .append(random.nextInt(10))
                    .append(' ');
        }
        return words.toString();
    }
}
