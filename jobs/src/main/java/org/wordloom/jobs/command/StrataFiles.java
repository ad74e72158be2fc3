package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.jobs.report.RunRecord;
import org.wordloom.jobs.report.StrataRecord;
import org.wordloom.jobs.report.StrataReport;
import org.wordloom.jobs.report.StrataSubject;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.model.VectorSelection;
import org.wordloom.vocab.Vocabulary;

/**
 * What training by strata leaves beside the model: {@code vocab.tsv}, {@code report.html}, {@code run.json}.
 *
 * @param command that trained
 * @param groups its options
 * @param subject what was trained on
 * @param statistics of the text; none when only counts were read
 * @param vectors which of them the report shows
 */
record StrataFiles(
        String command,
        List<SettingGroup> groups,
        Vocabulary vocabulary,
        StrataSubject subject,
        CorpusStatistics statistics,
        VectorSelection vectors,
        StrataSummary summary) {

    void write(Session session, OutputFolder folder, Stopwatch stopwatch) throws Exception {
        VocabularyFile.write(vocabulary, folder);
        StrataReport report = new StrataReport(command, groups, vocabulary, subject, statistics, vectors, summary);
        stopwatch.time("report", () -> report.write(session.storage(), folder));
        RunRecord record = RunRecord.of(command, groups, stopwatch)
                .corpus(statistics, vocabulary)
                .with("kernel", summary.kernel())
                .with("schedule", "strata")
                .with("training", StrataRecord.of(subject, summary));
        if (!subject.counts().isEmpty()) {
            record.with("counts", subject.counts());
        }
        record.write(folder);
    }
}
