package org.wordloom.cluster.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.cluster.KeptShuffles;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.Texts;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.cooccurrence.CooccurrenceOptions.Boundary;
import org.wordloom.cooccurrence.CooccurrenceOptions.Weighting;

@ExtendWith(LocalSpark.class)
class CooccurrenceJobTest {
    private static final CooccurrenceOptions DEFAULTS = CooccurrenceOptions.defaults();

    @TempDir
    private Path folder;

    static Stream<Arguments> options() {
        return Stream.of(
                Arguments.of(DEFAULTS, 1),
                Arguments.of(DEFAULTS, 5),
                Arguments.of(new CooccurrenceOptions(3, false, Weighting.INVERSE_DISTANCE, Boundary.SENTENCE, 0), 4),
                Arguments.of(new CooccurrenceOptions(30, true, Weighting.INVERSE_DISTANCE, Boundary.SENTENCE, 0), 3),
                Arguments.of(new CooccurrenceOptions(5, true, Weighting.FLAT, Boundary.SENTENCE, 0), 7),
                Arguments.of(new CooccurrenceOptions(4, false, Weighting.LINEAR, Boundary.SENTENCE, 0), 60));
    }

    @ParameterizedTest
    @MethodSource("options")
    void cellsAreThoseOfTheReference(CooccurrenceOptions options, int blocks, JavaSparkContext spark)
            throws IOException {
        String text = Texts.random(Seeds.random(CooccurrenceJobTest.class), 400);
        Path output = count(spark, text, 1 << 12, CooccurrencePlan.of(options, blocks), "out");
        CooccurrenceFolder artefact = CooccurrenceFolder.open(Storage.local(), output.toString());
        SortedMap<List<Integer>, Double> expected =
                ReferenceCounts.of(Arrays.asList(text.split("\n")), artefact.vocabulary(), options);
        SortedMap<List<Integer>, Float> found = Artefacts.cells(artefact);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((cell, value) ->
                assertThat((double) found.get(cell)).as(cell.toString()).isCloseTo(value, within(1e-6 * value)));
        assertThat(artefact.entries()).isEqualTo(expected.size());
        assertSums(artefact, expected);
    }

    private static void assertSums(CooccurrenceFolder artefact, SortedMap<List<Integer>, Double> cells) {
        double[] rows = new double[artefact.vocabulary().size()];
        double[] columns = new double[rows.length];
        cells.forEach((cell, value) -> {
            rows[cell.get(0)] += value;
            columns[cell.get(1)] += value;
        });
        assertThat(artefact.rowSums()).containsExactly(rows, within(1e-6));
        assertThat(artefact.columnSums()).containsExactly(columns, within(1e-6));
    }

    @Test
    void filesOfItsShufflesGo(JavaSparkContext spark) throws Exception {
        String text = Texts.random(Seeds.random(CooccurrenceJobTest.class), 400);
        KeptShuffles.assertNoneOf(() -> count(spark, text, 1 << 12, CooccurrencePlan.of(DEFAULTS, 3), "cleaned"));
    }

    @Test
    void sameBytesHoweverItWasDivided(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(CooccurrenceJobTest.class), 20_000);
        CooccurrencePlan plan = CooccurrencePlan.of(DEFAULTS, 6);
        SortedMap<String, String> expected = Artefacts.digest(count(spark, text, 1 << 22, plan, "one"));
        assertThat(Artefacts.digest(count(spark, text, 10_000, plan, "many"))).isEqualTo(expected);
        CooccurrencePlan poor = plan.withMemoryBytes(CooccurrencePlan.LEAST_BYTES);
        assertThat(Artefacts.digest(count(spark, text, 50_000, poor, "poor"))).isEqualTo(expected);
        assertThat(expected).containsKeys("cooccurrence.json", "cells.index", "sums.bin", "vocab.tsv");
    }

    @Test
    void aMinimumLeavesCellsOutAndSaysHowMuch(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(CooccurrenceJobTest.class), 400);
        Corpus corpus = Artefacts.corpus(1 << 12, Texts.write(folder.resolve("text"), text));
        CooccurrenceOptions minimum =
                new CooccurrenceOptions(10, true, Weighting.INVERSE_DISTANCE, Boundary.SENTENCE, 1.5);
        Path output = folder.resolve("out");
        CooccurrenceTotals totals = Artefacts.count(spark, corpus, CooccurrencePlan.of(minimum, 3), output)
                .totals();
        CooccurrenceFolder artefact = CooccurrenceFolder.open(Storage.local(), output.toString());
        SortedMap<List<Integer>, Double> all =
                ReferenceCounts.of(Arrays.asList(text.split("\n")), artefact.vocabulary(), minimum);
        double weight = all.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Double> lost =
                all.values().stream().filter(value -> value < 1.5 - 1e-9).toList();
        assertThat(Artefacts.cells(artefact)).hasSize(all.size() - lost.size());
        assertThat(totals.entries()).isEqualTo(all.size() - lost.size());
        assertThat(totals.lostEntries()).isEqualTo(lost.size());
        assertThat(totals.lostWeight())
                .isCloseTo(lost.stream().mapToDouble(Double::doubleValue).sum(), within(1e-6 * weight));
        assertThat(totals.weight()).isCloseTo(weight, within(1e-9 * weight));
        assertSums(artefact, all);
    }

    private Path count(JavaSparkContext spark, String text, long rangeBytes, CooccurrencePlan plan, String name)
            throws IOException {
        Corpus corpus = Artefacts.corpus(rangeBytes, Texts.write(folder.resolve("text"), text));
        Path output = folder.resolve(name);
        Artefacts.count(spark, corpus, plan, output);
        return output;
    }
}
