package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;

/** SentencePiece's {@code .model}, and tokenizers of other formats, for everything that takes {@code --tokenizer}. */
@Tag("cluster")
class TrainSentencePiecesTest {
    private static final String MASTER = "spark.master";
    private static final String SMALL = " --dim 8 --threads 1 --quiet ";

    @TempDir
    static Path folder;

    private static Path text;
    private static Path model;
    private static Path words;

    @BeforeAll
    static void train() throws IOException {
        System.setProperty(MASTER, "local[2]");
        text = Files.write(folder.resolve("text.txt"), lines());
        Path trained = folder.resolve("unigram");
        model = folder.resolve("theirs.model");
        words = folder.resolve("words");
        succeed("tokenizer train unigram --vocab-size 60 --input " + text + " --output " + trained);
        succeed("tokenizer convert --from tokenizer.json:" + trained + "/tokenizer.json --to sentencepiece:" + model);
        succeed("vocab --input " + text + " --tokenizer " + model + " --output " + words);
    }

    @AfterAll
    static void clear() {
        System.clearProperty(MASTER);
    }

    @Test
    void theVocabularyCountsThePiecesThatEncodePrints() throws IOException {
        Map<String, Long> counts = new HashMap<>();
        String encoded = succeed("tokenizer encode --tokenizer " + model + " --input " + text)
                .out();
        for (String piece : encoded.strip().split("\\s+")) {
            counts.merge(piece, 1L, Long::sum);
        }
        counts.values().removeIf(count -> count < 5);
        counts.remove("<unk>");
        assertThat(vocabulary(words)).isEqualTo(counts).containsKey("▁<").doesNotContainKey("<s>");
        requireCopy(words);
        JsonNode tokenizer = run(words).at("/tokenizer");
        assertThat(tokenizer.at("/file").asText()).isEqualTo("tokenizer.model");
        assertThat(tokenizer.at("/sha256").asText()).isEqualTo(sha256(model));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "skipgram --schedule strata --blocks 2 --cycles 2",
                "cbow --hs",
                "glove --epochs 2 --blocks 2",
                "svd"
            })
    void everyModelLearnsPieces(String training) throws IOException {
        Path output = folder.resolve(training.replaceAll("\\W+", "-"));
        succeed("train " + training + SMALL + "--tokenizer " + model + " --input " + text + " --output " + output);
        assertThat(vocabulary(output)).isEqualTo(vocabulary(words));
        requireCopy(output);
        assertThat(Files.readString(output.resolve("report.html"))).contains("tokenizer.model", sha256(model));
    }

    @Test
    void outputsKeepTheTokenizerFromStepToStep() throws IOException {
        Path counts = folder.resolve("counts");
        succeed("cooccur --window 3 --weighting linear --blocks 2 --input " + text + " --vocab " + words
                + " --tokenizer " + words + " --output " + counts);
        requireCopy(counts);
        Path output = folder.resolve("of-counts");
        succeed("train skipgram --cycles 2 --from-cooccurrence " + counts + SMALL + "--output " + output);
        requireCopy(output);
        Cli refused = run("train cbow --dim 8 --input " + text + " --vocab " + words + " --tokenizer "
                + folder.resolve("unigram") + " --output " + folder.resolve("refused"));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("pieces of another tokenizer", sha256(model));
    }

    @Test
    void executorsEncodeAsThePlainCommandDoes() {
        Path output = folder.resolve("encoded");
        succeed("tokenizer encode --as ids,offsets --format text --tokenizer " + model + " --input " + text
                + " --output " + output);
        String plain = succeed("tokenizer encode --as ids,offsets --tokenizer " + model + " --input " + text)
                .out();
        assertThat(output.resolve("part-000000-000000.txt")).hasContent(plain);
    }

    @Test
    void wordsAreLookedUpAsThePiecesThatStandForThem() throws IOException {
        Path output = folder.resolve("looked-up");
        succeed("train cbow" + SMALL + "--tokenizer " + model + " --input " + text + " --output " + output);
        Cli neighbors = succeed("neighbors --k 2 --analogy word weaver woven --model " + output + " weaver ▁wove ▁");
        assertThat(neighbors.out())
                .contains("weaver (▁weaver)\n", "▁wove\n", "▁ (the piece spelt so, no whole word)\n")
                .contains("word (▁word) : weaver (▁weaver) = woven (▁woven) : ?\n");
        assertThat(neighbors.err()).contains("looked up among pieces: weaver as ▁weaver; ▁ as the piece spelt so");
        Cli json = succeed("neighbors --json --k 2 --model " + output + " weaver");
        assertThat(new ObjectMapper().readTree(json.out()).at("/weaver")).hasSize(2);
        assertThat(json.err()).contains("weaver as ▁weaver");
        Cli spelt = run("neighbors --pieces --k 2 --model " + output + " ▁weaver weaver");
        assertThat(spelt.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(spelt.out()).startsWith("▁weaver\n");
        assertThat(spelt.err()).contains("'weaver' (which is the piece ▁weaver)");
        assertThat(run("neighbors --model " + output + "/vectors.txt weaver").exitCode())
                .as("nothing beside the vectors says that they are of pieces")
                .isEqualTo(ExitCode.NOT_FOUND);
        assertThat(succeed("neighbors --k 2 --tokenizer " + model + " --model " + output + "/vectors.txt weaver")
                        .out())
                .startsWith("weaver (▁weaver)\n");
        Cli other = run("neighbors --tokenizer " + folder.resolve("unigram") + " --model " + output + " weaver");
        assertThat(other.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(other.err()).contains("is another one: leave it out");
    }

    @Test
    void wholeWordsAreEvaluated() throws IOException {
        Path output = folder.resolve("evaluated");
        succeed("train svd" + SMALL + "--tokenizer " + model + " --input " + text + " --output " + output);
        Path pairs = Files.writeString(
                folder.resolve("pairs.txt"), "weaver\twove\t8\nloom\tWord\t5\nwords\tFäden\t1\nweave\tloom\t2\n");
        Cli similarity = succeed("eval similarity --json --data " + pairs + " --model " + output);
        assertThat(new ObjectMapper().readTree(similarity.out()).at("/0/known").asInt())
                .isEqualTo(3);
        assertThat(similarity.err())
                .containsPattern("vectors of pieces: [0-9]+ of [0-9]+ are whole words.* ▁the as the;");
        Cli spelt = succeed("eval similarity --json --pieces --data " + pairs + " --model " + output);
        assertThat(new ObjectMapper().readTree(spelt.out()).at("/0/known").asInt())
                .isZero();
        Path questions = Files.writeString(folder.resolve("questions.txt"), ": all\nthe weaver the loom\n");
        Cli analogy = succeed("eval analogy --data " + questions + " --model " + output);
        assertThat(analogy.out()).containsPattern("total +[01] +1 +0");
        assertThat(analogy.err()).contains("are whole words");
    }

    @Test
    void otherFormatsAreNamed() throws IOException {
        Path vocab = folder.resolve("theirs.vocab");
        succeed("tokenizer convert --from sentencepiece:" + model + " --to sentencepiece-vocab:" + vocab);
        assertThat(vocabulary(counted("sentencepiece-vocab:" + vocab))).isEqualTo(vocabulary(words));
        Path codes = Files.writeString(folder.resolve("codes"), "#version: 0.2\nw o\nwo v\nwov e</w>\n");
        Path merged = counted("subword-nmt:" + codes);
        assertThat(vocabulary(merged)).containsKeys("wove</w>", "wo");
        assertThat(merged.resolve("tokenizer.json")).exists();
        Path gpt2 = Files.createDirectory(folder.resolve("gpt2"));
        Path bytes = folder.resolve("bytes");
        succeed("tokenizer train bpe --vocab-size 280 --input " + text + " --output " + bytes);
        succeed("tokenizer convert --from tokenizer.json:" + bytes + "/tokenizer.json --to gpt2:" + gpt2);
        assertThat(vocabulary(counted("gpt2:" + gpt2))).isEqualTo(vocabulary(counted(bytes.toString())));
        Cli bert = run("vocab --input " + text + " --tokenizer bert:vocab.txt --output " + folder.resolve("none"));
        assertThat(bert.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(bert.err()).contains("does not say whether text is lower-cased", "tokenizer convert --from bert:");
        Cli none = run("vocab --input " + text + " --tokenizer " + gpt2 + " --output " + folder.resolve("none"));
        assertThat(none.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(none.err()).contains("neither tokenizer.json nor tokenizer.model", "gpt2:" + gpt2);
        Path broken = Files.write(folder.resolve("broken.model"), new byte[] {0x0A, 0x7F});
        Cli damaged =
                run("train svd --input " + text + " --tokenizer " + broken + " --output " + folder.resolve("none"));
        assertThat(damaged.exitCode()).isEqualTo(ExitCode.FORMAT);
        assertThat(damaged.err()).contains(broken.toString(), "damaged");
    }

    private static Path counted(String tokenizer) {
        Path output = folder.resolve("counted-" + tokenizer.hashCode());
        succeed("vocab --input " + text + " --tokenizer " + tokenizer + " --output " + output);
        return output;
    }

    private static void requireCopy(Path output) {
        assertThat(output.resolve("tokenizer.model")).hasSameBinaryContentAs(model);
        assertThat(output.resolve("tokenizer.json")).doesNotExist();
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return String.format(Locale.ROOT, "%064x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode run(Path output) throws IOException {
        return new ObjectMapper().readTree(output.resolve("run.json").toFile());
    }

    private static Map<String, Long> vocabulary(Path output) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        for (String line : Files.readAllLines(output.resolve("vocab.tsv"))) {
            String[] fields = line.split("\t");
            counts.put(fields[0], Long.valueOf(fields[1]));
        }
        return counts;
    }

    private static Cli run(String arguments) {
        return Cli.run(arguments.split(" "));
    }

    private static Cli succeed(String arguments) {
        Cli cli = run(arguments);
        assertThat(cli.exitCode()).as(arguments + "\n" + cli.err()).isEqualTo(ExitCode.OK);
        return cli;
    }

    /** With the name of a special token in the text, which is one only to a tokenizer.json. */
    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add("the weaver wove word " + i % 7 + " on the  loom <s> and the loom's words were woven");
            lines.add("größere Wörter weben: " + (i * 7) % 10 + " Fäden ☃");
        }
        return lines;
    }
}
