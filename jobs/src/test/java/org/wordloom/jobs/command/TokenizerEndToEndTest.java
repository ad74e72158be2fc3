package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;

/** From text to a tokenizer, to ids and back, as a user does it. */
@Tag("cluster")
class TokenizerEndToEndTest {
    private static final String MASTER = "spark.master";
    private static final String SENTENCE = "the weaver's loom wove 3 words, and größere Wörter too";

    @TempDir
    static Path folder;

    private static Path text;
    private static Path trained;

    @BeforeAll
    static void train() throws IOException {
        System.setProperty(MASTER, "local[2]");
        text = Files.write(folder.resolve("text.txt"), lines());
        trained = folder.resolve("bpe");
        Cli result = tokenizer(
                "train", "bpe", "--input", text.toString(), "--vocab-size", "400", "--output", trained.toString());
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.err()).contains("pieces written to");
    }

    @AfterAll
    static void clear() {
        System.clearProperty(MASTER);
    }

    @Test
    void encodesAndDecodes() {
        Cli ids = tokenizer("encode", "--tokenizer", trained.toString(), "--as", "ids", SENTENCE);
        assertThat(ids.exitCode()).as(ids.err()).isEqualTo(ExitCode.OK);
        List<String> decode = new ArrayList<>(List.of("decode", "--tokenizer", trained.toString()));
        decode.addAll(List.of(ids.out().strip().split(" ")));
        assertThat(tokenizer(decode.toArray(String[]::new)).out().strip()).isEqualTo(SENTENCE);
    }

    @Test
    void encodesTheLinesOfFiles() throws IOException {
        Cli pieces = tokenizer("encode", "--tokenizer", trained.toString(), "--input", text.toString());
        assertThat(pieces.out().lines().count())
                .isEqualTo(Files.readAllLines(text).size());
        Cli json = tokenizer("encode", "--tokenizer", trained.toString(), "--as", "json", "a loom");
        assertThat(json.out()).contains("\"ids\"", "\"pieces\"", "\"offsets\"");
    }

    @Test
    void encodesIntoAFolder() throws IOException {
        Path output = folder.resolve("encoded");
        Cli encoded = tokenizer(
                "encode",
                "--tokenizer",
                trained.toString(),
                "--input",
                text.toString(),
                "--as",
                "ids",
                "--format",
                "text",
                "--output",
                output.toString());
        assertThat(encoded.exitCode()).as(encoded.err()).isEqualTo(ExitCode.OK);
        assertThat(encoded.err()).contains("600 texts encoded to ", "encodings written to");
        Cli plain = tokenizer("encode", "--tokenizer", trained.toString(), "--input", text.toString(), "--as", "ids");
        assertThat(output.resolve("part-000000-000000.txt")).hasContent(plain.out());
        assertThat(output.resolve("run.json")).content().contains("\"texts\" : 600", "\"malformed-texts\" : 0");
        assertThat(output.resolve("MANIFEST")).exists();
        Cli again = tokenizer(
                "encode", "--tokenizer", trained.toString(), "--input", text.toString(), "--output", output.toString());
        assertThat(again.exitCode()).isEqualTo(ExitCode.OUTPUT);
        Cli parquet = tokenizer(
                "encode",
                "--tokenizer",
                trained.toString(),
                "--input",
                text.toString(),
                "--as",
                "ids,offsets",
                "--output",
                output.toString(),
                "--overwrite");
        assertThat(parquet.exitCode()).as(parquet.err()).isEqualTo(ExitCode.OK);
        assertThat(output.resolve("part-000000-000000.parquet")).exists();
    }

    @Test
    void tellsWhatBecameOfDamage() throws IOException {
        String damaged = "{\"t\":\"a\\u0000b\"}\nnone\n";
        assertThat(damage("nul.txt", "a\0b\n"))
                .contains("1 NUL bytes were encoded as they are; first in")
                .doesNotContain("malformed");
        assertThat(damage("lines.jsonl", damaged, "--input-format", "json", "--column", "t"))
                .contains("1 texts are malformed (4 bytes)", "have empty rows");
    }

    private String damage(String name, String content, String... options) throws IOException {
        Path input = Files.writeString(folder.resolve(name), content);
        List<String> arguments = new ArrayList<>(List.of(
                "encode", "--tokenizer", trained.toString(), "--input", input.toString(), "--malformed-limit", "1"));
        arguments.addAll(List.of("--output", folder.resolve(name + ".ids").toString()));
        arguments.addAll(List.of(options));
        Cli result = tokenizer(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        return result.err();
    }

    @Test
    void namesTheLineOfWhatIsNoId() throws IOException {
        Path ids = Files.writeString(folder.resolve("ids.txt"), "65 66\r\n\nThe end\n");
        Cli words = tokenizer("decode", "--tokenizer", trained.toString(), "--input", ids.toString());
        assertThat(words.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(words.out().lines()).hasSize(2);
        assertThat(words.err()).contains(ids + ", line 3: 'The' is not an id");
        Files.writeString(ids, "1\n65 99999\n");
        Cli unknown = tokenizer("decode", "--tokenizer", trained.toString(), "--input", ids.toString());
        assertThat(unknown.err()).contains(ids + ", line 2: id 99999, number 2 of 2");
    }

    @Test
    void refusesOptionsThatDoNotGoTogether() {
        Cli result = tokenizer(
                "encode", "--tokenizer", trained.toString(), "--format", "text", "--column", "x", "--as", "ids,ids");
        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains(
                        "ids stands there twice",
                        "no text",
                        "--column is for encoding into a folder",
                        "--format is for encoding into a folder");
        Cli texts = tokenizer(
                "encode", "--tokenizer", trained.toString(), "--output", folder + "/none", "--as", "id", "a text");
        assertThat(texts.err()).contains("takes no texts", "--input is missing", "did you mean ids");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wordpiece", "unigram"})
    void trainsTheOtherModels(String kind) {
        Path output = folder.resolve(kind);
        Cli result = tokenizer(
                "train", kind, "--input", text.toString(), "--vocab-size", "150", "--output", output.toString());
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        Cli inspected = tokenizer("inspect", "--tokenizer", output.toString());
        assertThat(inspected.out()).contains("pieces  ", "normalizer", "added token");
    }

    @Test
    void learnsTheSameFromATableOfCounts() throws IOException {
        Path table = Files.write(
                folder.resolve("counts.tsv"),
                lines().stream().map(line -> line + "\t1").toList());
        Path output = folder.resolve("from-counts");
        Cli result = tokenizer(
                "train", "bpe", "--counts", table.toString(), "--vocab-size", "400", "--output", output.toString());
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(output.resolve("tokenizer.json")).hasSameTextualContentAs(trained.resolve("tokenizer.json"));
    }

    @Test
    void convertsWhatTheFormatHolds() {
        Path made = folder.resolve("gpt2");
        assertThat(made.toFile().mkdir()).isTrue();
        String json = "tokenizer.json:" + trained.resolve("tokenizer.json");
        Cli converted = tokenizer("convert", "--from", json, "--to", "gpt2:" + made);
        assertThat(converted.exitCode()).as(converted.err()).isEqualTo(ExitCode.OK);
        assertThat(made.resolve("vocab.json")).exists();
        assertThat(made.resolve("merges.txt")).exists();
        Cli refused = tokenizer("convert", "--from", json, "--to", "bert:" + folder.resolve("vocab.txt"));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("ByteLevel", "cannot be written as bert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpe", "unigram"})
    void convertsToSentencePieceAndBack(String kind) {
        Path output = folder.resolve("for-sentencepiece-" + kind);
        Cli trained = tokenizer(
                "train",
                kind,
                "--input",
                text.toString(),
                "--vocab-size",
                "150",
                "--output",
                output.toString(),
                "--split",
                "metaspace",
                "--normalize",
                "nmt-nfkc");
        assertThat(trained.exitCode()).as(trained.err()).isEqualTo(ExitCode.OK);
        Path model = folder.resolve(kind + ".model");
        convert("tokenizer.json:" + output.resolve("tokenizer.json"), "sentencepiece:" + model);
        convert("sentencepiece:" + model, "tokenizer.json:" + folder.resolve(kind + ".json"));
        convert("sentencepiece:" + model, "sentencepiece-vocab:" + folder.resolve(kind + ".vocab"));
        convert(
                "sentencepiece-vocab:" + folder.resolve(kind + ".vocab"),
                "sentencepiece:" + folder.resolve(kind + "2.model"));
        String ids = ids(output);
        assertThat(ids(model)).isEqualTo(ids);
        assertThat(ids(folder.resolve(kind + ".json"))).isEqualTo(ids);
        assertThat(ids(folder.resolve(kind + "2.model"))).isEqualTo(ids);
    }

    private static void convert(String from, String to) {
        Cli converted = tokenizer("convert", "--from", from, "--to", to);
        assertThat(converted.exitCode()).as(converted.err()).isEqualTo(ExitCode.OK);
    }

    private static String ids(Path file) {
        Cli encoded = tokenizer("encode", "--tokenizer", file.toString(), "--as", "ids", SENTENCE);
        assertThat(encoded.exitCode()).as(encoded.err()).isEqualTo(ExitCode.OK);
        return encoded.out();
    }

    @Test
    void wordsOfTextWithoutSpacesAreFoundInDictionaries() throws IOException {
        List<String> lines = List.of("ภาษาไทยเป็นภาษาราชการ", "我们学习中文", "我们学习日本語を勉強する, and words");
        Path thai = Files.write(folder.resolve("thai.txt"), lines);
        Path made = folder.resolve("dictionary");
        Cli result = tokenizer(
                "train",
                "bpe",
                "--split",
                "metaspace-dictionary",
                "--vocab-size",
                "200",
                "--min-frequency",
                "1",
                "--input",
                thai.toString(),
                "--output",
                made.toString());
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.err()).contains("only Wordloom reads this tokenizer", "DictionaryWords");
        Cli encoded = tokenizer("encode", "--tokenizer", made.toString(), "--input", thai.toString());
        assertThat(encoded.out().lines().limit(2)).containsExactly("▁ภาษา ไทย เป็น ภาษา ราชการ", "▁我们 学习 中文");
        for (String line : lines) {
            List<String> decode = new ArrayList<>(List.of("decode", "--tokenizer", made.toString()));
            String ids = tokenizer("encode", "--tokenizer", made.toString(), "--as", "ids", line)
                    .out();
            decode.addAll(List.of(ids.strip().split(" ")));
            assertThat(tokenizer(decode.toArray(String[]::new)).out().strip()).isEqualTo(line);
        }
        String json = "tokenizer.json:" + made.resolve("tokenizer.json");
        for (String format : List.of("gpt2:", "subword-nmt:")) {
            Cli refused = tokenizer("convert", "--from", json, "--to", format + folder.resolve("other-dictionary"));
            assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(refused.err()).contains("DictionaryWords", "cannot be written as");
        }
        Cli bert = tokenizer(
                "train", "wordpiece", "--split", "dictionary", "--input", thai.toString(), "--output", folder + "/x");
        assertThat(bert.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(bert.err()).contains("--normalize bert puts spaces around Chinese characters");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(tokenizer("decode", "--tokenizer", trained.toString(), "99999")
                        .err())
                .contains("id 99999", "its ids are 0 to 399");
        assertThat(tokenizer("train").err()).contains("needs one of bpe, wordpiece, unigram");
        assertThat(tokenizer("trian").err()).contains("did you mean train");
        Cli small = tokenizer(
                "train", "bpe", "--input", text.toString(), "--vocab-size", "100", "--output", folder + "/small");
        assertThat(small.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(small.err()).contains("257");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"model\":{\"type\":\"Magic\"}}");
        Cli unknown = tokenizer("inspect", "--tokenizer", broken.toString());
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.FORMAT);
        assertThat(unknown.err()).contains("model.type", "'Magic'");
    }

    private static Cli tokenizer(String... arguments) {
        List<String> all = new ArrayList<>(List.of("tokenizer"));
        all.addAll(List.of(arguments));
        return Cli.run(all.toArray(String[]::new));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lines.add("the weaver wove word " + i + " on the loom, and the loom's words were woven wonderfully");
            lines.add("größere Wörter weben, wie die Weber weben: " + (i * 7) + " Fäden");
        }
        return lines;
    }
}
