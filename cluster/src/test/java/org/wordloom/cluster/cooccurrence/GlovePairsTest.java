package org.wordloom.cluster.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.Texts;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.cooccurrence.CooccurrenceOptions.Boundary;
import org.wordloom.cooccurrence.CooccurrenceOptions.Weighting;
import org.wordloom.format.GloveCooccurrenceFormat;
import org.wordloom.vocab.Vocabulary;

/** A file of Stanford's program gives the artefact that counting the text itself would give. */
@ExtendWith(LocalSpark.class)
class GlovePairsTest {
    private static final CooccurrencePlan PLAN = CooccurrencePlan.of(CooccurrenceOptions.defaults(), 3);

    @TempDir
    private Path folder;

    @Test
    void cellsAndSumsAreThoseOfTheText(JavaSparkContext spark) throws IOException {
        Path text = Texts.write(folder.resolve("text"), Texts.random(Seeds.random(GlovePairsTest.class), 400));
        Artefacts.count(spark, Artefacts.corpus(1 << 12, text), PLAN, folder.resolve("counted"));
        CooccurrenceFolder counted = open("counted");
        Path file = write(counted);
        importFile(spark, file, counted.vocabulary(), PLAN, "imported");
        CooccurrenceFolder imported = open("imported");
        assertThat(Artefacts.cells(imported)).isEqualTo(Artefacts.cells(counted));
        assertThat(imported.rowSums()).isEqualTo(counted.rowSums());
        assertThat(imported.columnSums()).isEqualTo(counted.columnSums());
        assertThat(imported.entries()).isEqualTo(counted.entries());
    }

    @Test
    void valuesOfAnotherCountingAreRefusedWithTheirPlace(JavaSparkContext spark) throws IOException {
        Path file = folder.resolve("cooccurrence.bin");
        try (OutputStream out = Files.newOutputStream(file)) {
            GloveCooccurrenceFormat.Writer writer = GloveCooccurrenceFormat.writer(out);
            writer.write(0, 0, 1);
            writer.write(0, 1, 1.0 / 3);
            writer.flush();
        }
        Vocabulary words = Vocabulary.of(new String[] {"a", "b"}, new long[] {2, 1});
        CooccurrenceOptions flat = new CooccurrenceOptions(10, true, Weighting.FLAT, Boundary.SENTENCE, 0);
        assertThatThrownBy(() -> importFile(spark, file, words, CooccurrencePlan.of(flat, 1), "flat"))
                .isInstanceOf(WordloomException.class)
                .hasMessageContainingAll("cooccurrence.bin", "byte 16", "1/1", "--weighting flat");
        assertThat(folder.resolve("flat")).doesNotExist();
    }

    @Test
    void truncatedFilesAndUnknownWordsAreRefused(JavaSparkContext spark) throws IOException {
        Vocabulary words = Vocabulary.of(new String[] {"a"}, new long[] {2});
        Path cut = Files.write(folder.resolve("cut.bin"), new byte[40]);
        assertThatThrownBy(() -> importFile(spark, cut, words, PLAN, "cut")).hasMessageContaining("40 bytes");
        Path unknown = folder.resolve("unknown.bin");
        try (OutputStream out = Files.newOutputStream(unknown)) {
            GloveCooccurrenceFormat.Writer writer = GloveCooccurrenceFormat.writer(out);
            writer.write(0, 7, 1);
            writer.flush();
        }
        assertThatThrownBy(() -> importFile(spark, unknown, words, PLAN, "unknown"))
                .isInstanceOf(WordloomException.class)
                .hasMessageContainingAll("unknown.bin", "word 2", "8");
    }

    /** Writes all cells in another order, as shuffle does. */
    private Path write(CooccurrenceFolder counted) throws IOException {
        List<Map.Entry<List<Integer>, Float>> cells =
                new ArrayList<>(Artefacts.cells(counted).entrySet());
        Collections.reverse(cells);
        Path file = folder.resolve("cooccurrence.bin");
        try (OutputStream out = Files.newOutputStream(file)) {
            GloveCooccurrenceFormat.Writer writer = GloveCooccurrenceFormat.writer(out);
            for (Map.Entry<List<Integer>, Float> cell : cells) {
                // The sums of doubles that the program adds up: the float has lost their last digits.
                double units = Math.rint((double) cell.getValue() * 2520);
                writer.write(cell.getKey().get(0), cell.getKey().get(1), units / 2520);
            }
            writer.flush();
        }
        return file;
    }

    private void importFile(JavaSparkContext spark, Path file, Vocabulary words, CooccurrencePlan plan, String name) {
        try (OutputFolder output =
                OutputFolder.create(Storage.local(), folder.resolve(name).toString(), false)) {
            new CooccurrenceJob(spark).runGlove(file.toString(), words, plan, output);
            output.commit();
        }
    }

    private CooccurrenceFolder open(String name) {
        return CooccurrenceFolder.open(Storage.local(), folder.resolve(name).toString());
    }
}
