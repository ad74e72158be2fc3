package org.wordloom.cluster.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaSparkContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.KeptShuffles;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.Texts;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.vocab.VocabularyOptions;

@ExtendWith(LocalSpark.class)
class VocabularyJobTest {
    private static final VocabularyOptions TWICE = new VocabularyOptions(2, 0);

    @TempDir
    private Path folder;

    @Test
    void partitionsGrowWithTheTextButNotItsSquare() {
        assertThat(VocabularyJob.partitions(100, 8)).isEqualTo(1);
        assertThat(VocabularyJob.partitions(1L << 30, 8)).isEqualTo(8);
        assertThat(VocabularyJob.partitions(100L << 30, 8)).isEqualTo(100);
        assertThat(VocabularyJob.partitions(100_000_000_000_000L, 512)).isEqualTo(4096);
    }

    @Test
    void countsAsAMapDoesWhateverTheRangeSize(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(VocabularyJobTest.class), 2000);
        Path file = Texts.write(folder.resolve("text"), text);
        for (long rangeBytes : new long[] {1000, 4096, 50_000, 1 << 20}) {
            VocabularyJob.Result result = new VocabularyJob(spark).run(Texts.corpus(rangeBytes, file), TWICE);
            assertThat(Texts.list(result.vocabulary())).isEqualTo(reference(text, 2));
            assertThat(result.statistics().lines()).isEqualTo(2000);
            assertThat(result.statistics().bytes()).isEqualTo(Files.size(file));
            assertThat(result.statistics().files()).isEqualTo(1);
            assertThat(result.statistics().distinctWords())
                    .isEqualTo(reference(text, 1).size());
            assertThat(result.statistics().defects()).isZero();
        }
    }

    @Test
    void filesOfItsShuffleGo(JavaSparkContext spark) throws Exception {
        Path file = Texts.write(folder.resolve("text"), Texts.random(Seeds.random(VocabularyJobTest.class), 200));
        KeptShuffles.assertNoneOf(() -> new VocabularyJob(spark).run(Texts.corpus(4096, file), TWICE));
    }

    @Test
    void compressionChangesNothing(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(VocabularyJobTest.class), 3000);
        VocabularyJob.Result plain =
                new VocabularyJob(spark).run(Texts.corpus(Texts.write(folder.resolve("plain"), text)), TWICE);
        for (String extension : List.of(".gz", ".bz2", ".zst")) {
            Path file = Texts.writeCompressed(folder.resolve("text" + extension), text);
            VocabularyJob.Result result = new VocabularyJob(spark).run(Texts.corpus(file), TWICE);
            assertThat(Texts.list(result.vocabulary())).isEqualTo(Texts.list(plain.vocabulary()));
            assertThat(result.statistics()).isEqualTo(plain.statistics());
        }
    }

    @Test
    void archivesOfSeveralPartsAreReadWhole(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(VocabularyJobTest.class), 300);
        for (String extension : List.of(".gz", ".bz2", ".zst")) {
            Path part = Texts.writeCompressed(folder.resolve("part" + extension), text);
            Path whole = folder.resolve("whole" + extension);
            Files.write(whole, Files.readAllBytes(part));
            Files.write(whole, Files.readAllBytes(part), StandardOpenOption.APPEND);
            VocabularyJob.Result result = new VocabularyJob(spark).run(Texts.corpus(whole), TWICE);
            assertThat(result.statistics().lines()).isEqualTo(600);
            assertThat(Texts.list(result.vocabulary())).isEqualTo(reference(text + text, 2));
        }
    }

    @Test
    void littleMemoryForCountsChangesNothing(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(VocabularyJobTest.class), 3000);
        Path file = Texts.writeCompressed(folder.resolve("text.gz"), text);
        VocabularyJob.Result result = new VocabularyJob(spark, 1).run(Texts.corpus(file), TWICE);
        assertThat(Texts.list(result.vocabulary())).isEqualTo(reference(text, 2));
        assertThat(result.statistics().tokens())
                .isEqualTo(new VocabularyJob(spark)
                        .run(Texts.corpus(file), TWICE)
                        .statistics()
                        .tokens());
    }

    @Test
    void jsonLinesGiveTheWordsOfTheirField(JavaSparkContext spark) throws IOException {
        String records = "{\"id\":\"no word\",\"body\":\"a b a\\nb\"}\n".repeat(2000);
        Path file = Texts.write(folder.resolve("records.json"), records);
        CorpusOptions options = CorpusOptions.of(List.of(file.toString()))
                .withFormat(CorpusOptions.Format.JSON, "body")
                .withRangeBytes(1000);
        VocabularyJob.Result result = new VocabularyJob(spark).run(Corpus.list(Storage.local(), options), TWICE);
        assertThat(Texts.list(result.vocabulary())).containsExactly("a 4000", "b 4000");
        assertThat(result.statistics().lines()).isEqualTo(4000);
    }

    @Test
    void oneLongLineIsReadInParts(JavaSparkContext spark) throws IOException {
        String text =
                Texts.random(Seeds.random(VocabularyJobTest.class), 20_000).replaceAll("[\r\n]+", " ");
        Path file = Texts.write(folder.resolve("line"), text);
        VocabularyJob.Result result = new VocabularyJob(spark).run(Texts.corpus(100_000, file), TWICE);
        assertThat(text.length()).isGreaterThan(1_000_000);
        assertThat(Texts.list(result.vocabulary())).isEqualTo(reference(text, 2));
        assertThat(result.statistics().lines()).isEqualTo(1);
    }

    @Test
    void keepsTheMostFrequentUpToTheSize(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(VocabularyJobTest.class), 300);
        Path file = Texts.write(folder.resolve("text"), text);
        VocabularyJob.Result result = new VocabularyJob(spark).run(Texts.corpus(file), new VocabularyOptions(1, 10));
        assertThat(Texts.list(result.vocabulary())).isEqualTo(reference(text, 1).subList(0, 10));
    }

    @Test
    void saysTheLargestCountWhenNothingIsFrequentEnough(JavaSparkContext spark) throws IOException {
        Path file = Texts.write(folder.resolve("text"), "a b b c\nb\n");
        assertInputError(
                () -> new VocabularyJob(spark).run(Texts.corpus(file), new VocabularyOptions(5, 0)),
                "no word occurs 5 times or more",
                "'b', occurs 3 times",
                "--min-count");
        Path rare = Texts.write(folder.resolve("rare"), "a b c\n");
        assertInputError(
                () -> new VocabularyJob(spark).run(Texts.corpus(rare), new VocabularyOptions(5, 0)),
                "'a', occurs once;");
    }

    @Test
    void blankTextHoldsNoWord(JavaSparkContext spark) throws IOException {
        Path file = Texts.write(folder.resolve("text"), " \n\n \t\n");
        assertInputError(() -> new VocabularyJob(spark).run(Texts.corpus(file), TWICE), "no word at all");
    }

    /** All of it is ASCII: to call it malformed UTF-8 would send the user looking for the wrong thing. */
    @Test
    void linesThatAreNoJsonAreCalledSo(JavaSparkContext spark) throws IOException {
        Path file =
                Texts.write(folder.resolve("records"), "{\"text\": \"a b a b\"}\nno JSON at all\n{\"text\": [1]}\n");
        Corpus corpus = Corpus.list(
                Storage.local(),
                CorpusOptions.of(List.of(file.toString())).withFormat(CorpusOptions.Format.JSON, "text"));
        assertInputError(
                () -> new VocabularyJob(spark).run(corpus, TWICE),
                "27 bytes of lines that are no JSON object, or have no text in 'text' but something else, and 0 NUL bytes",
                "is it JSON");
    }

    @Test
    void aFieldThatNoRecordHasIsNamed(JavaSparkContext spark) throws IOException {
        Path file = Texts.write(folder.resolve("records"), "{\"text\": \"a b\"}\n");
        Corpus corpus = Corpus.list(
                Storage.local(),
                CorpusOptions.of(List.of(file.toString())).withFormat(CorpusOptions.Format.JSON, "txt"));
        assertInputError(
                () -> new VocabularyJob(spark).run(corpus, TWICE), "no word at all", "check --input, --column txt");
    }

    @Test
    void aDamagedArchiveIsNamed(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(VocabularyJobTest.class), 3000);
        for (String extension : List.of(".gz", ".bz2", ".zst")) {
            Path file = Texts.writeCompressed(folder.resolve("text" + extension), text);
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            assertInputError(
                    () -> new VocabularyJob(spark).run(Texts.corpus(file), TWICE), file.toString(), "is damaged");
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            assertInputError(
                    () -> new VocabularyJob(spark).run(Texts.corpus(file), TWICE), file.toString(), "is damaged");
        }
    }

    @Test
    void bytesThatCannotBeReadAreNotTakenForADamagedArchive(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(VocabularyJobTest.class), 3000);
        spark.hadoopConfiguration().setClass(LostBlocks.SETTING, LostBlocks.class, FileSystem.class);
        Storage storage = new Storage(spark.hadoopConfiguration());
        for (String extension : List.of("", ".gz", ".bz2", ".zst")) {
            Path file = Texts.writeCompressed(folder.resolve("text" + extension), text);
            Corpus corpus = Corpus.list(storage, CorpusOptions.of(List.of("lost://" + file)));
            assertInputError(() -> new VocabularyJob(spark).run(corpus, TWICE), "cannot read ", LostBlocks.MESSAGE);
        }
    }

    @Test
    void malformedBytesAreCountedAndRefusedAboveTheLimit(JavaSparkContext spark) throws IOException {
        byte[] text = "good good text \0\0 bad\n".repeat(100).getBytes(StandardCharsets.UTF_8);
        text[5] = (byte) 0xFF;
        Path file = Files.write(folder.resolve("text"), text);
        Corpus corpus = Texts.corpus(file);
        CorpusOptions lenient = corpus.options().withMalformedLimit(0.5);
        CorpusStatistics statistics = new VocabularyJob(spark)
                .run(new Corpus(lenient, corpus.files(), List.of()), TWICE)
                .statistics();
        assertThat(statistics.nulBytes()).isEqualTo(200);
        assertThat(statistics.malformedBytes()).isEqualTo(1);
        assertInputError(
                () -> new VocabularyJob(spark).run(corpus, TWICE), "--malformed-limit", file.toString(), "200");
    }

    private static void assertInputError(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOfSatisfying(WordloomException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT);
            assertThat(e.getMessage()).contains(parts).doesNotContain("\n");
        });
    }

    private static List<String> reference(String text, long minCount) {
        Map<String, Long> counts = new TreeMap<>();
        for (String word : text.split("\\s+")) {
            if (!word.isEmpty()) {
                counts.merge(word, 1L, Long::sum);
            }
        }
        List<String> words = new ArrayList<>(counts.keySet());
        words.removeIf(word -> counts.get(word) < minCount);
        // The words of these texts have no characters beyond the basic plane, so their order is that of code points.
        words.sort(Comparator.<String>comparingLong(word -> -counts.get(word)).thenComparing(word -> word));
        words.replaceAll(word -> word + " " + counts.get(word));
        return words;
    }
}
