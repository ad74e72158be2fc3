package org.wordloom.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.wordloom.cluster.CorpusStatistics;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.Storage;
import org.wordloom.cluster.TrainingSummary;
import org.wordloom.cluster.WordTrainingJob;
import org.wordloom.format.WordModelFormat;
import org.wordloom.jobs.Version;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.setting.SettingGroup;
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
        ContentWords content = new ContentWords(vectors, vocabulary.totalCount());
        NeighborTable.add(page, vectors, content.examples());
        page.section("Map of frequent words");
        page.caption("Words that are used alike lie near each other (t-SNE of the input vectors; only nearness has a "
                + "meaning, axes have none). Frequent words are shown, without function words.");
        page.figure(WordMap.svg(vectors, content.forMap(), seed()));
        page.section("Corpus");
        page.table(CorpusTable.rows(corpus, vocabulary));
        for (SettingGroup group : groups) {
            page.section("Options: " + group.title().toLowerCase(Locale.ROOT));
            page.table(OptionTable.rows(group));
        }
        page.footer("Written by Wordloom " + Version.current() + ". The figures are in run.json too.");
        return page.html();
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

    private long seed() {
        return groups.stream()
                .flatMap(group -> group.settings().stream())
                .filter(setting -> setting.name().equals("seed"))
                .mapToLong(setting -> (Long) setting.value())
                .findFirst()
                .orElse(1);
    }

    private static WordVectors read(Storage storage, String model) throws IOException {
        try (InputStream in = storage.open(model)) {
            return WordModelFormat.readInput(in, model, storage.size(model), ROWS);
        }
    }
}
