package org.wordloom.cluster.cooccurrence;

import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.Problems;
import org.wordloom.cluster.EncodedCorpus;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.vocab.Vocabulary;

/** Counts the pairs of an encoded corpus into an artefact. */
public final class CooccurrenceJob {
    private final JavaSparkContext spark;

    public CooccurrenceJob(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * Counts, and writes the artefact's files but its {@code run.json} into {@code output}, which the caller commits.
     *
     * @throws org.wordloom.base.WordloomException ENVIRONMENT when the plan does not fit the memory; OUTPUT when a disk is
     *     full
     */
    public CooccurrenceTotals run(
            EncodedCorpus corpus, Vocabulary vocabulary, CooccurrencePlan plan, OutputFolder output) {
        Problems problems = new Problems();
        plan.validate(problems);
        problems.throwIfAny();
        throw new UnsupportedOperationException(spark + corpus.folder() + vocabulary + output);
    }
}
