package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;

/** Damaged files, odd text and ids that are not there: one line that says what is wrong, and an exit code. */
class TokenizerBadFilesTest {
    private static final String VOCABULARY = "<unk>\t0\n<s>\t0\n</s>\t0\n▁\t-1\na\t-2.5\nb\t-2.5\n▁ab\t-3.25\n";

    @TempDir
    private Path folder;

    private Path model;
    private Path json;

    @BeforeEach
    void convert() throws IOException {
        Path pieces = Files.writeString(folder.resolve("good.vocab"), VOCABULARY);
        model = folder.resolve("good.model");
        json = folder.resolve("good.json");
        run("convert", "--from", "sentencepiece-vocab:" + pieces, "--to", "sentencepiece:" + model);
        assertThat(run("convert", "--from", "sentencepiece:" + model, "--to", "tokenizer.json:" + json)
                        .exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aDamagedModel() throws IOException {
        byte[] bytes = Files.readAllBytes(model);
        refused(write("cut.model", Arrays.copyOf(bytes, bytes.length / 2)), "cut.model", "at byte");
        refused(write("empty.model", new byte[0]), "is empty");
        refused(write("text.model", "no model".getBytes(StandardCharsets.UTF_8)), "at byte 0");
        byte[] hostile = {0x0A, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
        refused(write("hostile.model", hostile), "field 1 within", "4294967295 bytes");
    }

    @Test
    void aDamagedTokenizerJson() throws IOException {
        String text = Files.readString(json);
        refused(write("cut.json", text.substring(0, text.length() / 2)), "cut.json", "line");
        refused(write("text.json", "no JSON"), "text.json", "line 1");
        refused(
                write("other.json", text.replace("\"Metaspace\"", "\"Metaspice\"")),
                "pre_tokenizer.type",
                "'Metaspice'");
        refused(write("deep.json", "{\"model\":" + "[".repeat(1_000_000)), "64 levels deep");
    }

    @Test
    void aDamagedVocabulary() throws IOException {
        Path broken = write("broken.vocab", "<unk>\t0\nword\n");
        Cli result =
                run("convert", "--from", "sentencepiece-vocab:" + broken, "--to", "sentencepiece:" + folder + "/x");
        assertThat(result.exitCode()).isEqualTo(ExitCode.FORMAT);
        assertThat(result.err()).contains("at line 2", "a piece, a tab and a number");
        Path unknown = write("known.vocab", "a\t-1\n");
        assertThat(run("convert", "--from", "sentencepiece-vocab:" + unknown, "--to", "sentencepiece:" + folder + "/x")
                        .err())
                .contains("no piece is of type UNKNOWN");
    }

    @Test
    void oddText() {
        for (Path tokenizer : List.of(model, json)) {
            for (String text : List.of("a\uD800b", "\uDC00", "a\0b", "\uFFFD", "")) {
                Cli result = run("encode", "--tokenizer", tokenizer.toString(), "--as", "ids", text);
                assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
            }
        }
    }

    @Test
    void malformedTextIsCounted() throws IOException {
        Path text = write("malformed.txt", new byte[] {'a', '\n', 'b', (byte) 0xFF, '\n', 'b', '\n', (byte) 0xC3});
        Cli result = run("encode", "--tokenizer", json.toString(), "--input", text.toString());
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.out().lines()).hasSize(4);
        assertThat(result.err())
                .contains("2 lines of " + text + " have malformed UTF-8", "U+FFFD; the first is line 2");
    }

    @Test
    void idsThatAreNotThere() {
        for (Path tokenizer : List.of(model, json)) {
            Cli result = run("decode", "--tokenizer", tokenizer.toString(), "3", "7");
            assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
            assertThat(result.err()).contains("id 7, number 2 of 2", "0 to 6");
            assertThat(result.err().lines()).hasSize(1);
        }
    }

    @Test
    void filesThatAreNotThere() {
        assertThat(run("inspect", "--tokenizer", folder + "/none.model").exitCode())
                .isEqualTo(ExitCode.INPUT);
        assertThat(run("inspect", "--tokenizer", folder.toString()).exitCode()).isEqualTo(ExitCode.INPUT);
    }

    private static void refused(Path file, String... reasons) {
        Cli result = run("inspect", "--tokenizer", file.toString());
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.FORMAT);
        assertThat(result.err()).contains(reasons);
        assertThat(result.err().lines()).hasSize(1);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static Cli run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("tokenizer"));
        all.addAll(List.of(arguments));
        return Cli.run(all.toArray(String[]::new));
    }
}
