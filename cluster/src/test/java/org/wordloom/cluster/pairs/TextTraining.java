package org.wordloom.cluster.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.encoding.EncodeJob;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyJob;
import org.wordloom.model.VectorSelection;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.pairs.PairOptions;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

/** Runs of skip-gram on a text by strata. */
final class TextTraining {
    static final int BLOCKS = 3;
    static final PairOptions OPTIONS = new PairOptions(
            TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                    .dim(8)
                    .epochs(2)
                    .rate(PairOptions.RATE)
                    .rowRateCount(100)
                    .build(),
            3);

    private TextTraining() {}

    /** Two topics of fifty words each that never meet in a line. */
    static String topics(long seed, int lines) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            String topic = line % 2 == 0 ? "a" : "b";
            for (int word = 0; word < 12; word++) {
                text.append(topic)
                        .append(random.nextInt(1 + random.nextInt(50)))
                        .append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    static Corpus corpus(Path text) {
        return corpus(text, 1 << 12);
    }

    static Corpus corpus(Path text, long rangeBytes) {
        return Corpus.list(
                Storage.local(), CorpusOptions.of(List.of(text.toString())).withRangeBytes(rangeBytes));
    }

    static TextPairPlan plan(PairOptions options, Duration interval, boolean resume) {
        return new TextPairPlan(
                new PairPlan(options, true, interval, resume, VectorSelection.INPUT, List.of(), Map.of()),
                BLOCKS,
                options.cycles(),
                0);
    }

    static TextPairSummary run(JavaSparkContext spark, Path text, Path output, TextPairPlan plan) {
        Corpus corpus = corpus(text);
        Vocabulary vocabulary = new VocabularyJob(spark)
                .run(corpus, new VocabularyOptions(1, 0))
                .vocabulary();
        try (OutputFolder folder = OutputFolder.create(Storage.local(), output.toString(), false)) {
            EncodedCorpus encoded = new EncodeJob(spark).run(corpus, vocabulary, folder.workFolder());
            TextPairSummary summary = new TextPairJob(spark).run(encoded, vocabulary, plan, folder, note -> {});
            folder.commit();
            return summary;
        }
    }

    /**
     * The SHA-256 of the model's file. A CRC would not do: the file's parts end in theirs, and the CRC of such a file is the
     * same whatever it holds.
     */
    static String digest(Path output) throws IOException {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(output.resolve("model.wordloom")));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
