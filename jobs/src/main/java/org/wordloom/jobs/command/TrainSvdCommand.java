package org.wordloom.jobs.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wordloom.base.Problems;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.svd.PmiSource;
import org.wordloom.cluster.svd.SvdJob;
import org.wordloom.cluster.svd.SvdPlan;
import org.wordloom.cluster.svd.SvdSummary;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.model.TokenizerCopy;
import org.wordloom.jobs.report.CountsRecord;
import org.wordloom.jobs.report.Provenance;
import org.wordloom.jobs.report.RunRecord;
import org.wordloom.jobs.report.SvdReport;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.CooccurrenceSettings;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.CountsFolderSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.SvdSettings;
import org.wordloom.jobs.setting.VocabularySettings;

/** {@code wordloom train svd}: from co-occurrence counts to the singular vectors of their positive PMI. */
final class TrainSvdCommand implements Command {
    private static final String NAME = "train svd";

    private final CommonSettings common = new CommonSettings(true);
    private final CountsFolderSettings counts = new CountsFolderSettings("decompose");
    private final CorpusSettings corpus = new CorpusSettings(() -> !counts.given());
    private final VocabularySettings vocabulary = new VocabularySettings(true);
    private final SvdSettings svd = new SvdSettings();
    private final CooccurrenceSettings counting =
            new CooccurrenceSettings(() -> svd.options().dim());
    private final OutputSettings output = OutputSettings.ofTraining();

    @Override
    public List<SettingGroup> groups() {
        return List.of(counts, corpus, vocabulary, counting, svd, output);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public void validate(Problems problems) {
        counts.refuseBoth(List.of(corpus, vocabulary, counting), Set.of(), problems);
    }

    @Override
    public List<String> examples() {
        return List.of(
                "",
                "Examples:",
                "  wordloom train svd --input text.txt --output my-vectors",
                "  wordloom train svd --cooccurrence counts --dim 300 --output my-vectors",
                "The model holds the vectors of words (input) and of contexts (output); --vectors sum adds them up.");
    }

    @Override
    public void run(Console console) throws Exception {
        TrainingOutput.make(NAME, svd.options().threads(), output, console, this::runStages);
    }

    private void runStages(Session session, OutputFolder folder, Stopwatch stopwatch, Console console)
            throws Exception {
        CooccurrenceFolder pairs = open(session, folder, stopwatch, console);
        SvdSummary summary = stopwatch.time(
                "decompose", () -> new SvdJob(session.spark()).run(PmiSource.of(pairs), plan(pairs), folder));
        tell(summary, console);
        VocabularyFile.write(pairs.vocabulary(), folder);
        TokenizerCopy.carry(pairs.folder(), folder);
        SvdReport report = new SvdReport(NAME, groups(), pairs, summary);
        stopwatch.time("report", () -> report.write(session.storage(), folder));
        RunRecord.of(NAME, groups(), stopwatch)
                .with("kernel", summary.kernel())
                .with("counts", CountsRecord.of(pairs))
                .with("decomposition", SvdReport.decomposition(summary))
                .write(folder);
    }

    private CooccurrenceFolder open(Session session, OutputFolder folder, Stopwatch stopwatch, Console console)
            throws Exception {
        if (!counts.given()) {
            folder.refuseInputs("input", corpus.options().inputs());
            return new PairCounting(corpus, vocabulary, counting)
                    .within(Storage.child(folder.workFolder(), "counts"), session, stopwatch, console);
        }
        folder.refuseInput("cooccurrence", counts.folder());
        CooccurrenceFolder pairs = CooccurrenceFolder.open(session.storage(), counts.folder());
        PairsCheck.requireSome(pairs, counts.folder());
        return pairs;
    }

    private SvdPlan plan(CooccurrenceFolder pairs) {
        return new SvdPlan(
                svd.options(),
                output.vectors(),
                List.of(output.format()),
                CountsRecord.in(Provenance.of(NAME, groups()), pairs));
    }

    private void tell(SvdSummary summary, Console console) {
        int found = summary.singularValues().size();
        console.note(
                "decomposed %s positive entries in %.1f s with kernel %s; singular values %.1f to %.1f",
                Quantity.of(summary.entries()),
                summary.seconds(),
                summary.kernel(),
                summary.singularValues().get(0),
                summary.singularValues().get(found - 1));
        KernelNotes.warnOfFallback(svd.options().kernel(), summary.kernel(), console);
        if (found < svd.options().dim()) {
            console.warn(String.format(
                    Locale.ROOT,
                    "the matrix has %d singular values above 0 only: the other %d columns of the vectors are zero",
                    found,
                    svd.options().dim() - found));
        }
    }
}
