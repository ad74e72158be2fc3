package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;

/** What files do not say of a tokenizer is said by options; what a command cannot do is told with what can. */
class TokenizerConvertTest {
    @TempDir
    private Path folder;

    @Test
    void bertVocabulariesOfTextThatKeepsItsCase() throws IOException {
        Path vocabulary = vocabulary();
        assertThat(pieces(converted(vocabulary))).isEqualTo("king king");
        assertThat(pieces(converted(vocabulary, "--lowercase"))).isEqualTo("king king");
        assertThat(pieces(converted(vocabulary, "--lowercase", "true"))).isEqualTo("king king");
        assertThat(pieces(converted(vocabulary, "--lowercase", "false"))).isEqualTo("King king");
        assertThat(pieces(converted(vocabulary, "--lowercase=false"))).isEqualTo("King king");
    }

    @Test
    void theCaseIsSaidOnceAndOfBertOnly() throws IOException {
        Path vocabulary = vocabulary();
        String json = "tokenizer.json:" + folder.resolve("case.json");
        refused("neither true nor false", "convert", "--from", "bert:" + vocabulary, "--to", json, "--lowercase", "no");
        refused(
                "--lowercase is given twice",
                "convert",
                "--from",
                "bert:" + vocabulary,
                "--to",
                json,
                "--lowercase",
                "false",
                "--lowercase",
                "true");
        String made = "tokenizer.json:" + converted(vocabulary);
        refused("--lowercase is for --from bert", "convert", "--from", made, "--to", json, "--lowercase", "false");
    }

    @Test
    void noFormatIsNamedAsAWayOutOfItself() throws IOException {
        Path pieces = Files.writeString(folder.resolve("pieces.vocab"), "<unk>\t0\nab\t-1\n");
        String from = "sentencepiece-vocab:" + pieces;
        Cli json = run("convert", "--from", from, "--to", "tokenizer.json:" + folder.resolve("pieces.json"));
        assertThat(json.exitCode()).as(json.err()).isEqualTo(ExitCode.USAGE);
        assertThat(json.err()).contains("cannot be written as tokenizer.json").endsWith("; use it as it is\n");
        Cli bert = run("convert", "--from", "bert:" + vocabulary(), "--to", "gpt2:" + folder);
        assertThat(bert.err()).endsWith("; tokenizer.json may\n");
    }

    @Test
    void aFolderForGpt2IsMade() throws IOException {
        String from = "gpt2:" + gpt2Folder();
        Path made = folder.resolve("new/deep/made");
        String[] convert = {"convert", "--from", from, "--to", "gpt2:" + made};
        Cli result = run(convert);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(names(made)).containsExactly("merges.txt", "vocab.json");
        assertThat(names(made.getParent())).containsExactly("made");
        assertThat(run("encode", "--tokenizer", "gpt2:" + made, "ab").out()).isEqualTo("ab\n");
    }

    @Test
    void filesOfGpt2AreReplacedOnlyWhereThatIsAskedFor() throws IOException {
        String from = "gpt2:" + gpt2Folder();
        Path made = Files.createDirectory(folder.resolve("made"));
        Files.writeString(made.resolve("config.json"), "{}");
        Files.writeString(made.resolve("merges.txt"), "mine");
        Cli refused = run("convert", "--from", from, "--to", "gpt2:" + made);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.OUTPUT);
        assertThat(refused.err()).contains(made.resolve("merges.txt") + " exists", "--overwrite");
        assertThat(names(made)).containsExactly("config.json", "merges.txt");
        assertThat(made.resolve("merges.txt")).hasContent("mine");
        Cli replaced = run("convert", "--from", from, "--to", "gpt2:" + made, "--overwrite");
        assertThat(replaced.exitCode()).as(replaced.err()).isEqualTo(ExitCode.OK);
        assertThat(names(made)).containsExactly("config.json", "merges.txt", "vocab.json");
        assertThat(made.resolve("merges.txt")).content().contains("a b");
    }

    @Test
    void nothingIsLeftOfAFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Cli below = run("convert", "--from", "gpt2:" + gpt2Folder(), "--to", "gpt2:" + file + "/made");
        assertThat(below.exitCode()).isEqualTo(ExitCode.OUTPUT);
        assertThat(below.err()).contains("cannot write " + file + "/made: ");
        assertThat(below.err().lines()).hasSize(1);
        Cli bert = run("convert", "--from", "bert:" + vocabulary(), "--to", "gpt2:" + folder.resolve("new/made"));
        assertThat(bert.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(names(folder)).containsExactly("file", "gpt2", "vocab.txt");
    }

    private Path gpt2Folder() throws IOException {
        Path from = Files.createDirectories(folder.resolve("gpt2"));
        Files.writeString(from.resolve("vocab.json"), "{\"a\":0,\"b\":1,\"ab\":2}");
        Files.writeString(from.resolve("merges.txt"), "#version: 0.2\na b\n");
        return from;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.txt", "a?.txt", ".", "{a,b}.txt", "a.txt.gz"})
    void textThatOnlySparkReads(String input) throws IOException {
        Path json = converted(vocabulary());
        refused(
                "encode it into a folder, which --output names",
                "encode",
                "--tokenizer",
                json.toString(),
                "--input",
                folder + "/" + input);
    }

    private Path vocabulary() throws IOException {
        return Files.writeString(folder.resolve("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nKing\nking\n");
    }

    private Path converted(Path vocabulary, String... options) {
        Path json = folder.resolve("made.json");
        List<String> arguments = new ArrayList<>(
                List.of("convert", "--from", "bert:" + vocabulary, "--to", "tokenizer.json:" + json, "--overwrite"));
        arguments.addAll(List.of(options));
        Cli result = run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        return json;
    }

    private static String pieces(Path tokenizer) {
        return run("encode", "--tokenizer", tokenizer.toString(), "King king")
                .out()
                .strip();
    }

    private static void refused(String reason, String... arguments) {
        Cli result = run(arguments);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(reason);
        assertThat(result.err().lines()).hasSize(1);
    }

    private static Cli run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("tokenizer"));
        all.addAll(List.of(arguments));
        return Cli.run(all.toArray(String[]::new));
    }
}
