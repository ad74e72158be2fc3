package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;
import org.wordloom.jobs.console.ResultStream;

class CommandsTest {
    @TempDir
    Path folder;

    @Test
    void allProblemsComeAtOnce() {
        Cli cli = Cli.run(
                "train",
                "skipgram",
                "--dmi",
                "5",
                "--window",
                "wide",
                "--sigmoid",
                "ful",
                "--hs",
                "--negative",
                "7",
                "odd");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err().lines())
                .containsExactly(
                        "wordloom: 7 problems:",
                        "  - unknown option --dmi (did you mean --dim?); see wordloom help train skipgram",
                        "  - unexpected argument 'odd'",
                        "  - --window: 'wide' is not a whole number up to 2147483647",
                        "  - --sigmoid: 'ful' is none of full, clamped (did you mean full?)",
                        "  - --input is missing: name files, directories or globs",
                        "  - --hs and --negative contradict each other: choose hierarchical softmax or negative sampling",
                        "  - --output is missing: name the folder to make");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void missingValuesAndRepeatedOptionsAreNamed() {
        Cli cli = Cli.run("vocab", "--min-count", "3", "--min-count", "4", "--input", "a", "--output");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("--output needs a value").contains("--min-count is given twice");
    }

    @Test
    void anUnknownOptionAfterOneOfManyValuesIsOneProblem() {
        Cli cli = Cli.run("vocab", "--input", "a", "--min-cuont", "3", "--output", "b");
        assertThat(cli.err())
                .isEqualTo(
                        "wordloom: unknown option --min-cuont (did you mean --min-count?); see wordloom help vocab\n");
        assertThat(Cli.run("vocab", "--input", "--min-cuont", "3", "--output", "b")
                        .err())
                .contains("unknown option --min-cuont", "--input is missing");
    }

    @Test
    void anOptionGivenTwiceIsOneProblem() {
        Cli cli = Cli.run("vocab", "--input", "a", "--output", "b", "--output", "c");
        assertThat(cli.err()).isEqualTo("wordloom: --output is given twice\n");
    }

