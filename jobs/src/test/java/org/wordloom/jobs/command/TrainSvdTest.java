package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.cluster.WordloomPlugin;
import org.wordloom.cluster.cooccurrence.CooccurrenceJob;
import org.wordloom.cluster.cooccurrence.CooccurrencePlan;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.encoding.EncodeJob;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyJob;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

/** Decomposing counts as a user does it, on a local master. */
@Tag("cluster")
class TrainSvdTest {
    private static final String MASTER = "spark.master";

    @TempDir
    static Path folder;

    private static Path text;
    private static Path counts;

    @BeforeAll
    static void count() throws IOException {
        System.setProperty(MASTER, "local[2]");
        text = Files.write(folder.resolve("text.txt"), twoTopics());
        counts = folder.resolve("counts");
        Cli cli = Cli.run("cooccur", "--input", text.toString(), "--blocks", "3", "--output", counts.toString());
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(ExitCode.OK);
    }

    @AfterAll
    static void clear() {
        System.clearProperty(MASTER);
    }

    @Test
    void countsBecomeVectorsThatKnowTheTopics() throws IOException {
        Path model = folder.resolve("model");
        Cli cli = Cli.run(
                "train", "svd", "--cooccurrence", counts.toString(), "--dim", "8", "--output", model.toString());
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(ExitCode.OK);
        assertThat(cli.err()).contains("decomposed");
        try (Stream<Path> files = Files.list(model)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "MANIFEST", "model.wordloom", "vectors.txt", "vocab.tsv", "run.json", "report.html");
        }
        JsonNode run = new ObjectMapper().readTree(model.resolve("run.json").toFile());
        assertThat(run.at("/command").asText()).isEqualTo("train svd");
        assertThat(run.at("/options/context-smoothing").asDouble()).isEqualTo(0.75);
        assertThat(run.at("/counts/blocks").asInt()).isEqualTo(3);
        assertThat(run.at("/decomposition/singular-values").size()).isEqualTo(8);
        assertThat(Files.readString(model.resolve("report.html"))).contains("Spectrum", "<svg", "--shift");
        Cli neighbors = Cli.run("neighbors", "--model", model.toString(), "--k", "5", "sea0");
        assertThat(neighbors.out()).contains("sea").doesNotContain("city");
    }

    @Test
    void theReportCountsAllWordsThoughItReadsTheFirst() throws IOException {
        String line = IntStream.range(0, 5001).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        Path many = Files.writeString(folder.resolve("many.txt"), line + "\n");
        Path model = folder.resolve("many");
        Cli cli = Cli.run(
                "train",
                "svd",
                "--input",
                many.toString(),
                "--min-count",
                "1",
                "--window",
                "1",
                "--dim",
                "2",
                "--power-iterations",
                "1",
                "--output",
                model.toString());
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(model.resolve("report.html")))
                .contains("5,001")
                .doesNotContain("5,000<");
    }

    @Test
    void textGivesTheSameVectorsAsItsCounts() throws IOException {
        Path direct = folder.resolve("direct");
        Path later = folder.resolve("later");
        Cli first = Cli.run(
                "train",
                "svd",
                "--input",
                text.toString(),
                "--blocks",
                "3",
                "--dim",
                "5",
                "--vectors",
                "average",
                "--threads",
                "1",
                "--output",
                direct.toString());
        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.OK);
        Cli second = Cli.run(
                "train",
                "svd",
                "--cooccurrence",
                counts.toString(),
                "--dim",
                "5",
                "--vectors",
                "average",
                "--threads",
                "3",
                "--output",
                later.toString());
        assertThat(second.exitCode()).as(second.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readAllBytes(later.resolve("vectors.txt")))
                .isEqualTo(Files.readAllBytes(direct.resolve("vectors.txt")));
    }

    @Test
    void refusesWhatDoesNotFit() throws IOException {
        String output = folder.resolve("none").toString();
        Cli both = Cli.run(
                "train",
                "svd",
                "--cooccurrence",
                counts.toString(),
                "--window",
                "3",
                "--input",
                "x",
                "--output",
                output);
        assertThat(both.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(both.err()).contains("--cooccurrence and --window").contains("--cooccurrence and --input");
        Cli wide = Cli.run("train", "svd", "--cooccurrence", counts.toString(), "--dim", "3000", "--output", output);
        assertThat(wide.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(wide.err()).contains("--dim is 3000").contains("40 words");
        Cli empty = Cli.run(
                "train",
                "svd",
                "--cooccurrence",
                counts.toString(),
                "--dim",
                "5",
                "--shift",
                "1e9",
                "--output",
                output);
        assertThat(empty.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(empty.err()).contains("lower --shift");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(folder.resolve(".none.staging")).doesNotExist();
    }

    @Test
    void refusesCountsWithAnotherVocabulary() throws IOException {
        Path damaged = folder.resolve("damaged");
        Path other = folder.resolve("other");
        Files.write(folder.resolve("other.txt"), twoTopics().subList(0, 300));
        assertThat(Cli.run("cooccur", "--input", folder.resolve("other.txt").toString(), "--output", other.toString())
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        copy(counts, damaged);
        Files.copy(other.resolve("vocab.tsv"), damaged.resolve("vocab.tsv"), StandardCopyOption.REPLACE_EXISTING);
        Cli cli = Cli.run(
                "train",
                "svd",
                "--cooccurrence",
                damaged.toString(),
                "--dim",
                "5",
                "--output",
                folder.resolve("no-vectors").toString());
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(ExitCode.FORMAT);
        assertThat(cli.err()).contains("vocab.tsv");
        assertThat(folder.resolve("no-vectors")).doesNotExist();
    }

    /** As versions wrote it that did not refuse such text. */
    @Test
    void refusesEarlierCountsWithoutACell() throws IOException {
        Path empty = folder.resolve("empty");
        countWithoutAnyCell(Files.writeString(folder.resolve("lines.txt"), "sea\ncity\nsea\ncity\n"), empty);
        Cli cli = Cli.run(
                "train",
                "svd",
                "--cooccurrence",
                empty.toString(),
                "--dim",
                "1",
                "--output",
                folder.resolve("nothing").toString());
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(ExitCode.INPUT);
        assertThat(cli.err())
                .contains(empty + " holds no cell, and there is nothing to train on: count more text")
                .doesNotContain("--shift");
    }

    private static void countWithoutAnyCell(Path text, Path folder) {
        SparkConf configuration = WordloomPlugin.configure(new SparkConf()
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1"));
        Storage storage = Storage.local();
        try (JavaSparkContext spark = new JavaSparkContext(configuration);
                OutputFolder output = OutputFolder.create(storage, folder.toString(), false)) {
            Corpus corpus = Corpus.list(storage, CorpusOptions.of(List.of(text.toString())));
            Vocabulary words = new VocabularyJob(spark)
                    .run(corpus, new VocabularyOptions(1, 0))
                    .vocabulary();
            EncodedCorpus encoded = new EncodeJob(spark).run(corpus, words, output.workFolder());
            CooccurrencePlan plan = CooccurrencePlan.of(CooccurrenceOptions.defaults(), 1);
            new CooccurrenceJob(spark).run(encoded, words, plan, output);
            output.commit();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    /** Lines about the sea and lines about the city, twenty words each. */
    private static List<String> twoTopics() {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < 2000; line++) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 10; word++) {
                text.append(line % 2 == 0 ? "sea" : "city")
                        .append(random.nextInt(20))
                        .append(' ');
            }
            lines.add(text.toString());
        }
        return lines;
    }
}
