package org.wordloom.cluster.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.cluster.Corpus;
import org.wordloom.cluster.EncodeJob;
import org.wordloom.cluster.EncodedCorpus;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.ModelFolder;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.Storage;
import org.wordloom.cluster.Texts;
import org.wordloom.cluster.VectorFormat;
import org.wordloom.cluster.VocabularyJob;
import org.wordloom.cluster.WordTrainingJob;
import org.wordloom.cluster.WordTrainingPlan;
import org.wordloom.format.WordModelFormat;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.merge.MergeRule;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.TrainingOptions.Architecture;
import org.wordloom.train.TrainingOptions.Loss;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

@ExtendWith(LocalSpark.class)
class ReplicaJobTest {
    private final Storage storage = Storage.local();
    private final List<String> notes = new ArrayList<>();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "SKIPGRAM,NEGATIVE_SAMPLING,2,3,WEIGHTED",
        "CBOW,NEGATIVE_SAMPLING,3,2,ADASUM",
        "SKIPGRAM,HIERARCHICAL_SOFTMAX,5,1,AVERAGE",
        "CBOW,HIERARCHICAL_SOFTMAX,1,4,ADASUM",
        "SKIPGRAM,NEGATIVE_SAMPLING,4,2,CURVATURE"
    })
    void givesTheBitsOfReplicasOneAfterTheOther(
            Architecture architecture, Loss loss, int replicas, int merges, MergeRule rule, JavaSparkContext spark)
            throws Exception {
        Text text = text(spark);
        TrainingOptions options = TrainingOptions.builder(architecture)
                .loss(loss)
                .dim(9)
                .epochs(2)
                .threads(1)
                .build();
        ReplicaOptions merging = new ReplicaOptions(replicas, merges, Duration.ofMinutes(1), rule);
        ReplicaResult result = run(spark, text, options, merging, "out");
        RowMatrix[] expected =
                new ReplicaReference(text.corpus(), text.words().counts(), options, merging).train();
        WordModel model = model("out");
        assertSame(model.input(), expected[0]);
        assertSame(model.output(), expected[1]);
        assertThat(result.training().words()).isEqualTo(2 * text.corpus().tokens());
        assertThat(result.replicas().rounds()).hasSize(2 * merges).allMatch(round -> round.bytesMoved() > 0);
    }

    /** An encoded text. */
    private record Text(EncodedCorpus corpus, Vocabulary words) {}

    private Text text(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(ReplicaJobTest.class), 2000);
        Corpus corpus = Texts.corpus(20_000, Texts.write(folder.resolve("text"), text));
        Vocabulary words =
                new VocabularyJob(spark).run(corpus, new VocabularyOptions(2, 0)).vocabulary();
        return new Text(
                new EncodeJob(spark).run(corpus, words, folder.resolve("ids").toString()), words);
    }

    private ReplicaResult run(
            JavaSparkContext spark, Text text, TrainingOptions options, ReplicaOptions replicas, String name) {
        WordTrainingPlan plan = new WordTrainingPlan(
                options, VectorSelection.INPUT, List.of(VectorFormat.WORD2VEC_TEXT), Map.of("corpus", "test"));
        try (OutputFolder output = OutputFolder.create(storage, folder.resolve(name).toString(), false)) {
            ReplicaResult result = new ReplicaJob(spark)
                    .run(
                            text.corpus(),
                            text.words(),
                            new ReplicaPlan(plan, replicas, Duration.ofMinutes(10), false),
                            output,
                            notes::add);
            output.commit();
            return result;
        }
    }

    private WordModel model(String name) throws IOException {
        ModelFolder output = ModelFolder.open(storage, folder.resolve(name).toString());
        output.verify();
        String file = WordTrainingJob.MODEL_FILE;
        try (InputStream in = output.open(file)) {
            return WordModelFormat.read(in, file, output.size(file));
        }
    }

    private static void assertSame(RowMatrix actual, RowMatrix expected) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        for (int row = 0; row < expected.rows(); row++) {
            assertThat(actual.row(row)).as("row " + row).isEqualTo(expected.row(row));
        }
    }
}
