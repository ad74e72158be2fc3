package org.wordloom.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.wordloom.format.Word2VecTextFormat;
import org.wordloom.model.WordVectors;
import org.wordloom.search.AnalogyMethod;
import org.wordloom.search.ExactSearch;
import org.wordloom.search.Neighbor;

/** Our figures against those that gensim gave for the same files; see make_golden.py beside them. */
class GensimGoldenTest {
    private static final Offset<Double> TOLERANCE = within(1e-5);

    private final WordVectors vectors = read("vectors.txt", in -> Word2VecTextFormat.read(in, "vectors.txt", -1));
    private final SimilarityDataset pairs = read("similarity.tsv", in -> SimilarityDataset.read(in, "similarity"));
    private final AnalogyQuestions questions = read("analogies.txt", in -> AnalogyQuestions.read(in, "analogies"));

    @Test
    void similaritiesCorrelateAsInGensim() {
        List<String[]> rows = golden("pairs").toList();
        assertThat(rows).hasSize(8);
        for (String[] row : rows) {
            boolean dummy = row[2].equals("1");
            SimilarityOptions options =
                    new SimilarityOptions(row[1].equals("1"), dummy, Integer.parseInt(row[3]), 10, 1);
            SimilarityResult result = SimilarityEvaluation.evaluate(vectors, pairs, options);
            assertThat(result.pearson()).isCloseTo(Double.parseDouble(row[4]), TOLERANCE);
            assertThat(result.spearman()).isCloseTo(Double.parseDouble(row[5]), TOLERANCE);
            assertThat(100 * (1 - result.coverage())).isCloseTo(Double.parseDouble(row[6]), TOLERANCE);
            assertThat(result.malformed()).as("the header").isEqualTo(1);
        }
    }

    @Test
    void analogiesAreAnsweredAsInGensim() {
        List<String[]> rows =
                Stream.concat(golden("COS_ADD"), golden("COS_MUL")).toList();
        assertThat(rows).hasSize(45);
        for (int first = 0; first < rows.size(); first += 5) {
            AnalogyResult result = evaluate(rows.get(first));
            for (int i = 0; i < 5; i++) {
                String[] row = rows.get(first + i);
                AnalogyResult.Score score = i < 4 ? result.sections().get(i) : result.total();
                assertThat(new int[] {score.correct(), score.asked()})
                        .as(String.join(" ", row))
                        .containsExactly(Integer.parseInt(row[5]), Integer.parseInt(row[6]));
            }
        }
    }

    private AnalogyResult evaluate(String[] row) {
        AnalogyOptions options = new AnalogyOptions(
                AnalogyMethod.valueOf(row[0]), Integer.parseInt(row[3]), row[1].equals("1"), row[2].equals("1"), 2);
        AnalogyResult result = AnalogyEvaluation.evaluate(vectors, questions, options);
        assertThat(result.semantic().plus(result.syntactic()).correct())
                .isEqualTo(result.total().correct());
        assertThat(result.malformed()).isEqualTo(1);
        return result;
    }

    @Test
    void neighborsAreGensims() {
        ExactSearch search = new ExactSearch(vectors, 1);
        List<String[]> rows = golden("nearest").toList();
        assertThat(rows).hasSizeGreaterThan(100);
        for (String[] row : rows) {
            check(search.nearest(row[1], 10), row, 2);
        }
    }

    @Test
    void analogiesOfBothMethodsAreGensims() {
        ExactSearch search = new ExactSearch(vectors, 1);
        List<String[]> rows = golden("analogy").toList();
        assertThat(rows).hasSizeGreaterThan(100);
        for (String[] row : rows) {
            check(search.analogy(row[2], row[3], row[4], 10, AnalogyMethod.valueOf(row[1])), row, 5);
        }
    }

    private static void check(List<Neighbor> found, String[] row, int at) {
        Neighbor neighbor = found.get(Integer.parseInt(row[at]));
        assertThat(found).hasSize(10);
        assertThat(neighbor.word()).as(String.join(" ", row)).isEqualTo(row[at + 1]);
        double score = Double.parseDouble(row[at + 2]);
        assertThat((double) neighbor.score()).isCloseTo(score, within(1e-5 * Math.max(1, score)));
    }

    private static Stream<String[]> golden(String kind) {
        String text = read("golden.tsv", in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
        return text.lines().map(line -> line.split("\t")).filter(row -> row[0].equals(kind));
    }

    private interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    private static <T> T read(String file, Reader<T> reader) {
        try (InputStream in = GensimGoldenTest.class.getResourceAsStream("/gensim/" + file)) {
            return reader.read(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
