package org.wordloom.jobs.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.cooccurrence.CooccurrenceJob;
import org.wordloom.cluster.cooccurrence.CooccurrencePlan;
import org.wordloom.cluster.cooccurrence.CooccurrenceSummary;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.format.GloveVocabularyFormat;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CooccurrenceSettings;
import org.wordloom.jobs.setting.GloveFileSettings;
import org.wordloom.vocab.Vocabulary;

/** From the files of Stanford's programs to an artefact. */
record GloveFileCounting(GloveFileSettings files, CooccurrenceSettings cooccurrence) {
    /** What came of the pairs, also for {@code run.json}. */
    record Counted(CooccurrenceSummary summary, Map<String, Object> record) {}

    /** Writes an artefact, but its {@code run.json}, into {@code folder}, which the caller commits. */
    Counted into(OutputFolder folder, Session session, Stopwatch stopwatch) throws Exception {
        Vocabulary vocabulary = stopwatch.time("words", () -> read(session.storage()));
        CooccurrencePlan plan = cooccurrence.plan(vocabulary.size());
        CooccurrenceSummary summary = stopwatch.time(
                "pairs", () -> new CooccurrenceJob(session.spark()).runGlove(files.counts(), vocabulary, plan, folder));
        PairsCheck.requireSome(summary.totals(), plan.options());
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("words", vocabulary.size());
        record.putAll(CooccurrenceNotes.record(plan, summary));
        return new Counted(summary, record);
    }

    private Vocabulary read(Storage storage) throws IOException {
        try (InputStream in = storage.open(files.words())) {
            Vocabulary vocabulary = GloveVocabularyFormat.read(in, files.words(), storage.size(files.words()));
            if (vocabulary.size() == 0) {
                throw new WordloomException(ExitCode.INPUT, files.words() + " holds no words");
            }
            return vocabulary;
        }
    }
}
