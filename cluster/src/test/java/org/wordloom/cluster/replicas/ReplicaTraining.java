package org.wordloom.cluster.replicas;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.cluster.Texts;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.encoding.EncodeJob;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.hogwild.WordTrainingPlan;
import org.wordloom.cluster.output.ModelFolder;
import org.wordloom.cluster.output.ModelWriter;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyJob;
import org.wordloom.format.WordModelFormat;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.TrainingOptions;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

/** Trains a small text in a folder, for tests. */
record ReplicaTraining(Path folder, List<String> notes) {
    ReplicaTraining(Path folder) {
        this(folder, new ArrayList<>());
    }

    /** Two epochs with one thread, so that every bit can be compared; the tests' JVM makes the vector kernel slow. */
    static TrainingOptions options(ArchitectureChoice architecture, ObjectiveChoice objective) {
        return TrainingOptions.builder(architecture)
                .objective(objective)
                .dim(9)
                .epochs(2)
                .threads(1)
                .kernel(KernelChoice.SCALAR)
                .build();
    }

    /** A text and its words. */
    record EncodedText(EncodedCorpus corpus, Vocabulary words) {
        /** The same, with a shard that is not there. */
        EncodedText without(int shard) {
            List<EncodedCorpus.Shard> shards = new ArrayList<>(corpus.shards());
            EncodedCorpus.Shard lost = shards.get(shard);
            shards.set(
                    shard,
                    new EncodedCorpus.Shard(
                            lost.number(), lost.path() + ".lost", lost.tokens(), lost.sentences(), lost.length()));
            return new EncodedText(new EncodedCorpus(corpus.folder(), shards, corpus.statistics()), words);
        }

        /** The same but for the names of two words. */
        EncodedText withWordsExchanged() {
            String[] names = new String[words.size()];
            Arrays.setAll(names, id -> words.word(id == 0 ? 1 : id == 1 ? 0 : id));
            return new EncodedText(corpus, Vocabulary.of(names, words.counts()));
        }

        /** The same tokens, cut once more. */
        EncodedText withMoreSentences() {
            List<EncodedCorpus.Shard> shards = new ArrayList<>(corpus.shards());
            EncodedCorpus.Shard shard = shards.get(0);
            shards.set(
                    0,
                    new EncodedCorpus.Shard(
                            shard.number(), shard.path(), shard.tokens(), shard.sentences() + 1, shard.length()));
            return new EncodedText(new EncodedCorpus(corpus.folder(), shards, corpus.statistics()), words);
        }
    }

    EncodedText text(JavaSparkContext spark) throws IOException {
        Corpus corpus =
                Texts.corpus(20_000, Texts.write(folder.resolve("text"), Texts.random(new SplittableRandom(5), 2000)));
        Vocabulary words = new VocabularyJob(spark)
                .run(corpus, new VocabularyOptions(2, 0))
                .vocabulary();
        String ids = folder.resolve("ids").toString();
        return new EncodedText(new EncodeJob(spark).run(corpus, words, ids), words);
    }

    ReplicaPlan plan(TrainingOptions options, ReplicaOptions replicas, Duration checkpoints, boolean resume) {
        WordTrainingPlan plan = new WordTrainingPlan(
                options, VectorSelection.INPUT, List.of(VectorFormat.WORD2VEC_TEXT), Map.of("corpus", "test"));
        return new ReplicaPlan(plan, replicas, checkpoints, resume);
    }

    ReplicaResult run(
            JavaSparkContext spark, EncodedText text, TrainingOptions options, ReplicaOptions replicas, String name) {
        return run(spark, text, plan(options, replicas, Duration.ofMinutes(10), false), name);
    }

    ReplicaResult run(JavaSparkContext spark, EncodedText text, ReplicaPlan plan, String name) {
        String path = folder.resolve(name).toString();
        try (OutputFolder output = OutputFolder.create(Storage.local(), path, false)) {
            ReplicaResult result = new ReplicaJob(spark).run(text.corpus(), text.words(), plan, output, notes::add);
            output.commit();
            return result;
        }
    }

    WordModel model(String name) throws IOException {
        ModelFolder output =
                ModelFolder.open(Storage.local(), folder.resolve(name).toString());
        output.verify();
        String file = ModelWriter.MODEL_FILE;
        try (InputStream in = output.open(file)) {
            return WordModelFormat.read(in, file, output.size(file));
        }
    }
}
