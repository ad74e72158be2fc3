package org.wordloom.cluster.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.cluster.Corpus;
import org.wordloom.cluster.EncodeJob;
import org.wordloom.cluster.EncodedCorpus;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.Storage;
import org.wordloom.cluster.VocabularyJob;
import org.wordloom.cluster.WordTrainingJob;
import org.wordloom.cluster.WordTrainingPlan;
import org.wordloom.cluster.strata.StrataPlan;
import org.wordloom.eval.SimilarityDataset;
import org.wordloom.eval.SimilarityEvaluation;
import org.wordloom.eval.SimilarityOptions;
import org.wordloom.format.WordModelFormat;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.train.PairOptions;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.TrainingOptions.Architecture;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

/** Strata of many blocks and few cycles learn what one replica learns, on 20 MB of Wikipedia. */
@Tag("data")
@ExtendWith(LocalSpark.class)
class TextPairQualityTest {
    private static final int BYTES = 20_000_000;
    /** Points of WS-353: a seed alone makes one or two on so little text. */
    private static final double NOISE = 4;

    private static final TrainingOptions OPTIONS = TrainingOptions.builder(Architecture.SKIPGRAM)
            .rate(PairOptions.RATE)
            .rowRateCount(PairOptions.ROW_RATE_COUNT)
            .build();

    @TempDir
    private Path folder;

    @Test
    void strataKeepUpWithOneReplica(JavaSparkContext spark) throws IOException {
        Path data = Path.of(String.valueOf(System.getenv("WORDLOOM_DATA")));
        assumeTrue(Files.isDirectory(data), "WORDLOOM_DATA names no folder");
        Corpus corpus = TextTraining.corpus(text(data.resolve("wiki-en-100mb.txt.bz2")), 1 << 20);
        Vocabulary vocabulary = new VocabularyJob(spark)
                .run(corpus, VocabularyOptions.defaults())
                .vocabulary();
        EncodedCorpus encoded = new EncodeJob(spark)
                .run(corpus, vocabulary, folder.resolve("ids").toString());
        Path similarity = data.resolve("wordsim/EN-WS-353-ALL.txt");
        double hogwild = similarity(hogwild(spark, encoded, vocabulary), similarity);
        double strata = similarity(strata(spark, encoded, vocabulary), similarity);
        System.out.println("WS-353: hogwild " + hogwild + ", strata " + strata);
        assertThat(strata).isGreaterThan(hogwild - NOISE);
    }

    private Path hogwild(JavaSparkContext spark, EncodedCorpus encoded, Vocabulary vocabulary) {
        Path output = folder.resolve("hogwild");
        WordTrainingPlan plan = new WordTrainingPlan(OPTIONS, VectorSelection.INPUT, List.of(), Map.of());
        try (OutputFolder out = OutputFolder.create(Storage.local(), output.toString(), false)) {
            new WordTrainingJob(spark).run(encoded, vocabulary, plan, out);
            out.commit();
        }
        return output;
    }

    /** 32 blocks, and one cycle an epoch. */
    private Path strata(JavaSparkContext spark, EncodedCorpus encoded, Vocabulary vocabulary) {
        Path output = folder.resolve("strata");
        PairOptions options = new PairOptions(OPTIONS, OPTIONS.epochs());
        PairPlan plan =
                new PairPlan(options, true, StrataPlan.NEVER, false, VectorSelection.INPUT, List.of(), Map.of());
        try (OutputFolder out = OutputFolder.create(Storage.local(), output.toString(), false)) {
            new TextPairJob(spark)
                    .run(encoded, vocabulary, new TextPairPlan(plan, 32, options.cycles(), 0), out, note -> {});
            out.commit();
        }
        return output;
    }

    private Path text(Path compressed) throws IOException {
        BZip2Codec codec = new BZip2Codec();
        codec.setConf(new Configuration());
        Path text = folder.resolve("text");
        try (InputStream in = codec.createInputStream(new BufferedInputStream(Files.newInputStream(compressed)));
                OutputStream out = Files.newOutputStream(text)) {
            out.write(in.readNBytes(BYTES));
        }
        return text;
    }

    private static double similarity(Path output, Path dataset) throws IOException {
        Path model = output.resolve(WordTrainingJob.MODEL_FILE);
        try (InputStream in = Files.newInputStream(model);
                InputStream pairs = Files.newInputStream(dataset)) {
            WordModel read = WordModelFormat.read(in, model.toString(), Files.size(model));
            return 100
                    * SimilarityEvaluation.evaluate(
                                    VectorSelection.INPUT.select(read),
                                    SimilarityDataset.read(pairs, "WS-353"),
                                    new SimilarityOptions(true, false, 300_000, 0, 1))
                            .spearman();
        }
    }
}