    @Test
    void emptyPathsAreEmptyAndNotMissing() {
        Cli cli = Cli.run("train", "glove", "--input", "a", "", "--output=", "--config", "", "--cooccurrence", "");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err())
                .contains("--input is empty", "--output is empty", "--config is empty", "--cooccurrence is empty")
                .doesNotContain("is missing");
        assertThat(Cli.run("vocab", "--input", "", "--output", "o").err()).isEqualTo("wordloom: --input is empty\n");
        assertThat(Cli.run("vocab", "--input", "a", "--output", "o", "--tokenizer", "")
                        .err())
                .isEqualTo("wordloom: --tokenizer is empty\n");
        assertThat(Cli.run("neighbors", "--model", "", "king").err()).isEqualTo("wordloom: --model is empty\n");
        assertThat(Cli.run("tokenizer", "encode", "--tokenizer", "", "text").err())
                .isEqualTo("wordloom: --tokenizer is empty\n");
    }

    @Test
    void aValueAfterAnEqualsSignMayBeginWithADash() {
        String err = Cli.run("train", "cbow", "--input=-a=-b.txt", "--output=-o", "--dim=-3", "--dmi=-3")
                .err();
        assertThat(err.lines())
                .containsExactly(
                        "wordloom: 2 problems:",
                        "  - unknown option --dmi (did you mean --dim?); see wordloom help train cbow",
                        "  - --dim is -3, expected 1 to 65536");
        Cli cli = Cli.run("neighbors", "--model=-none.txt", "king");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(cli.err()).contains("cannot read -none.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quickstart",
                "train skipgram",
                "train cbow",
                "train glove",
                "train svd",
                "tokenizer train bpe",
                "tokenizer train wordpiece",
                "tokenizer train unigram",
                "neighbors"
            })
    void noCommandMakesMoreThreadsThanMachinesHaveCores(String command) {
        Cli cli = Cli.run((command + " --threads 99999999").split(" "));
        assertThat(cli.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).containsOnlyOnce("--threads is 99999999, expected");
    }

    @Test
    void resamplesAreLimited() {
        Cli cli = Cli.run("eval", "similarity", "--model", "m", "--data", "d", "--resamples", "2147483647");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).isEqualTo("wordloom: --resamples is 2147483647, expected 0 (no interval) to 1000000\n");
    }

    @Test
    void numbersAreFinite() {
        Cli cli = Cli.run(
                "train",
                "cbow",
                "--input",
                "a",
                "--output",
                "b",
                "--rate",
                "NaN",
                "--sample=1e999",
                "--noise-power",
                "x");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err())
                .contains("--rate: 'NaN' is not a finite number")
                .contains("--sample: '1e999' is not a finite number")
                .contains("--noise-power: 'x' is not a number");
    }

    @Test
    void unknownCommandsAreSuggested() {
        assertThat(Cli.run("vocap").err())
                .isEqualTo("wordloom: unknown command 'vocap' (did you mean vocab?); see wordloom help\n");
        assertThat(Cli.run("train").err()).contains("needs a kind: one of skipgram, cbow");
        assertThat(Cli.run("train", "cbov").err()).contains("did you mean cbow?");
        assertThat(Cli.run("train", "glove", "--dim", "3").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void missingModelIsAnInputError() {
        Cli cli = Cli.run("neighbors", "--model", folder.resolve("none").toString(), "king");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(cli.err().lines()).singleElement().asString().startsWith("wordloom: cannot read ");
    }

    @Test
    void folderWithoutManifestIsRefused() {
        Cli cli = Cli.run("neighbors", "--model", folder.toString(), "king");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.FORMAT);
        assertThat(cli.err()).contains("has no MANIFEST");
    }

    @Test
    void versionAndListForPrograms() {
        assertThat(Cli.run("--version").out()).matches("wordloom \\d.*\n");
        assertThat(Cli.run("commands").out().lines())
                .contains(
                        "quickstart\tspark", "vocab\tspark", "train cbow\tspark", "neighbors\tplain", "convert\tplain");
    }

    @Test
    void resultsThatCannotBeWrittenAreAnOutputError() throws IOException {
        Path full = Path.of("/dev/full"); // Linux's device that never has room
        assumeThat(full).exists();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream out = ResultStream.on(Files.newOutputStream(full));
                PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            ExitCode code = new Commands(out, errors, Map.of()).run(List.of("--version"));
            assertThat(code).isEqualTo(ExitCode.OUTPUT);
        }
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("wordloom: standard output cannot be written");
    }

    @Test
    void countsContradictTextAndWhatTheyDecide() {
        String err = Cli.run(
                        "train skipgram --from-cooccurrence c --input t --min-count 2 --window 3 --hs --schedule hogwild"
                                .split(" "))
                .err();
        for (String option : List.of("input", "min-count", "window", "hs", "schedule hogwild")) {
            assertThat(err).contains("--from-cooccurrence and --" + option + " contradict each other");
        }
    }

    @Test
    void countsOfGloveContradictTextButNotTheirBlocks() {
        String err = Cli.run("train glove --cooccurrence c --input t --window 3 --blocks 2 --output o".split(" "))
                .err();
        assertThat(err)
                .contains("--cooccurrence and --input contradict each other: the counts were made before")
                .contains("--cooccurrence and --window contradict each other")
                .doesNotContain("--blocks");
    }

    @ParameterizedTest
    @CsvSource({
        "cbow --input t --schedule strata, '--schedule strata cannot train cbow: its hidden vector is the mean of'",
        "skipgram --input t --schedule strata --hs, --schedule strata and --hs contradict each other",
        "skipgram --input t --schedule strata --hs, the nodes near the root",
        "skipgram --input t --cycles 3, --cycles is for --schedule strata",
        "skipgram --input t --byte-budget 1g, --byte-budget is for --schedule strata",
        "skipgram --input t --schedule strata --replicas 3, '--schedule strata and --replicas contradict each other'",
        "skipgram --input t --schedule strata --replicas 3, strata have no replicas",
        "cbow --input t --merges 3 --merge-interval 5m, --merges and --merge-interval contradict each other",
        "skipgram --from-cooccurrence c --blocks 3, --from-cooccurrence and --blocks contradict each other",
        "cbow --from-cooccurrence c, --from-cooccurrence",
        "skipgram --input t --schedule strata --exact --kernel opencl, --exact with --kernel opencl"
    })
    void optionsThatTheScheduleCannotTakeAreRefused(String options, String message) {
        Cli run = Cli.run(("train " + options + " --output o").split(" "));
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(message);
    }

    @Test
    void dataSetsOfOneNameAreToldApart() throws IOException {
        Path vectors = Files.writeString(folder.resolve("v.txt"), "4 2\na 1 0\nb 0 1\nc 1 1\nd 1 2\n");
        List<String> command = new ArrayList<>(List.of("eval", "analogy", "--model", vectors.toString(), "--data"));
        for (String name : List.of("one", "two")) {
            Path file = Files.createDirectory(folder.resolve(name)).resolve("q.txt");
            command.add(Files.writeString(file, ": " + name + "\na b c d\n").toString());
        }
        String out = Cli.run(command.toArray(String[]::new)).out();
        assertThat(out)
                .contains(
                        folder.resolve("one/q.txt").toString(),
                        folder.resolve("two/q.txt").toString());
    }

    @Test
    void wordsOfTheStandardInputAreAddedToThoseNamed() throws IOException {
        Path vectors = Files.writeString(folder.resolve("v.txt"), "3 2\na 1 0\nb 0 1\nc 1 1\n");
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("b\n".getBytes(StandardCharsets.UTF_8)));
        try {
            String out = Cli.run("neighbors", "--model", vectors.toString(), "--k", "1", "a", "-", "c")
                    .out();
            assertThat(out.lines().filter(line -> !line.startsWith(" "))).containsExactly("a", "b", "c");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void textThatLiesInTheOutputIsNotReplaced() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "a b a b\n");
        String output = folder.resolve("o").toString();
        assertThat(Cli.run("vocab", "--input", text.toString(), "--output", output, "--min-count", "1")
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        String input = output + "/vocab.tsv";
        Cli again = Cli.run("vocab", "--input", input, "--output", output, "--min-count", "1", "--overwrite");
        assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("--input " + input + " lies in " + output);
        assertThat(Path.of(input)).hasContent("a\t2\nb\t2\n");
    }
}
