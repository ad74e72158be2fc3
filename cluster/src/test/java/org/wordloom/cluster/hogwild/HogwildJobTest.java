package org.wordloom.cluster.hogwild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.Progress;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.Heard;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.Texts;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.encoding.EncodeJob;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.output.ModelFolder;
import org.wordloom.cluster.output.ModelWriter;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.TrainingSummary;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyJob;
import org.wordloom.format.Word2VecTextFormat;
import org.wordloom.format.WordModelFormat;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.model.WordVectors;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.TrainingOptions;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

@ExtendWith(LocalSpark.class)
class HogwildJobTest {
    private final Storage storage = Storage.local();

    @TempDir
    private Path folder;

    @Test
    void trainsAndWritesTheModelAndItsVectors(JavaSparkContext spark) throws IOException {
        Corpus corpus = corpus();
        Vocabulary vocabulary = vocabulary(spark, corpus);
        TrainingOptions options = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .dim(8)
                .epochs(2)
                .build();
        String path = folder.resolve("out").toString();
        TrainingSummary summary;
        try (OutputFolder output = OutputFolder.create(storage, path, false)) {
            EncodedCorpus encoded = new EncodeJob(spark).run(corpus, vocabulary, output.workFolder());
            summary = new HogwildJob(spark).run(encoded, vocabulary, plan(options), output);
            output.commit();
            assertThat(summary.words()).isEqualTo(2 * encoded.tokens());
        }
        assertThat(summary.threads()).isEqualTo(2);
        assertThat(summary.files()).allMatch(file -> file.cpuNanos() > 0 && file.seconds() > 0);
        assertOutput(ModelFolder.open(storage, path), vocabulary);
    }

    @Test
    void theLastProgressIsThatOfTheEnd(JavaSparkContext spark) throws Exception {
        Corpus corpus = corpus();
        Vocabulary vocabulary = vocabulary(spark, corpus);
        TrainingOptions options = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .dim(4)
                .epochs(2)
                .build();
        try (OutputFolder output =
                OutputFolder.create(storage, folder.resolve("out").toString(), false)) {
            EncodedCorpus encoded = new EncodeJob(spark).run(corpus, vocabulary, output.workFolder());
            Heard<TrainingSummary> heard =
                    Heard.during(() -> new HogwildJob(spark).run(encoded, vocabulary, plan(options), output));
            Progress last = heard.progress().get(heard.progress().size() - 1);
            assertThat(last.loss()).isEqualTo(heard.result().loss());
            assertThat(last.rate()).isLessThan(0.001);
        }
    }

    @Test
    void aModelThatDoesNotFitIsRefusedWithTheArithmetic(JavaSparkContext spark) throws IOException {
        TrainingOptions options =
                TrainingOptions.builder(ArchitectureChoice.CBOW).dim(65_536).build();
        String[] words = new String[100_000];
        for (int id = 0; id < words.length; id++) {
            words[id] = "w" + id;
        }
        Vocabulary vocabulary = Vocabulary.of(words, new long[words.length]);
        EncodedCorpus encoded = new EncodedCorpus(
                folder.toString(), List.of(new EncodedCorpus.Shard(0, "none", 10, 1, 10)), CorpusStatistics.none());
        try (OutputFolder output =
                OutputFolder.create(storage, folder.resolve("out").toString(), false)) {
            assertError(
                    () -> new HogwildJob(spark).run(encoded, vocabulary, plan(options), output),
                    ExitCode.ENVIRONMENT,
                    "100,000 words of 65536 dimensions",
                    "--executor-memory");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDamagedShardStopsTheRun(JavaSparkContext spark) throws IOException {
        Corpus corpus = corpus();
        Vocabulary vocabulary = vocabulary(spark, corpus);
        EncodedCorpus encoded = new EncodeJob(spark)
                .run(corpus, vocabulary, folder.resolve("ids").toString());
        Path shard = Path.of(encoded.shards().get(1).path());
        byte[] bytes = Files.readAllBytes(shard);
        bytes[bytes.length / 2] ^= 1;
        Files.write(shard, bytes);
        TrainingOptions options =
                TrainingOptions.builder(ArchitectureChoice.SKIPGRAM).dim(8).build();
        try (OutputFolder output =
                OutputFolder.create(storage, folder.resolve("out").toString(), false)) {
            assertError(
                    () -> new HogwildJob(spark).run(encoded, vocabulary, plan(options), output),
                    ExitCode.FORMAT,
                    shard.getFileName().toString());
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void outputVectorsOfATreeAreRefusedBeforeTraining() {
        TrainingOptions options = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .objective(ObjectiveChoice.HIERARCHICAL_SOFTMAX)
                .build();
        WordTrainingPlan plan = new WordTrainingPlan(options, VectorSelection.AVERAGE, List.of(), Map.of());
        Problems problems = new Problems();
        plan.validate(problems);
        assertThat(problems.all()).singleElement().asString().contains("--vectors average");
    }

    private Corpus corpus() throws IOException {
        String text = Texts.random(Seeds.random(HogwildJobTest.class), 1000);
        return Texts.corpus(10_000, Texts.write(folder.resolve("text"), text));
    }

    private static Vocabulary vocabulary(JavaSparkContext spark, Corpus corpus) {
        return new VocabularyJob(spark).run(corpus, new VocabularyOptions(2, 0)).vocabulary();
    }

    private static WordTrainingPlan plan(TrainingOptions options) {
        return new WordTrainingPlan(
                options,
                VectorSelection.INPUT,
                List.of(VectorFormat.WORD2VEC_TEXT, VectorFormat.WORD2VEC_BINARY),
                Map.of("corpus", "test"));
    }

    private static void assertOutput(ModelFolder output, Vocabulary vocabulary) throws IOException {
        output.verify();
        assertThat(output.files()).containsExactlyInAnyOrder("model.wordloom", "vectors.txt", "vectors.bin");
        String modelFile = ModelWriter.MODEL_FILE;
        try (InputStream model = output.open(modelFile);
                InputStream text = output.open("vectors.txt")) {
            WordModel read = WordModelFormat.read(model, modelFile, output.size(modelFile));
            assertThat(Texts.list(read.vocabulary())).isEqualTo(Texts.list(vocabulary));
            assertThat(read.provenance()).containsEntry("corpus", "test").containsKeys("kernel", "threads");
            WordVectors vectors = Word2VecTextFormat.read(text, "vectors.txt", output.size("vectors.txt"));
            assertThat(vectors.size()).isEqualTo(vocabulary.size());
            assertThat(vectors.dimension()).isEqualTo(8);
        }
    }

    private static void assertError(ThrowingCallable call, ExitCode code, String... parts) {
        assertThatThrownBy(call).isInstanceOfSatisfying(WordloomException.class, e -> {
            assertThat(e.getMessage()).contains(parts).doesNotContain("\n");
            assertThat(e.exitCode()).isEqualTo(code);
        });
    }
}
