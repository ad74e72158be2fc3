package org.wordloom.cluster.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.wordloom.cluster.corpus.CorpusSplit;
import org.wordloom.cluster.vocabulary.VocabularyJob;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

@ExtendWith(LocalSpark.class)
class EncodeJobTest {
    private static final VocabularyOptions FREQUENT = new VocabularyOptions(20, 0);

    @TempDir
    private Path folder;

    @Test
    void shardsHoldTheKnownWordsOfEachLine(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(EncodeJobTest.class), 3000);
        Corpus corpus = Texts.corpus(Texts.write(folder.resolve("text"), text));
        Vocabulary vocabulary = new VocabularyJob(spark).run(corpus, FREQUENT).vocabulary();
        EncodedCorpus encoded = new EncodeJob(spark)
                .run(corpus, vocabulary, folder.resolve("ids").toString());
        List<String> expected = reference(text, vocabulary, 1000);
        assertThat(Texts.sentences(encoded, vocabulary, 1000)).isEqualTo(expected);
        assertThat(encoded.sentences()).isEqualTo(expected.size());
        assertThat(encoded.tokens()).isEqualTo(vocabulary.totalCount());
        assertThat(encoded.shards().size()).isGreaterThan(30);
        assertThat(folder.resolve("ids").toFile().list())
                .as("nothing that nobody reads")
                .hasSameSizeAs(encoded.shards());
    }

    @Test
    void aVocabularyThatIsJoinedGivesTheSameShards(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(EncodeJobTest.class), 2000);
        Corpus corpus = Texts.corpus(Texts.write(folder.resolve("text"), text));
        Vocabulary vocabulary = new VocabularyJob(spark).run(corpus, FREQUENT).vocabulary();
        EncodedCorpus sent = encode(spark, corpus, vocabulary, "sent");
        EncodedCorpus joined = new EncodeJob(spark, memory -> false)
                .run(corpus, vocabulary, folder.resolve("joined").toString());
        assertThat(bytes(joined)).isEqualTo(bytes(sent));
        assertThat(joined.statistics()).isEqualTo(sent.statistics());
        assertThat(folder.resolve("joined").toFile().list()).noneMatch(name -> name.startsWith("words-"));
    }

    @Test
    void memoryOfAVocabularyIsStated() {
        VocabularyMemory memory = new VocabularyMemory(20_000_000, 9L * 20_000_000);
        assertThat(memory.bytes()).isEqualTo(21L * 20_000_000);
        assertThat(memory.lookUpBytes()).isEqualTo(21L * 20_000_000 + 8L * (1 << 25));
    }

    @Test
    void compressionAndRangeSizeKeepTheSentences(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(EncodeJobTest.class), 2000);
        Corpus plain = Texts.corpus(Texts.write(folder.resolve("text"), text));
        Vocabulary vocabulary = new VocabularyJob(spark).run(plain, FREQUENT).vocabulary();
        EncodedCorpus expected = encode(spark, plain, vocabulary, "plain");
        List<String> sentences = Texts.sentences(expected, vocabulary, 1000);
        for (String extension : List.of(".gz", ".bz2", ".zst")) {
            Corpus corpus = Texts.corpus(Texts.writeCompressed(folder.resolve("text" + extension), text));
            EncodedCorpus encoded = encode(spark, corpus, vocabulary, extension);
            assertThat(bytes(encoded)).as(extension).isEqualTo(bytes(expected));
            assertThat(encoded.shards().stream().map(EncodedCorpus.Shard::number))
                    .isEqualTo(expected.shards().stream()
                            .map(EncodedCorpus.Shard::number)
                            .toList());
        }
        Corpus coarse = Texts.corpus(1 << 20, folder.resolve("text"));
        assertThat(Texts.sentences(encode(spark, coarse, vocabulary, "coarse"), vocabulary, 1000))
                .isEqualTo(sentences);
    }

    @Test
    void shardsDoNotDependOnHowTheWorkIsDivided(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(EncodeJobTest.class), 1000);
        Path many = Files.createDirectory(folder.resolve("many"));
        for (int file = 0; file < 5; file++) {
            Texts.write(many.resolve("part-" + file), text);
        }
        Corpus corpus = Texts.corpus(10_000, many);
        List<List<CorpusSplit>> ranges = new ArrayList<>();
        for (int cores : new int[] {1, 2, 7, 100}) {
            List<CorpusSplit> flat = new ArrayList<>();
            CorpusSplit.tasks(corpus, cores).forEach(flat::addAll);
            ranges.add(singles(flat));
        }
        assertThat(ranges).allMatch(ranges.get(0)::equals);
    }

    @Test
    void longSentencesAreCut(JavaSparkContext spark) throws IOException {
        Path file = Texts.write(folder.resolve("text"), "a b c ".repeat(1000) + "\nb b\n");
        Corpus found = Texts.corpus(1 << 20, file);
        Corpus corpus = new Corpus(found.options().withMaxSentenceLength(7), found.files(), List.of());
        Vocabulary vocabulary = Vocabulary.of(new String[] {"a", "b"}, new long[] {1, 1});
        EncodedCorpus encoded = encode(spark, corpus, vocabulary, "ids");
        List<String> sentences = Texts.sentences(encoded, vocabulary, 7);
        assertThat(sentences).hasSize(286 + 1).first().isEqualTo("a b a b a b a");
        assertThat(encoded.tokens()).isEqualTo(2002);
    }

    @Test
    void aVocabularyOfOtherTextIsAnError(JavaSparkContext spark) throws IOException {
        Corpus corpus = Texts.corpus(Texts.write(folder.resolve("text"), "x y z\n"));
        Vocabulary other = Vocabulary.of(new String[] {"a"}, new long[] {1});
        assertThatThrownBy(() -> encode(spark, corpus, other, "ids"))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
                .hasMessageContaining("none of the 3 words");
    }

    private EncodedCorpus encode(JavaSparkContext spark, Corpus corpus, Vocabulary vocabulary, String name) {
        return new EncodeJob(spark)
                .run(corpus, vocabulary, folder.resolve("ids" + name).toString());
    }

    private static List<String> bytes(EncodedCorpus corpus) throws IOException {
        List<String> bytes = new ArrayList<>();
        for (EncodedCorpus.Shard shard : corpus.shards()) {
            bytes.add(new String(Files.readAllBytes(Path.of(shard.path())), StandardCharsets.ISO_8859_1));
        }
        return bytes;
    }

    private static List<CorpusSplit> singles(List<CorpusSplit> splits) {
        List<CorpusSplit> singles = new ArrayList<>();
        for (CorpusSplit split : splits) {
            for (long range = split.first(); range < split.end(); range++) {
                singles.add(new CorpusSplit(split.file(), range, range + 1));
            }
        }
        return singles;
    }

    private static List<String> reference(String text, Vocabulary vocabulary, int maxSentenceLength) {
        List<String> sentences = new ArrayList<>();
        for (String line : text.split("\n")) {
            List<String> known = new ArrayList<>();
            for (String word : line.split("\\s+")) {
                if (!word.isEmpty() && vocabulary.id(word) >= 0) {
                    known.add(word);
                }
            }
            for (int from = 0; from < known.size(); from += maxSentenceLength) {
                sentences.add(String.join(" ", known.subList(from, Math.min(known.size(), from + maxSentenceLength))));
            }
        }
        return sentences;
    }
}
