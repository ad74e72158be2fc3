package org.wordloom.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.WordVectors;
import org.wordloom.search.AnalogyMethod;
import org.wordloom.vocab.Vocabulary;

/** What is counted, beside the figures that are gensim's. */
class EvaluationTest {
    /** Right angles, so that b - a + c is d and nothing else: the four words, and one far away. */
    private final WordVectors vectors = vectors();

    @Test
    void theDefaultsAreGensims() {
        assertThat(SimilarityOptions.defaults()).isEqualTo(new SimilarityOptions(true, false, 300_000, 1000, 1));
        assertThat(AnalogyOptions.defaults())
                .isEqualTo(new AnalogyOptions(AnalogyMethod.COS_ADD, 300_000, true, false, 1));
    }

    @Test
    void questionsAreCountedByWhatBecameOfThem() {
        AnalogyQuestions questions = new AnalogyQuestions(
                "questions",
                List.of(
                        section("capital", "a b c d", "a b c far", "a b c nowhere"),
                        section("gram1", "a b c d", "nowhere b c d", "a nowhere c d")),
                List.of("line 7: why"));
        AnalogyResult leftOut = AnalogyEvaluation.evaluate(vectors, questions, options(false));
        assertThat(leftOut.sections())
                .containsExactly(
                        new AnalogyResult.Score("capital", 1, 2, 1), new AnalogyResult.Score("gram1", 1, 1, 2));
        assertThat(leftOut.semantic()).isEqualTo(new AnalogyResult.Score("semantic", 1, 2, 1));
        assertThat(leftOut.syntactic()).isEqualTo(new AnalogyResult.Score("syntactic", 1, 1, 2));
        assertThat(leftOut.total()).isEqualTo(new AnalogyResult.Score("total", 2, 3, 3));
        assertThat(leftOut.malformed()).isEqualTo(1);
        AnalogyResult wrong = AnalogyEvaluation.evaluate(vectors, questions, options(true));
        assertThat(wrong.total()).isEqualTo(new AnalogyResult.Score("total", 2, 6, 3));
    }

    @Test
    void accuracyIsOfWhatWasAsked() {
        assertThat(new AnalogyResult.Score("x", 1, 4, 7).accuracy()).isEqualTo(0.25);
        assertThat(new AnalogyResult.Score("x", 0, 0, 7).accuracy()).isZero();
    }

    @Test
    void severalDatasetsAreJudgedAsEachAlone() {
        SimilarityOptions options = SimilarityOptions.defaults();
        SimilarityDataset one = pairs("one", "a", "b", "a", "far", "c", "d");
        SimilarityDataset other = pairs("other", "a", "c", "b", "nowhere", "b", "d");
        assertThat(SimilarityEvaluation.evaluate(vectors, List.of(one, other), options))
                .containsExactly(
                        SimilarityEvaluation.evaluate(vectors, one, options),
                        SimilarityEvaluation.evaluate(vectors, other, options));
    }

    private static AnalogyOptions options(boolean wrongForUnknown) {
        return new AnalogyOptions(AnalogyMethod.COS_ADD, 300_000, true, wrongForUnknown, 1);
    }

    private static AnalogyQuestions.Section section(String name, String... questions) {
        return new AnalogyQuestions.Section(
                name, List.of(questions).stream().map(EvaluationTest::question).toList());
    }

    private static AnalogyQuestions.Question question(String text) {
        String[] words = text.split(" ");
        return new AnalogyQuestions.Question(words[0], words[1], words[2], words[3]);
    }

    private static SimilarityDataset pairs(String name, String... words) {
        return new SimilarityDataset(
                name,
                List.of(
                        new SimilarityDataset.Pair(words[0], words[1], 3),
                        new SimilarityDataset.Pair(words[2], words[3], 2),
                        new SimilarityDataset.Pair(words[4], words[5], 1)),
                List.of());
    }

    private static WordVectors vectors() {
        float[][] rows = {{1, 0, 0}, {1, 1, 0}, {1, 0, 1}, {1, 1, 1}, {-1, 0, 0}};
        RowMatrix matrix = new RowMatrix(rows.length, 3);
        for (int row = 0; row < rows.length; row++) {
            matrix.setRow(row, rows[row], 0);
        }
        return new WordVectors(
                Vocabulary.of(new String[] {"a", "b", "c", "d", "far"}, new long[] {5, 4, 3, 2, 1}), matrix);
    }
}
