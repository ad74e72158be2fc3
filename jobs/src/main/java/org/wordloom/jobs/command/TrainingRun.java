package org.wordloom.jobs.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wordloom.cluster.Corpus;
import org.wordloom.cluster.CorpusStatistics;
import org.wordloom.cluster.EncodeJob;
import org.wordloom.cluster.EncodedCorpus;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.TrainingSummary;
import org.wordloom.cluster.VocabularyJob;
import org.wordloom.cluster.WordTrainingJob;
import org.wordloom.cluster.WordTrainingPlan;
import org.wordloom.jobs.Version;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.report.RunRecord;
import org.wordloom.jobs.report.TrainingReport;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.TrainingSettings;
import org.wordloom.jobs.setting.VocabularySettings;
import org.wordloom.kernel.TileKernels;
import org.wordloom.train.TrainingOptions.KernelChoice;
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
        Stopwatch stopwatch = new Stopwatch();
        int threads = training.options().threads();
        try (Session session = stopwatch.time("start", () -> Session.start(name, threads, console.progress()));
                OutputFolder folder = OutputFolder.create(session.storage(), output.folder(), output.overwrite())) {
            runStages(session, folder, stopwatch, console);
            folder.commit();
            console.note("everything written to %s; look at report.html there", output.folder());
            return output.folder();
        }
    }

    private void runStages(Session session, OutputFolder folder, Stopwatch stopwatch, Console console)
            throws Exception {
        Corpus text = Corpus.list(session.storage(), corpus.options());
        text.warnings().forEach(console::warn);
        VocabularyJob.Result counted = stopwatch.time("count", () -> count(session, text));
        Vocabulary words = counted.vocabulary();
        EncodedCorpus encoded =
                stopwatch.time("encode", () -> new EncodeJob(session.spark()).run(text, words, folder.workFolder()));
        CorpusStatistics statistics =
                encoded.statistics().withDistinctWords(counted.statistics().distinctWords());
        CorpusNotes.tell(statistics, words, console);
        TrainingSummary summary =
                stopwatch.time("train", () -> new WordTrainingJob(session.spark()).run(encoded, words, plan(), folder));
        console.note(
                "trained in %.1f s with kernel %s: %s words/s, loss %.4f",
                summary.seconds(), summary.kernel(), Quantity.of(summary.wordsPerSecond()), summary.loss());
        warnOfFallback(summary, console);
        VocabularyFile.write(words, folder);
        TrainingReport report = new TrainingReport(name, groups, statistics, words, summary);
        stopwatch.time("report", () -> report.write(session.storage(), folder));
        RunRecord.of(name, groups, stopwatch)
                .corpus(statistics, words)
                .training(summary, "hogwild")
                .write(folder);
    }

    /** Nobody should train many times slower than need be for the lack of a flag, and not know it. */
    private void warnOfFallback(TrainingSummary summary, Console console) {
        if (training.options().kernel() == KernelChoice.AUTO
                && summary.kernel().equals(TileKernels.scalar().name())) {
            String obstacle = TileKernels.simdObstacle();
            console.warn("the scalar kernel ran, which is many times slower than simd: "
                    + (obstacle == null ? "the executor's JVM or processor lacks what the driver's has" : obstacle));
        }
    }

    /** Counts the text, or takes the words of an earlier output: then nothing is known of the text yet. */
    private VocabularyJob.Result count(Session session, Corpus text) throws Exception {
        return vocabulary.folder().isEmpty()
                ? new VocabularyJob(session.spark()).run(text, vocabulary.options())
                : new VocabularyJob.Result(
                        VocabularyFile.read(session.storage(), vocabulary.folder()), CorpusStatistics.none());
    }

    private WordTrainingPlan plan() {
        Map<String, String> provenance = new TreeMap<>();
        RunRecord.options(groups).forEach((option, value) -> provenance.put("option." + option, String.valueOf(value)));
        provenance.put("wordloom", Version.current());
        provenance.put("command", name);
        return new WordTrainingPlan(training.options(), output.vectors(), List.of(output.format()), provenance);
    }
}
