package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wordloom.base.Progress;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;
import org.wordloom.tokenizer.bpe.BpeTrainer;
import org.wordloom.tokenizer.bpe.BpeTrainerOptions;
import org.wordloom.tokenizer.bpe.Pieces;
import org.wordloom.tokenizer.bpe.SubwordNmtSegmenter;
import org.wordloom.tokenizer.merging.AlphabetOptions;
import org.wordloom.tokenizer.merging.RandomVocabulary;
import org.wordloom.tokenizer.merging.TieRule;

class SubwordNmtTest {
    private static final String CODES = "#version: 0.2\nt h\nth e</w>\nt h\nc a\n";

    @Test
    @Tag("data")
    void learnsSubwordNmtsOwnReferenceMergeByMerge() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (String line : lines("corpus.en.gz")) {
            for (String word : line.split(" ")) {
                if (!word.isEmpty()) {
                    counts.merge(word, 1L, Long::sum);
                }
            }
        }
        BpeTrainerOptions options = BpeTrainerOptions.defaults()
                .withMergeLimit(1000)
                .withTies(TieRule.HIGHER_TEXTS)
                .withAlphabet(AlphabetOptions.defaults().withEndOfWordSuffix(SubwordNmtFormat.SUFFIX));
        BpeModel model = new BpeTrainer(options, Progress.Listener.none())
                .train(RandomVocabulary.of(List.copyOf(counts.entrySet())));
        List<String> reference = lines("bpe.ref.gz");
        assertThat(Pieces.merges(model)).isEqualTo(reference.subList(1, reference.size()));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        SubwordNmtFormat.write(model, written);
        assertThat(written.toString(StandardCharsets.UTF_8).lines()).isEqualTo(reference);
    }

    @Test
    @Tag("data")
    void segmentsSubwordNmtsOwnReferenceLineByLine() throws IOException {
        BpeModel model;
        try (InputStream codes = open("bpe.ref.gz")) {
            model = SubwordNmtFormat.read(codes, "bpe.ref.gz");
        }
        SubwordNmtSegmenter segmenter = new SubwordNmtSegmenter(model);
        assertThat(lines("corpus.en.gz").stream().map(segmenter::segment)).isEqualTo(lines("corpus.bpe.ref.en.gz"));
    }

    @Test
    void segmentsAsSubwordNmtDoesAroundWords() throws IOException {
        SubwordNmtSegmenter segmenter = new SubwordNmtSegmenter(read(CODES));
        assertThat(segmenter.segment("  the   cat \n")).isEqualTo("  the ca@@ t \n");
        assertThat(segmenter.segment("the\u00A0x")).isEqualTo("th@@ e@@ \u00A0@@ x");
        assertThat(segmenter.segment("\n")).isEqualTo("\n");
        assertThat(segmenter.segment("")).isEmpty();
        assertThat(segmenter.segment("😀é")).as("unknown characters pass").isEqualTo("😀@@ é");
    }

    @Test
    void readsWhatItWrites() throws IOException {
        BpeModel model = read(CODES);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        SubwordNmtFormat.write(model, written);
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("#version: 0.2\nt h\nth e</w>\nc a\n");
        assertThat(read(written.toString(StandardCharsets.UTF_8))).isEqualTo(model);
        assertThat(model.id("th")).isEqualTo(3);
    }

    @Test
    void refusesDamagedCodes() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("line 1").hasMessageContaining("the end of the file");
        assertThatThrownBy(() -> read("t h\n")).hasMessageContaining("line 1").hasMessageContaining("no version");
        assertThatThrownBy(() -> read("#version: 0.1\n")).hasMessageContaining("0.1");
        assertThatThrownBy(() -> read(CODES + "a\n"))
                .hasMessageContaining("codes is damaged")
                .hasMessageContaining("line 6");
        for (String line : List.of("a b c", " a", "a ", "", "a  b")) {
            assertThatThrownBy(() -> read(CODES + line + "\n")).hasMessageContaining("two pieces");
        }
        byte[] malformed = (CODES + "a \u00E9\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> SubwordNmtFormat.read(new ByteArrayInputStream(malformed), "codes"))
                .hasMessageContaining("line 6")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void refusesToWriteWhatItCannotHold() throws IOException {
        BpeModel model = read(CODES);
        BpeOptions options = model.options();
        assertThatThrownBy(() -> write(model.withOptions(options.withByteFallback(true))))
                .hasMessageContaining("byte fallback");
        assertThatThrownBy(() -> write(model.withOptions(options.withLongestFirst(true))))
                .hasMessageContaining("longest pieces");
        assertThatThrownBy(() -> write(model.withOptions(options.withEndOfWordSuffix(""))))
                .hasMessageContaining("</w>");
    }

    private static void write(BpeModel model) throws IOException {
        SubwordNmtFormat.write(model, new ByteArrayOutputStream());
    }

    private static BpeModel read(String codes) throws IOException {
        return SubwordNmtFormat.read(new ByteArrayInputStream(codes.getBytes(StandardCharsets.UTF_8)), "codes");
    }

    private static List<String> lines(String file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static InputStream open(String file) throws IOException {
        assumeThat(System.getenv("WORDLOOM_DATA")).isNotNull();
        return new GZIPInputStream(
                Files.newInputStream(Path.of(System.getenv("WORDLOOM_DATA"), "bpe-reference", file)));
    }
}
