package org.wordloom.jobs.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.TrainingSummary;
import org.wordloom.cluster.replicas.ReplicaSummary;
import org.wordloom.cluster.replicas.RoundSummary;
import org.wordloom.cluster.storage.Storage;
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
 * @param replicas how they were trained and merged; empty for one that never was
 */
public record TrainingReport(
        String command,
        List<SettingGroup> groups,
        CorpusStatistics corpus,
        Vocabulary vocabulary,
        TrainingSummary summary,
        Optional<ReplicaSummary> replicas) {
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
                Fact.of("final loss", summary.loss(), 4),
                Fact.of("words read", Quantity.of(summary.words())),
                Fact.of("vocabulary", String.format(Locale.ROOT, "%,d", vocabulary.size())),
                Fact.of("training time", String.format(Locale.ROOT, "%.1f s", summary.seconds())),
                Fact.of("kernel", summary.kernel()),
                Fact.of("threads", Integer.toString(summary.threads())));
        addCurves(page);
        replicas.ifPresent(value -> addReplicas(page, value));
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
        page.pictures(
                "Training over time",
                "",
                LineChart.svg("mean loss per pair", Curves.loss(samples), "seconds"),
                LineChart.svg("words per second", Curves.throughput(samples), "seconds"));
    }

    private static void addReplicas(HtmlPage page, ReplicaSummary summary) {
        page.section("Replicas");
        page.facts(
                Fact.of("replicas", Integer.toString(summary.replicas())),
                Fact.of("rounds", Integer.toString(summary.rounds().size())),
                Fact.of("merge rule", summary.rule()),
                Fact.of("merging", String.format(Locale.ROOT, "%.1f s", summary.mergeSeconds())),
                Fact.of("rows moved", Quantity.of(summary.bytesMoved()) + "B"),
                Fact.of("heap of a replica", Quantity.of(summary.replicaBytes()) + "B"));
        page.pictures(
                "Rounds",
                "Divergence is how far replicas went apart in a round: 0 when all changed a vector alike, 1 when each went"
                        + " a way of its own.",
                LineChart.svg("divergence", ofRounds(summary, RoundSummary::divergence), "rounds"),
                LineChart.svg("seconds of merging", ofRounds(summary, RoundSummary::mergeSeconds), "rounds"));
    }

    private static List<double[]> ofRounds(ReplicaSummary summary, ToDoubleFunction<RoundSummary> value) {
        return summary.rounds().stream()
                .map(round -> new double[] {round.round(), value.applyAsDouble(round)})
                .toList();
    }
}
