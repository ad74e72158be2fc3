package org.wordloom.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.WordVectors;
import org.wordloom.vocab.Vocabulary;

class ReportPartsTest {
    @Test
    void scalesTickAtRoundNumbers() {
        Scale scale = Scale.over(List.of(new double[] {0.3}, new double[] {9.1}), 0, 4, 0, 100);
        assertThat(scale.ticks()).containsExactly(0.0, 5.0, 10.0);
        assertThat(scale.at(5)).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 4, 5, 7, 10, 0.3, -1, -7})
    void constantCurvesHaveAPlace(double value) {
        Scale constant = Scale.over(List.of(new double[] {value}, new double[] {value}), 0, 4, 0, 100);
        assertThat(constant.low()).isLessThanOrEqualTo(value);
        assertThat(constant.high()).isGreaterThan(constant.low());
        assertThat(constant.at(value)).isBetween(0.0, 100.0);
    }

    @Test
    void picturesOfNothingLeaveNoTrace() {
        HtmlPage page = new HtmlPage("title");
        String empty = page.html();
        page.pictures(
                "heading", "caption", LineChart.svg("loss", List.<double[]>of(new double[] {1, 2}), "cycles"), "");
        assertThat(page.html()).isEqualTo(empty);
        page.pictures("heading", "caption", "", "<svg></svg>");
        assertThat(page.html()).contains("heading", "caption").containsOnlyOnce("<figure>");
    }

    @Test
    void whatCouldNotBeMeasuredIsNoPointOfACurve() {
        List<double[]> points = List.of(new double[] {1, Double.NaN}, new double[] {2, 3}, new double[] {3, 4});
        assertThat(LineChart.svg("loss", points, "seconds"))
                .contains("polyline")
                .doesNotContain("NaN");
        assertThat(LineChart.svg("loss", points.subList(0, 2), "seconds")).isEmpty();
        assertThat(Fact.of("final loss", Double.NaN, 4).value()).isEqualTo("-");
    }

    @Test
    void wordsCannotBecomeMarkup() {
        HtmlPage page = new HtmlPage("<b>");
        page.table(List.<String[]>of(new String[] {"<script>", "a & \"b\""}));
        assertThat(page.html()).doesNotContain("<script>", "<b>").contains("&lt;script&gt;", "a &amp; &quot;b&quot;");
    }

    @Test
    void labelsDoNotCoverEachOther() {
        Labels labels = new Labels(1000, 500);
        double[] first = labels.place(500, 250, 6, 16);
        double[] second = labels.place(500, 250, 6, 16);
        assertThat(first).containsExactly(500, 250);
        assertThat(Math.abs(second[1] - 250) >= 16 || Math.abs(second[0] - 500) >= 50)
                .isTrue();
    }

    @Test
    void longWordsAreShortened() {
        String word = "🙂".repeat(40);
        assertThat(HtmlPage.shortened(word)).isEqualTo(word);
        assertThat(HtmlPage.shortened(word + "x")).isEqualTo("🙂".repeat(39) + "…");
    }

    @Test
    void labelsOfIdeographsAreWider() {
        assertThat(Labels.letters("word")).isEqualTo(4);
        assertThat(Labels.letters("日本語")).isEqualTo(5);
        assertThat(Labels.letters("ひらが한국어")).isEqualTo(10);
    }

    @Test
    void mapOfTheSameVectorsIsTheSame() {
        WordVectors vectors = vectors(40);
        List<Integer> ids = new ContentWords(vectors, vectors.vocabulary().totalCount()).forMap();
        String map = WordMap.svg(vectors, ids);
        assertThat(map).isEqualTo(WordMap.svg(vectors, ids)).contains(">word7<");
        assertThat(WordMap.svg(vectors, ids.subList(0, 3))).isEmpty();
    }

    @Test
    void contentWordsPassOverFunctionWords() {
        String[] words = new String[2_000];
        long[] counts = new long[words.length];
        RowMatrix matrix = new RowMatrix(words.length, 4);
        for (int i = 0; i < words.length; i++) {
            words[i] = i == 503 ? "ab" : "word" + i;
            counts[i] = i < 10 ? 1_000_000 : 10;
            matrix.set(i, 0, i % 3 == 2 ? 2 : 1);
        }
        WordVectors vectors = new WordVectors(Vocabulary.of(words, counts), matrix);
        ContentWords content = new ContentWords(vectors, vectors.vocabulary().totalCount());
        assertThat(content.forMap()).hasSize(300).startsWith(8, 11, 14).doesNotContain(6, 503);
        assertThat(content.examples()).hasSize(12).allMatch(id -> id % 3 == 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"слово%d", "词%d", "كلمة%d", "शब्द%d", "λόγος", "言葉", "מילה"})
    void wordsOfEveryScriptAreContentWords(String form) {
        String[] words = {"—", "，", "…", "of", String.format(Locale.ROOT, form, 1), "naïve"};
        WordVectors vectors = new WordVectors(Vocabulary.of(words, new long[words.length]), new RowMatrix(6, 2));
        assertThat(new ContentWords(vectors, 0).forMap()).containsExactly(4, 5);
    }

    @Test
    void ticksAreLabelledAsFinelyAsTheyStand() {
        Scale scale = Scale.over(List.of(new double[] {2.1}, new double[] {3.9}), 0, 4, 0, 100);
        assertThat(scale.ticks().stream().map(scale::label)).contains("2.5", "3.0");
    }

    private static WordVectors vectors(int size) {
        Random random = new Random(1);
        String[] words = new String[size];
        RowMatrix matrix = new RowMatrix(size, 12);
        for (int i = 0; i < size; i++) {
            words[i] = "word" + i;
            for (int column = 0; column < 12; column++) {
                matrix.set(i, column, random.nextFloat() - 0.5f);
            }
        }
        return new WordVectors(Vocabulary.of(words, new long[size]), matrix);
    }
}
