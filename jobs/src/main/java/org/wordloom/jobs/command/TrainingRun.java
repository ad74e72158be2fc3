package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.cluster.Corpus;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.TrainingSummary;
import org.wordloom.cluster.WordTrainingJob;
import org.wordloom.cluster.WordTrainingPlan;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.report.Provenance;
import org.wordloom.jobs.report.RunRecord;
import org.wordloom.jobs.report.TrainingReport;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.TrainingSettings;
import org.wordloom.jobs.setting.VocabularySettings;
import org.wordloom.vocab.Vocabulary;

/**
 * The stages of training: count, encode, train, report, commit.
 *
 * @param name of the command
 * @param groups all options, for the records
 */
record TrainingRun(
        String name,
        List<SettingGroup> groups,
        CorpusSettings corpus,
        VocabularySettings vocabulary,
        TrainingSettings training,
        OutputSettings output) {

    /** Runs all stages; returns the folder that was made. */
    String run(Console console) throws Exception {
        TrainingOutput.make(name, training.options().threads(), output, console, this::runStages);
        return output.folder();
    }

    private void runStages(Session session, OutputFolder folder, Stopwatch stopwatch, Console console)
            throws Exception {
        Corpus text = Corpus.list(session.storage(), corpus.options());
        EncodedText encoded = EncodedText.of(text, vocabulary, folder.workFolder(), session, stopwatch, console);
        Vocabulary words = encoded.vocabulary();
        TrainingSummary summary = stopwatch.time(
                "train", () -> new WordTrainingJob(session.spark()).run(encoded.corpus(), words, plan(), folder));
        console.note(
                "trained in %.1f s with kernel %s: %s words/s, loss %.4f",
                summary.seconds(), summary.kernel(), Quantity.of(summary.wordsPerSecond()), summary.loss());
        KernelNotes.warnOfFallback(training.options().kernel(), summary.kernel(), console);
        VocabularyFile.write(words, folder);
        TrainingReport report = new TrainingReport(name, groups, encoded.statistics(), words, summary);
        stopwatch.time("report", () -> report.write(session.storage(), folder));
        RunRecord.of(name, groups, stopwatch)
                .corpus(encoded.statistics(), words)
                .training(summary, "hogwild")
                .write(folder);
    }

    private WordTrainingPlan plan() {
        return new WordTrainingPlan(
                training.options(), output.vectors(), List.of(output.format()), Provenance.of(name, groups));
    }
}
