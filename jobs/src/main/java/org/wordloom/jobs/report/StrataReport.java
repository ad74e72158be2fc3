package org.wordloom.jobs.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.strata.StrataResult.Sample;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordVectors;
import org.wordloom.vocab.Vocabulary;

/**
 * {@code report.html} of a training run by strata.
 *
 * @param command that trained
 * @param groups its options
 * @param subject what was trained on
 * @param corpus the text that was read; none when only counts were
 * @param selection which vectors are shown
 */
public record StrataReport(
        String command,
        List<SettingGroup> groups,
        Vocabulary vocabulary,
        StrataSubject subject,
        CorpusStatistics corpus,
        VectorSelection selection,
        StrataSummary summary) {
    /** Writes the page; the model must be in the folder's staging place already. */
    public OutputFolder write(Storage storage, OutputFolder folder) throws IOException {
        return parts().write(storage, folder, this::html);
    }

    private ModelPage parts() {
        return new ModelPage(groups, selection, vocabulary.totalCount());
    }

    String html(WordVectors vectors) {
        ModelPage parts = parts();
        HtmlPage page = new HtmlPage("Wordloom: " + command);
        page.lead(String.format(
                Locale.ROOT,
                "%,d vectors trained by “wordloom %s” on %s, in %d blocks.",
                vocabulary.size(),
                command,
                subject.name(),
                summary.blocks()));
        page.facts(
                Fact.of(subject.unit() + "s/s", Quantity.of(summary.entriesPerSecond())),
                Fact.of("final loss", summary.loss(), 5),
                Fact.of(subject.unit() + "s trained", Quantity.of(summary.entries())),
                Fact.of("vocabulary", String.format(Locale.ROOT, "%,d", vocabulary.size())),
                Fact.of("training time", String.format(Locale.ROOT, "%.1f s", summary.seconds())),
                Fact.of("kernel", summary.kernel()),
                Fact.of("threads", Integer.toString(summary.threads())));
        page.pictures(
                "Training over time",
                "",
                LineChart.svg("mean loss per " + subject.unit(), lossByCycle(), "cycles"),
                LineChart.svg(subject.unit() + "s per second", throughput(), "seconds"));
        parts.addWords(page, vectors);
        if (corpus.bytes() > 0) {
            page.section("Corpus");
            page.table(CorpusTable.rows(corpus, vocabulary));
        }
        if (!subject.counts().isEmpty()) {
            page.section("Counts");
            page.table(CountsRecord.rows(subject.counts()));
        }
        return parts.finish(page);
    }

    private List<double[]> lossByCycle() {
        List<double[]> points = new ArrayList<>();
        for (int cycle = 0; cycle < summary.cycles().size(); cycle++) {
            points.add(new double[] {cycle + 1, summary.cycles().get(cycle).meanLoss()});
        }
        return points;
    }

    private List<double[]> throughput() {
        List<double[]> points = new ArrayList<>();
        Sample before = new Sample(0, 0, 0);
        for (Sample now : summary.samples()) {
            if (now.seconds() > before.seconds()) {
                points.add(new double[] {
                    now.seconds(), (now.entries() - before.entries()) / (now.seconds() - before.seconds())
                });
            }
            before = now;
        }
        return points;
    }
}
