package org.wordloom.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wordloom.text.TokenizationOptions.Kind;

/**
 * Segments the test sentences of Chinese-GSDSimp (Universal Dependencies) with the words of its development sentences.
 * Most errors are words that this small list of 4,305 words does not know. The floors lie half a point below what was measured.
 */
@Tag("data")
class SegmentationQualityTest {
    private static List<Sentence> test;
    private static List<Sentence> development;

    /** The raw text and its words. */
    private record Sentence(String text, List<String> words) {}

    @BeforeAll
    static void read() {
        String data = System.getenv("WORDLOOM_DATA");
        assumeTrue(data != null, "WORDLOOM_DATA is not set");
        test = read(Path.of(data, "lang", "zh_gsdsimp-ud-test.conllu.gz"));
        development = read(Path.of(data, "lang", "zh_gsdsimp-ud-dev.conllu.gz"));
    }

    @Test
    void segmentsWithTheWordsOfOtherText() {
        Map<String, Long> words = count(development);
        double longest = f1(Kind.DICTIONARY_LONGEST, List.copyOf(words.keySet()));
        assertThat(longest).isGreaterThan(0.626);
        assertThat(f1(Kind.DICTIONARY_SHORTEST_PATH, List.copyOf(words.keySet())))
                .isGreaterThan(longest - 0.002);
        assertThat(f1(Kind.DICTIONARY_SHORTEST_PATH, withCounts(words))).isGreaterThan(longest - 0.002);
    }

    @Test
    void segmentsAlmostPerfectlyWhenEveryWordIsKnown() {
        Map<String, Long> words = count(test);
        double longest = f1(Kind.DICTIONARY_LONGEST, List.copyOf(words.keySet()));
        assertThat(longest).isGreaterThan(0.985);
        assertThat(f1(Kind.DICTIONARY_SHORTEST_PATH, List.copyOf(words.keySet())))
                .isGreaterThan(longest - 0.002);
        assertThat(f1(Kind.DICTIONARY_SHORTEST_PATH, withCounts(words))).isGreaterThan(longest);
    }

    @Test
    void unicodeWordsNeedNoList() {
        assertThat(f1(Kind.WORDS, List.of())).isGreaterThan(0.752);
    }

    private static Map<String, Long> count(List<Sentence> sentences) {
        Map<String, Long> counts = new TreeMap<>();
        for (Sentence sentence : sentences) {
            sentence.words().forEach(word -> counts.merge(word, 1L, Long::sum));
        }
        return counts;
    }

    private static List<String> withCounts(Map<String, Long> words) {
        return words.entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue())
                .toList();
    }

    private static double f1(Kind kind, List<String> dictionary) {
        WordTokenizer tokenizer =
                WordTokenizers.create(new TokenizationOptions(kind, false, Normalization.NONE, dictionary));
        long correct = 0;
        long expected = 0;
        long found = 0;
        for (Sentence sentence : test) {
            Set<Long> gold = spans(sentence.words());
            Set<Long> spans = spans(Tokens.of(tokenizer, sentence.text()));
            expected += gold.size();
            found += spans.size();
            spans.retainAll(gold);
            correct += spans.size();
        }
        double f1 = 2.0 * correct / (expected + found);
        System.out.printf(Locale.ROOT, "%s: word F1 %.4f%n", kind, f1);
        return f1;
    }

    /** Where words begin and end, counted in letters and digits alone; words without any are left out. */
    private static Set<Long> spans(List<String> words) {
        Set<Long> spans = new HashSet<>();
        long position = 0;
        for (String word : words) {
            long letters = word.codePoints().filter(Character::isLetterOrDigit).count();
            if (letters > 0) {
                spans.add(position << 32 | position + letters);
            }
            position += letters;
        }
        return spans;
    }

    private static List<Sentence> read(Path path) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            List<Sentence> sentences = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] columns = line.split("\t", -1);
                if (line.startsWith("# text = ")) {
                    sentences.add(new Sentence(line.substring("# text = ".length()), new ArrayList<>()));
                } else if (columns[0].matches("[0-9]+")) {
                    sentences.get(sentences.size() - 1).words().add(columns[1]);
                }
            }
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
