package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;
import org.wordloom.cluster.checkpoint.Checkpoint;
import org.wordloom.cluster.checkpoint.CheckpointFolder;
import org.wordloom.cluster.checkpoint.CheckpointUnit;
import org.wordloom.cluster.storage.Storage;

/** From text to a tokenizer, and to vectors of its pieces, as a user does it. */
@Tag("cluster")
class TrainPiecesTest {
    private static final String MASTER = "spark.master";
    private static final String SMALL = " --dim 8 --threads 1 --quiet ";

    @TempDir
    static Path folder;

    private static Path text;
    private static Path tokenizer;
    private static Path other;
    private static Path words;

    @BeforeAll
    static void train() throws IOException {
        System.setProperty(MASTER, "local[2]");
        text = Files.write(folder.resolve("text.txt"), lines());
        tokenizer = folder.resolve("tokenizer");
        other = folder.resolve("other");
        words = folder.resolve("words");
        succeed("tokenizer train wordpiece --vocab-size 120 --input " + text + " --output " + tokenizer);
        succeed("tokenizer train wordpiece --vocab-size 90 --input " + text + " --output " + other);
        Cli counted = succeed("vocab --input " + text + " --tokenizer " + tokenizer + " --output " + words);
        assertThat(counted.err()).containsPattern("these words are pieces: [0-9]+ of the tokenizer's 120;");
    }

    @AfterAll
    static void clear() {
        System.clearProperty(MASTER);
    }

    @Test
    void theVocabularyCountsThePiecesThatEncodePrints() throws IOException {
        String pieces = succeed("tokenizer encode --tokenizer " + tokenizer + " --input " + text)
                .out();
        Map<String, Long> counts = Stream.of(pieces.strip().split("\\s+"))
                .filter(piece -> !piece.equals("[UNK]"))
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        counts.values().removeIf(count -> count < 5);
        assertThat(vocabulary(words)).isEqualTo(counts);
        assertThat(words.resolve("tokenizer.json")).hasSameBinaryContentAs(tokenizer.resolve("tokenizer.json"));
        JsonNode run = run(words);
        assertThat(run.at("/tokenizer/pieces").asInt()).isEqualTo(120);
        assertThat(run.at("/tokenizer/model").asText()).isEqualTo("WordPieceModel");
        assertThat(run.at("/tokenizer/sha256").asText()).hasSize(64);
        assertThat(run.at("/options/tokenizer").asText()).isEqualTo(tokenizer.toString());
    }

