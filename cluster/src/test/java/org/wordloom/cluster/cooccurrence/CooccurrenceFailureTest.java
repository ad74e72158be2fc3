package org.wordloom.cluster.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.Texts;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.encoding.EncodeJob;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.vocab.Vocabulary;

/** A run that fails leaves nothing behind, and the next one succeeds. */
@ExtendWith(LocalSpark.class)
class CooccurrenceFailureTest {
    private static final CooccurrencePlan POOR =
            CooccurrencePlan.of(CooccurrenceOptions.defaults(), 3).withMemoryBytes(CooccurrencePlan.LEAST_BYTES);

    @TempDir
    private Path folder;

    @Test
    void aDamagedShardEndsTheRunAndAllThatItWrote(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(CooccurrenceFailureTest.class), 60_000);
        Corpus corpus = Artefacts.corpus(1 << 17, Texts.write(folder.resolve("text"), text));
        Vocabulary vocabulary = Artefacts.vocabulary(spark, corpus);
        EncodedCorpus encoded = new EncodeJob(spark)
                .run(corpus, vocabulary, folder.resolve("ids").toString());
        Path last = Path.of(encoded.shards().get(encoded.shards().size() - 1).path());
        byte[] sound = Files.readAllBytes(last);
        byte[] damaged = sound.clone();
        damaged[sound.length / 2] ^= 1;
        Files.write(last, damaged);
        assertThatThrownBy(() -> count(spark, encoded, vocabulary))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining(last.toString())
                .hasMessageContaining("near byte")
                .extracting(e -> ((WordloomException) e).exitCode())
                .isEqualTo(ExitCode.FORMAT);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("text", "ids");
        assertThat(runFolders()).isEmpty();
        Files.write(last, sound);
        count(spark, encoded, vocabulary);
        assertThat(CooccurrenceFolder.open(
                                Storage.local(), folder.resolve("out").toString())
                        .entries())
                .isPositive();
        assertThat(runFolders()).isEmpty();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("text", "ids", "out");
    }

    @Test
    void tooFewBlocksForTheMemoryAreRefusedBeforeAnythingIsCounted(JavaSparkContext spark) throws IOException {
        Corpus corpus = Artefacts.corpus(
                1 << 17, Texts.write(folder.resolve("text"), Texts.random(Seeds.random(getClass()), 100)));
        CooccurrencePlan tooMany =
                CooccurrencePlan.of(CooccurrenceOptions.defaults(), 1024).withMemoryBytes(CooccurrencePlan.LEAST_BYTES);
        assertThatThrownBy(() -> Artefacts.count(spark, corpus, tooMany, folder.resolve("out")))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("in 1024 blocks takes")
                .extracting(e -> ((WordloomException) e).exitCode())
                .isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(folder.toFile().list()).containsExactly("text");
    }

    private void count(JavaSparkContext spark, EncodedCorpus encoded, Vocabulary vocabulary) {
        try (OutputFolder output =
                OutputFolder.create(Storage.local(), folder.resolve("out").toString(), false)) {
            new CooccurrenceJob(spark).run(encoded, vocabulary, POOR, output);
            output.commit();
        }
    }

    /** What counters left in Spark's folders. Another task of the stage may still be ending. */
    private static List<File> runFolders() {
        for (int wait = 0; wait < 100; wait++) {
            List<File> found = Arrays.stream(
                            SparkEnv.get().blockManager().diskBlockManager().localDirs())
                    .flatMap(local -> Arrays.stream(local.listFiles()))
                    .filter(file -> file.getName().startsWith("wordloom-runs"))
                    .toList();
            if (found.isEmpty()) {
                return found;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("runs are still there");
    }
}
