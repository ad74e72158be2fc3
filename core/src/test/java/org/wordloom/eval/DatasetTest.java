package org.wordloom.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

class DatasetTest {
    @Test
    void pairsAreSeparatedByTabsCommasOrSpaces() throws IOException {
        SimilarityDataset dataset = SimilarityDataset.read(
                stream(
                        "\uFEFFWord 1,Word 2,Human (mean)\n# note\na\tb\t1.5\nc,d,2\r\n\ne  f 3e0\nnew york\tla\t4\nx\ty\n"
                                + "x\ty\tNaN\n"),
                "pairs");
        assertThat(dataset.pairs())
                .containsExactly(
                        new SimilarityDataset.Pair("a", "b", 1.5),
                        new SimilarityDataset.Pair("c", "d", 2),
                        new SimilarityDataset.Pair("e", "f", 3),
                        new SimilarityDataset.Pair("new york", "la", 4));
        assertThat(dataset.malformed()).hasSize(3);
        assertThat(dataset.malformed().get(0)).startsWith("line 1: ").contains("Human");
        assertThat(dataset.malformed().get(1)).startsWith("line 8: ").contains("2 fields");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstWord() throws IOException {
        assertThat(SimilarityDataset.read(stream("\uFEFFa\tb\t1\n\uFEFFc\td\t2\n"), "pairs")
                        .pairs())
                .containsExactly(
                        new SimilarityDataset.Pair("a", "b", 1), new SimilarityDataset.Pair("\uFEFFc", "d", 2));
    }

    @Test
    void pairsWithoutAFiniteScoreOrAWordAreMalformed() throws IOException {
        SimilarityDataset dataset =
                SimilarityDataset.read(stream("a\tb\t1e999\nc\td\t-1e999\ne\t\t3\ng\th\t1e99\n"), "pairs");
        assertThat(dataset.pairs()).containsExactly(new SimilarityDataset.Pair("g", "h", 1e99));
        assertThat(dataset.malformed())
                .containsExactly(
                        "line 1: '1e999' is not a finite number",
                        "line 2: '-1e999' is not a finite number",
                        "line 3: expected word, word, score, found an empty word");
    }

    @Test
    void linesOfAnotherEncodingAreMalformed() throws IOException {
        byte[] latin = "café\tthé\t1\na\tb\t2\n".getBytes(StandardCharsets.ISO_8859_1);
        SimilarityDataset dataset = SimilarityDataset.read(new ByteArrayInputStream(latin), "pairs");
        assertThat(dataset.pairs()).containsExactly(new SimilarityDataset.Pair("a", "b", 2));
        assertThat(dataset.malformed()).containsExactly("line 1: it is not UTF-8");
        byte[] questions = ": x\na b c é\né b c d\na b c d\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(AnalogyQuestions.read(new ByteArrayInputStream(questions), "questions")
                        .malformed())
                .containsExactly("line 2: it is not UTF-8", "line 3: it is not UTF-8");
    }

    @Test
    void questionsComeInSections() throws IOException {
        AnalogyQuestions questions = AnalogyQuestions.read(
                stream(": capital\nA B C D\nA B  E\tF\n: gram1-plural\na b c\n: empty\n"), "questions");
        assertThat(questions.sections())
                .extracting(AnalogyQuestions.Section::name)
                .containsExactly("capital", "gram1-plural", "empty");
        assertThat(questions.sections().get(0).questions())
                .containsExactly(
                        new AnalogyQuestions.Question("A", "B", "C", "D"),
                        new AnalogyQuestions.Question("A", "B", "E", "F"));
        assertThat(questions.sections().stream().map(AnalogyQuestions.Section::syntactic))
                .containsExactly(false, true, false);
        assertThat(questions.malformed()).containsExactly("line 5: expected four words, found 3");
    }

    @Test
    void filesOfAnotherKindAreRefused() {
        assertThatThrownBy(() -> SimilarityDataset.read(stream("hello\n"), "file"))
                .isInstanceOfSatisfying(WordloomException.class, error -> assertThat(error.exitCode())
                        .isEqualTo(ExitCode.INPUT))
                .hasMessageContaining("file");
        assertThatThrownBy(() -> AnalogyQuestions.read(stream("a b c d\n"), "file"))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("section");
        assertThatThrownBy(() -> AnalogyQuestions.read(stream(": section\n"), "file"))
                .isInstanceOf(WordloomException.class);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
