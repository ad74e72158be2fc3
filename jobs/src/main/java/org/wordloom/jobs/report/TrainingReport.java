package org.wordloom.jobs.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.wordloom.cluster.CorpusStatistics;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.Storage;
import org.wordloom.cluster.TrainingSummary;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordVectors;
import org.wordloom.vocab.Vocabulary;

/**
 * {@code report.html}: one page that shows a training run. It needs no network and no script.
 *
 * @param command that trained
 * @param groups its options
 */
public record TrainingReport(
        String command,
        List<SettingGroup> groups,
        CorpusStatistics corpus,
        Vocabulary vocabulary,
        TrainingSummary summary) {
    /** Writes the page; the model must be in the folder's staging place already. */
    public OutputFolder write(Storage storage, OutputFolder folder) throws IOException {
        return parts().write(storage, folder, this::html);
    }

    private ModelPage parts() {
        return new ModelPage(groups, VectorSelection.INPUT, vocabulary.totalCount());
    }

    String html(WordVectors vectors) {
        ModelPage parts = parts();
        HtmlPage page = new HtmlPage("Wordloom: " + command);
        page.lead(headline());
        page.facts(
                Fact.of("words/s", Quantity.of(summary.wordsPerSecond())),
                Fact.of("final loss", String.format(Locale.ROOT, "%.4f", summary.loss())),
                Fact.of("words read", Quantity.of(summary.words())),
                Fact.of("vocabulary", String.format(Locale.ROOT, "%,d", vocabulary.size())),
                Fact.of("training time", String.format(Locale.ROOT, "%.1f s", summary.seconds())),
                Fact.of("kernel", summary.kernel()),
                Fact.of("threads", Integer.toString(summary.threads())));
        addCurves(page);
        parts.addWords(page, vectors);
        page.section("Corpus");
        page.table(CorpusTable.rows(corpus, vocabulary));
        return parts.finish(page);
    }

    private String headline() {
        return String.format(
                Locale.ROOT,
                "%,d vectors trained by “wordloom %s” on %,d words of text.",
                vocabulary.size(),
                command,
                corpus.tokens());
    }

    private void addCurves(HtmlPage page) {
        List<TrainingSummary.Sample> samples = summary.samples();
        if (samples.size() < 2) {
            return;
        }
        page.section("Training over time");
        page.columns(
                LineChart.svg("mean loss per pair", Curves.loss(samples), "seconds"),
                LineChart.svg("words per second", Curves.throughput(samples), "seconds"));
    }
}
