package org.wordloom.jobs.command;

import org.wordloom.cluster.cooccurrence.CooccurrenceEstimate;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.cluster.cooccurrence.CooccurrenceJob;
import org.wordloom.cluster.cooccurrence.CooccurrencePlan;
import org.wordloom.cluster.cooccurrence.CooccurrenceSummary;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.model.TokenizerCopy;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CooccurrenceSettings;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.VocabularySettings;
import org.wordloom.vocab.Vocabulary;

/**
 * From text to co-occurrence counts, for every command that needs them: count the words (or take those of an earlier
 * output), encode, count the pairs.
 */
record PairCounting(CorpusSettings corpus, VocabularySettings vocabulary, CooccurrenceSettings cooccurrence) {
    /**
     * What was read and counted.
     *
     * @param statistics of the text
     * @param vocabulary the words
     * @param plan what was counted
     * @param estimate what was expected
     * @param summary what came out
     */
    record Counted(
            CorpusStatistics statistics,
            Vocabulary vocabulary,
            CooccurrencePlan plan,
            CooccurrenceEstimate estimate,
            CooccurrenceSummary summary) {}

    /** Writes an artefact, but its {@code run.json}, into {@code folder}, which the caller commits. */
    Counted into(OutputFolder folder, Session session, Stopwatch stopwatch, Console console) throws Exception {
        return into(folder, Corpus.list(session.storage(), corpus.options()), session, stopwatch, console);
    }

    /** As above, of text whose files were listed before. */
    Counted into(OutputFolder folder, Corpus text, Session session, Stopwatch stopwatch, Console console)
            throws Exception {
        EncodedText encoded = EncodedText.of(text, vocabulary, folder.workFolder(), session, stopwatch, console);
        Vocabulary words = encoded.vocabulary();
        CooccurrencePlan plan = cooccurrence.plan(words.size());
        CooccurrenceJob job = new CooccurrenceJob(session.spark());
        CooccurrenceEstimate estimate = job.estimate(encoded.corpus(), words, plan);
        tell(plan, estimate, console);
        CooccurrenceSummary summary = stopwatch.time("pairs", () -> job.run(encoded.corpus(), words, plan, folder));
        PairsCheck.requireSome(summary.totals(), plan.options());
        TokenizerCopy.write(encoded.tokenization(), folder);
        return new Counted(encoded.statistics(), words, plan, estimate, summary);
    }

    /**
     * Counts into a folder of its own, for commands that train from the counts.
     *
     * @param path a new folder, for instance within the work folder of the command's output
     */
    CooccurrenceFolder within(String path, Session session, Stopwatch stopwatch, Console console) throws Exception {
        try (OutputFolder folder = OutputFolder.create(session.storage(), path, false)) {
            CooccurrenceNotes.tell(into(folder, session, stopwatch, console).summary(), console);
            folder.commit();
        }
        return CooccurrenceFolder.open(session.storage(), path);
    }

    private static void tell(CooccurrencePlan plan, CooccurrenceEstimate estimate, Console console) {
        console.note(
                "about %s pairs to count; at most about %s cells in %d x %d blocks, %sB of output, %sB through the"
                        + " shuffle and as much again where memory is short",
                Quantity.of(estimate.pairs()),
                Quantity.of(estimate.entries()),
                plan.blocks(),
                plan.blocks(),
                Quantity.of(estimate.outputBytes()),
                Quantity.of(estimate.shuffleBytes()));
    }
}