    /** Whether text is one file or several, and however long the sentences may be. */
    @Test
    void countsDoNotDependOnHowTextIsDivided() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("parts"));
        List<String> all = lines();
        for (int part = 0; part < 4; part++) {
            Files.write(parts.resolve("part" + part), all.subList(part * 100, part * 100 + 100));
        }
        Path counted = folder.resolve("words-of-parts");
        succeed("vocab --input " + parts + " --tokenizer " + tokenizer + " --output " + counted);
        assertThat(counted.resolve("vocab.tsv")).hasSameBinaryContentAs(words.resolve("vocab.tsv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "skipgram --epochs 3",
                "skipgram --schedule strata --blocks 2 --cycles 2",
                "skipgram --replicas 2 --merges 2",
                "cbow --hs",
                "glove --epochs 2 --blocks 2",
                "svd",
            })
    void everyModelLearnsPieces(String model) throws IOException {
        Path output = folder.resolve(model.replaceAll("\\W+", "-"));
        succeed("train " + model + SMALL + "--tokenizer " + tokenizer + " --input " + text + " --output " + output);
        assertThat(vocabulary(output)).isEqualTo(vocabulary(words));
        requireTokenizer(output);
        assertThat(Files.readAllLines(output.resolve("vectors.txt")).get(0))
                .isEqualTo(vocabulary(words).size() + " 8");
        assertThat(succeed("neighbors --k 3 --model " + output + " loom").out().lines())
                .hasSize(4);
    }

    @Test
    void countsAreOfPiecesToo() throws IOException {
        Path counts = folder.resolve("counts");
        succeed("cooccur --window 3 --weighting linear --blocks 2 --input " + text + " --vocab " + words
                + " --tokenizer " + words + " --output " + counts);
        assertThat(Files.readString(counts.resolve("cooccurrence.json")))
                .contains(run(words).at("/tokenizer/sha256").asText());
        for (String model :
                List.of("glove --cooccurrence ", "svd --cooccurrence ", "skipgram --cycles 2 --from-cooccurrence ")) {
            Path output = folder.resolve("of-counts-" + model.substring(0, 3));
            succeed("train " + model + counts + SMALL + "--output " + output);
            assertThat(vocabulary(output)).isEqualTo(vocabulary(words));
            requireTokenizer(output);
        }
    }

    @Test
    void aVocabularyOfOtherPiecesIsRefused() {
        String train = "train cbow --dim 8 --input " + text + " --output " + folder.resolve("refused");
        fail(ExitCode.USAGE, train + " --vocab " + words, "holds pieces of a tokenizer: add --tokenizer " + words);
        String digest = "[0-9a-f]{64}";
        assertThat(fail(
                        ExitCode.USAGE,
                        train + " --vocab " + words + " --tokenizer " + other,
                        "pieces of another tokenizer"))
                .containsPattern("SHA-256 was " + digest + " and is now " + digest);
        Path plain = folder.resolve("plain-words");
        succeed("vocab --input " + text + " --output " + plain);
        fail(
                ExitCode.USAGE,
                train + " --vocab " + plain + " --tokenizer " + tokenizer,
                "holds words, no pieces: leave --tokenizer out");
    }

    @ParameterizedTest
    @CsvSource({
        "STEP, skipgram --replicas 2",
        "STRATUM, skipgram --schedule strata --blocks 2 --cycles 8",
        "STRATUM, glove --blocks 2",
    })
    void anotherTokenizerCannotContinue(CheckpointUnit unit, String model) {
        Path output = folder.resolve("continued-" + model.replaceAll("\\W+", "-"));
        CheckpointFolder checkpoints = new CheckpointFolder(
                Storage.local(),
                folder.resolve("." + output.getFileName() + ".checkpoints").toString(),
                unit);
        checkpoints.commit(
                checkpoints.begin(),
                new Checkpoint(1, new TreeMap<>(Map.of("tokenizer", "another")), List.of(), List.of(), List.of()));
        String train = "train " + model + SMALL + "--resume --tokenizer " + tokenizer;
        String refused =
                fail(ExitCode.USAGE, train + " --input " + text + " --output " + output, "--resume cannot continue");
        assertThat(refused).containsPattern("tokenizer was another and is now [0-9a-f]{64}");
    }

    @Test
    void mistakesAreNamedTogether() throws IOException {
        String vocab = "vocab --input " + text + " --output " + folder.resolve("none");
        String both = fail(
                ExitCode.USAGE,
                vocab + " --tokenizer " + tokenizer + " --lowercase --normalize nfc --dictionary x",
                "and --lowercase contradict each other");
        assertThat(both)
                .contains("and --normalize contradict each other", "and --dictionary contradict each other")
                .contains("what happens to text is said in the tokenizer's file");
        fail(ExitCode.USAGE, vocab + " --tokenizer whitspace", "none of whitespace, words, dictionary-longest");
        fail(ExitCode.INPUT, vocab + " --tokenizer no/such.json", "no/such.json");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"model\":{\"type\":\"Magic\"}}");
        fail(ExitCode.FORMAT, vocab + " --tokenizer " + broken, "'Magic'");
        fail(ExitCode.FORMAT, vocab + " --tokenizer " + text, text.toString());
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aWordOfSeveralPiecesIsTakenApart() {
        Path output = folder.resolve("for-neighbors");
        succeed("train cbow" + SMALL + "--tokenizer " + tokenizer + " --input " + text + " --output " + output);
        assertThat(fail(ExitCode.NOT_FOUND, "neighbors --model " + output + " woveloom", "not in the model"))
                .contains("'woveloom' (which is 2 pieces: wove ##loom)");
    }

    private static void requireTokenizer(Path output) throws IOException {
        assertThat(output.resolve("tokenizer.json")).hasSameBinaryContentAs(tokenizer.resolve("tokenizer.json"));
        assertThat(run(output).at("/tokenizer")).isEqualTo(run(words).at("/tokenizer"));
        assertThat(Files.readString(output.resolve("report.html")))
                .contains(run(words).at("/tokenizer/sha256").asText());
    }

    private static JsonNode run(Path output) throws IOException {
        return new ObjectMapper().readTree(output.resolve("run.json").toFile());
    }

    private static Map<String, Long> vocabulary(Path output) throws IOException {
        return Files.readAllLines(output.resolve("vocab.tsv")).stream()
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(fields -> fields[0], fields -> Long.valueOf(fields[1])));
    }

    private static Cli succeed(String arguments) {
        Cli cli = Cli.run(arguments.split(" "));
        assertThat(cli.exitCode()).as(arguments + "\n" + cli.err()).isEqualTo(ExitCode.OK);
        return cli;
    }

    private static String fail(ExitCode code, String arguments, String message) {
        Cli cli = Cli.run(arguments.split(" "));
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(code);
        assertThat(cli.err()).contains(message);
        return cli.err();
    }

    private static List<String> lines() {
        Random random = new Random(11);
        String[] parts = {"loom", "wove", "word", "thread", "weaver", "woven", "größe", "fäden", "s", "ly"};
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < 400; line++) {
            StringBuilder sentence = new StringBuilder();
            for (int word = 0; word < 12; word++) {
                sentence.append(parts[random.nextInt(parts.length)]);
                sentence.append(random.nextInt(3) == 0 ? parts[random.nextInt(parts.length)] : "");
                sentence.append(random.nextInt(6) == 0 ? ", " : " ");
            }
            lines.add(sentence.toString());
        }
        return lines;
    }
}
