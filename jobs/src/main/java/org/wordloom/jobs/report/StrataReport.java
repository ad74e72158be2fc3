package org.wordloom.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.Storage;
import org.wordloom.cluster.WordTrainingJob;
import org.wordloom.cluster.strata.StrataResult.Sample;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.format.WordModelFormat;
import org.wordloom.jobs.Version;
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
 * @param cells of one cycle
 * @param selection which vectors are shown
 */
public record StrataReport(
        String command,
        List<SettingGroup> groups,
        Vocabulary vocabulary,
        long cells,
        VectorSelection selection,
        StrataSummary summary) {
    private static final String FILE = "report.html";
    /** Rows of the model that are read: enough for the map and the neighbours, whatever the model's size. */
    private static final int ROWS = 5_000;

    /** Writes the page; the model must be in the folder's staging place already. */
    public OutputFolder write(Storage storage, OutputFolder folder) throws IOException {
        WordVectors vectors = read(storage, Storage.child(folder.staging(), WordTrainingJob.MODEL_FILE));
        try (OutputStream out = folder.create(FILE)) {
            out.write(html(vectors).getBytes(StandardCharsets.UTF_8));
        }
        return folder;
    }

    String html(WordVectors vectors) {
        HtmlPage page = new HtmlPage("Wordloom: " + command);
        page.lead(String.format(
                Locale.ROOT,
                "%,d vectors trained by “wordloom %s” on %,d co-occurrence cells, in %d blocks.",
                vocabulary.size(),
                command,
                cells,
                summary.blocks()));
        page.facts(
                Fact.of("entries/s", Quantity.of(summary.entriesPerSecond())),
                Fact.of("final loss", String.format(Locale.ROOT, "%.5f", summary.loss())),
                Fact.of("entries", Quantity.of(summary.entries())),
                Fact.of("vocabulary", String.format(Locale.ROOT, "%,d", vocabulary.size())),
                Fact.of("training time", String.format(Locale.ROOT, "%.1f s", summary.seconds())),
                Fact.of("kernel", summary.kernel()),
                Fact.of("threads", Integer.toString(summary.threads())));
        page.section("Training over time");
        page.columns(
                LineChart.svg("mean loss per entry", lossByCycle(), "cycles"),
                LineChart.svg("entries per second", throughput(), "seconds"));
        ContentWords content = new ContentWords(vectors, vocabulary.totalCount());
        NeighborTable.add(page, vectors, content.examples());
        page.section("Map of frequent words");
        page.caption(
                "Words that are used alike lie near each other (t-SNE; only nearness has a meaning, axes have none)."
                        + " Frequent words are shown, without function words.");
        page.figure(WordMap.svg(vectors, content.forMap(), 1));
        for (SettingGroup group : groups) {
            page.section("Options: " + group.title().toLowerCase(Locale.ROOT));
            page.table(OptionTable.rows(group));
        }
        page.footer("Written by Wordloom " + Version.current() + ". The figures are in run.json too.");
        return page.html();
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

    private WordVectors read(Storage storage, String model) throws IOException {
        try (InputStream in = storage.open(model)) {
            return selection.select(WordModelFormat.readFirst(in, model, storage.size(model), ROWS));
        }
    }
}
