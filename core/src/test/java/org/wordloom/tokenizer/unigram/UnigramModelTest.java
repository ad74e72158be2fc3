package org.wordloom.tokenizer.unigram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wordloom.TestRandom;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.WordEncoder;

class UnigramModelTest {
    @Test
    void findsTheBestOfAllSegmentations() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 300; round++) {
            Map<String, Double> scores = scores(random);
            UnigramModel model = model(scores, Dialect.HUGGINGFACE);
            String text = text(random, 1 + random.below(11));
            List<SegmentationReference.Path> all = sorted(text, scores);
            List<String> best = new ArrayList<>();
            double[] score = {0};
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            model.newUtf8Encoder().encode(utf8, 0, utf8.length, (id, from, to) -> {
                String piece = new String(utf8, from, to - from, StandardCharsets.UTF_8);
                best.add(piece);
                score[0] += id < 0 ? unknown(scores) : scores.get(piece);
            });
            assertThat(score[0]).isCloseTo(all.get(0).score(), within(1e-9));
            assertThat(String.join("", best)).isEqualTo(text);
        }
    }

    @Test
    void listsSegmentationsFromTheBestOn() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 200; round++) {
            Map<String, Double> scores = scores(random);
            String text = text(random, 1 + random.below(9));
            List<SegmentationReference.Path> all = sorted(text, scores);
            List<Segmentation> found = model(scores, Dialect.HUGGINGFACE).nBest(text, all.size() + 5);
            assertThat(found).hasSameSizeAs(all);
            assertThat(found.stream().map(s -> List.of(s)).distinct()).hasSameSizeAs(all);
            for (int i = 0; i < all.size(); i++) {
                assertThat(found.get(i).score()).isCloseTo(all.get(i).score(), within(1e-9));
            }
            List<Segmentation> few = model(scores, Dialect.HUGGINGFACE).nBest(text, 1 + random.below(4));
            for (int i = 0; i < few.size(); i++) {
                assertThat(few.get(i).score()).isCloseTo(all.get(i).score(), within(1e-9));
            }
        }
    }

    /** All 10^83 segmentations are equally probable, but for rounding. */
    @Test
    @Timeout(20)
    void findsTheFirstOfCountlessEquals() {
        for (double score : new double[] {-1, -1.1, -0.7}) {
            Map<String, Double> scores = new LinkedHashMap<>();
            scores.put("a", score);
            scores.put("aa", 2 * score);
            List<Segmentation> found = model(scores, Dialect.HUGGINGFACE).nBest("a".repeat(400), 50);
            assertThat(found).hasSize(50).allSatisfy(segmentation -> assertThat(segmentation.score())
                    .isCloseTo(400 * score, within(1e-9)));
            assertThat(found.stream().map(s -> List.of(s)).distinct()).hasSize(50);
        }
    }

    @Test
    void drawsSegmentationsByTheirProbabilities() {
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put("a", -1.0);
        scores.put("b", -1.5);
        scores.put("ab", -2.0);
        scores.put("ba", -3.0);
        scores.put("aba", -3.5);
        double alpha = 0.5;
        Map<String, Double> scaled = new HashMap<>();
        scores.forEach((piece, score) -> scaled.put(piece, alpha * score));
        Map<String, Double> expected = SegmentationReference.expected(SegmentationReference.all("abab", scaled, 0));
        WordEncoder encoder = model(scores, Dialect.HUGGINGFACE).newSamplingEncoder(alpha, 5);
        Map<String, Double> counts = new HashMap<>();
        int draws = 40_000;
        char[] text = "abab".toCharArray();
        for (int i = 0; i < draws; i++) {
            encoder.startText(i);
            encoder.encode(
                    text,
                    0,
                    4,
                    (id, from, to) -> counts.merge(new String(text, from, to - from), 1.0 / draws, Double::sum));
        }
        expected.forEach(
                (piece, count) -> assertThat(counts.get(piece)).as(piece).isCloseTo(count, within(0.05 * count)));
    }

    @Test
    void drawsTheSameForTheSameText() {
        WordEncoder encoder = model(Map.of("a", -1.0, "aa", -1.9, "aaa", -2.5), Dialect.HUGGINGFACE)
                .newSamplingEncoder(0.1, 9);
        assertThat(encoder.isDeterministic()).isFalse();
        assertThat(draw(encoder, 3)).isEqualTo(draw(encoder, 3)).isNotEqualTo(draw(encoder, 4));
    }

    @Test
    void joinsUnknownCharactersAndCountsOffsetsInChars() {
        UnigramModel model = model(Map.of("a", -1.0, "b", -2.0), Dialect.SENTENCEPIECE);
        assertThat(encode(model, "a\uD83D\uDE00日b")).containsExactly("1:0-1", "0:1-4", "2:4-5");
    }

    @Test
    void takesBytesForUnknownCharacters() {
        List<String> pieces = new ArrayList<>(List.of("<unk>", "a"));
        List<PieceType> types = new ArrayList<>(List.of(PieceType.UNKNOWN, PieceType.NORMAL));
        for (int value = 0; value < 256; value++) {
            pieces.add(PieceType.bytePiece(value));
            types.add(PieceType.BYTE);
        }
        double[] scores = new double[pieces.size()];
        scores[1] = -1;
        UnigramModel one = new UnigramModel(pieces, scores, types, 0, true, Dialect.SENTENCEPIECE);
        assertThat(encode(one, "aéß")).containsExactly("1:0-1", "197:1-2", "171:1-2", "197:2-3", "161:2-3");
        UnigramModel other = new UnigramModel(pieces, scores, types, 0, true, Dialect.HUGGINGFACE);
        assertThat(encode(other, "aéß")).containsExactly("1:0-1", "197:1-3", "171:1-3", "197:1-3", "161:1-3");
    }

    @Test
    void takesAWordOfFiftyMegabytes() {
        UnigramModel model = model(Map.of("a", -1.0, "aa", -1.5, "aaaa", -1.7), Dialect.SENTENCEPIECE);
        byte[] word = "a".repeat(12_000_000).getBytes(StandardCharsets.UTF_8);
        long[] covered = {0};
        model.newUtf8Encoder().encode(word, 0, word.length, (id, from, to) -> covered[0] += to - from);
        assertThat(covered[0]).isEqualTo(word.length);
    }

    @Test
    void refusesPiecesThatCannotBe() {
        assertThatThrownBy(() -> model(Map.of("", -1.0), Dialect.SENTENCEPIECE)).hasMessageContaining("empty");
        assertThatThrownBy(() -> model(Map.of("a\0b", -1.0), Dialect.SENTENCEPIECE))
                .hasMessageContaining("NUL");
        assertThatThrownBy(() -> model(Map.of("a", Double.NaN), Dialect.SENTENCEPIECE))
                .hasMessageContaining("NaN");
    }

    private static List<String> encode(UnigramModel model, String text) {
        List<String> pieces = new ArrayList<>();
        model.newEncoder()
                .encode(text.toCharArray(), 0, text.length(), (id, from, to) -> pieces.add(id + ":" + from + "-" + to));
        return pieces;
    }

    private static List<Integer> draw(WordEncoder encoder, long number) {
        List<Integer> ids = new ArrayList<>();
        encoder.startText(number);
        for (int i = 0; i < 20; i++) {
            encoder.encode("aaaaaaaa".toCharArray(), 0, 8, (id, from, to) -> ids.add(id));
        }
        return ids;
    }

    static UnigramModel model(Map<String, Double> scores, Dialect dialect) {
        List<String> pieces = new ArrayList<>(List.of("<unk>"));
        List<PieceType> types = new ArrayList<>(List.of(PieceType.UNKNOWN));
        scores.keySet().stream().sorted().forEach(pieces::add);
        types.addAll(Collections.nCopies(scores.size(), PieceType.NORMAL));
        double[] values = new double[pieces.size()];
        for (int id = 1; id < values.length; id++) {
            values[id] = scores.get(pieces.get(id));
        }
        return new UnigramModel(pieces, values, types, 0, false, dialect);
    }

    private static Map<String, Double> scores(TestRandom random) {
        Map<String, Double> scores = new HashMap<>();
        for (int i = 0; i < 14; i++) {
            scores.put(text(random, 1 + random.below(4)), -random.below(1000) / 100.0);
        }
        return scores;
    }

    private static String text(TestRandom random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.oneOf("a", "b", "c", "é", "日", "\uD83D\uDE00"));
        }
        return text.toString();
    }

    private static double unknown(Map<String, Double> scores) {
        return Collections.min(scores.values()) - 10;
    }

    private static List<SegmentationReference.Path> sorted(String text, Map<String, Double> scores) {
        List<SegmentationReference.Path> all =
                new ArrayList<>(SegmentationReference.all(text, scores, unknown(scores)));
        all.sort(Comparator.comparingDouble(SegmentationReference.Path::score).reversed());
        return all;
    }
}
