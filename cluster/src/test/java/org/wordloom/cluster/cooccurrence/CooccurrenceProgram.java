package org.wordloom.cluster.cooccurrence;

import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.cluster.Executioner;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.encoding.EncodeJob;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.vocab.Vocabulary;

/** What tests of counting run in a JVM of their own. */
final class CooccurrenceProgram {
    private static final CooccurrencePlan PLAN = CooccurrencePlan.of(CooccurrenceOptions.defaults(), 5);

    private CooccurrenceProgram() {}

    /**
     * Arguments: runs, a text, a folder for outputs, class path of executors. Runs are separated by semicolons: a name, a
     * master, and after how many tasks of counting and merging an executor dies; 0 for never.
     */
    public static void main(String[] arguments) throws Exception {
        for (String run : arguments[0].split(";")) {
            String[] parts = run.split(" ");
            SparkConf configuration = new SparkConf()
                    .setMaster(parts[1])
                    .setAppName("co-occurrence test")
                    .set("spark.ui.enabled", "false")
                    .set("spark.driver.host", "127.0.0.1")
                    .set("spark.driver.bindAddress", "127.0.0.1")
                    .set("spark.executor.extraClassPath", arguments[3]);
            try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
                Path output = Path.of(arguments[2], parts[0]);
                System.out.println(
                        parts[0] + "=" + count(spark, Path.of(arguments[1]), output, Integer.parseInt(parts[2])));
            }
        }
    }

    /** Counts, and gives how many executors died meanwhile. */
    private static int count(JavaSparkContext spark, Path text, Path output, int deadly) throws Exception {
        Corpus corpus = Artefacts.corpus(1 << 16, text);
        Vocabulary vocabulary = Artefacts.vocabulary(spark, corpus);
        Executioner executioner = new Executioner(deadly);
        try (OutputFolder folder = OutputFolder.create(Storage.local(), output.toString(), false)) {
            EncodedCorpus encoded = new EncodeJob(spark).run(corpus, vocabulary, folder.workFolder());
            spark.sc().addSparkListener(executioner);
            new CooccurrenceJob(spark).run(encoded, vocabulary, PLAN, folder);
            folder.commit();
        }
        spark.sc().listenerBus().waitUntilEmpty();
        return executioner.deaths();
    }
}
