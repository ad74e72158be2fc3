package org.wordloom.cluster.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.cooccurrence.CooccurrenceOptions.Boundary;
import org.wordloom.cooccurrence.CooccurrenceOptions.Weighting;

/** Where windows end: at lines, or at documents, in text that tells them by blank lines and in records. */
@ExtendWith(LocalSpark.class)
class BoundaryTest {
    private static final String TEXT = "a b\nc a\n\n \nb c\na\n";

    @TempDir
    private Path folder;

    @Test
    void sentencesEndWithTheirLines(JavaSparkContext spark) throws IOException {
        assertThat(count(spark, corpus(TEXT), Boundary.SENTENCE)).isEqualTo(Map.of("a b", 1f, "c a", 1f, "b c", 1f));
    }

    @Test
    void documentsOfPlainTextEndAtBlankLines(JavaSparkContext spark) throws IOException {
        assertThat(count(spark, corpus(TEXT), Boundary.DOCUMENT)).isEqualTo(Map.of("a b", 1f, "b c", 2f, "c a", 2f));
    }

    @Test
    void documentsOfJsonAreRecords(JavaSparkContext spark) throws IOException {
        Path file = Files.writeString(
                folder.resolve("docs.json"), "{\"t\": \"a b\\n\\nc\"}\n{\"t\": \"a b\"}\n{\"t\": \"c\"}\n");
        Corpus corpus = Corpus.list(
                Storage.local(), CorpusOptions.of(List.of(file.toString())).withFormat(CorpusOptions.Format.JSON, "t"));
        assertThat(count(spark, corpus, Boundary.DOCUMENT)).isEqualTo(Map.of("a b", 2f, "b c", 1f));
        assertThat(count(spark, corpus, Boundary.SENTENCE)).isEqualTo(Map.of("a b", 2f));
    }

    private Corpus corpus(String text) throws IOException {
        return Artefacts.corpus(1 << 12, Files.writeString(folder.resolve("text"), text));
    }

    /** Neighbours in the order of the text, with how often. */
    private Map<String, Float> count(JavaSparkContext spark, Corpus corpus, Boundary boundary) {
        CooccurrenceOptions options = new CooccurrenceOptions(1, false, Weighting.FLAT, boundary, 0);
        Path output = folder.resolve(boundary.toString());
        Artefacts.count(spark, corpus, CooccurrencePlan.of(options, 1), output);
        CooccurrenceFolder artefact = CooccurrenceFolder.open(Storage.local(), output.toString());
        Map<String, Float> pairs = new HashMap<>();
        Artefacts.cells(artefact).forEach((cell, value) -> pairs.put(words(artefact, cell), value));
        return pairs;
    }

    private static String words(CooccurrenceFolder artefact, List<Integer> cell) {
        return String.join(
                " ",
                Arrays.asList(
                        artefact.vocabulary().word(cell.get(0)),
                        artefact.vocabulary().word(cell.get(1))));
    }
}
