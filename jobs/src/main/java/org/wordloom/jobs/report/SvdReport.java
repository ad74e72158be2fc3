package org.wordloom.jobs.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.svd.SvdSummary;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordVectors;

/**
 * {@code report.html} of a decomposition: its spectrum, neighbours and a map of words.
 *
 * @param command that ran
 * @param groups its options
 * @param source the counts that were decomposed
 */
public record SvdReport(String command, List<SettingGroup> groups, CooccurrenceFolder source, SvdSummary summary) {
    /** Writes the page; the model must be in the folder's staging place already. */
    public OutputFolder write(Storage storage, OutputFolder folder) throws IOException {
        return parts().write(storage, folder, this::html);
    }

    /** What was computed, by names. */
    public static Map<String, Object> decomposition(SvdSummary summary) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("in-memory", summary.inMemory());
        values.put("seconds", summary.seconds());
        values.put("positive-entries", summary.entries());
        values.put("singular-values", summary.singularValues());
        values.put("files", summary.files());
        return values;
    }

    private ModelPage parts() {
        return new ModelPage(groups, VectorSelection.INPUT, source.vocabulary().totalCount());
    }

    String html(WordVectors vectors) {
        ModelPage parts = parts();
        HtmlPage page = new HtmlPage("Wordloom: " + command);
        page.lead(String.format(
                Locale.ROOT,
                "%,d vectors of %d values by “wordloom %s”.",
                source.vocabulary().size(),
                vectors.dimension(),
                command));
        page.facts(
                Fact.of("positive entries", Quantity.of(summary.entries())),
                Fact.of(
                        "largest singular value",
                        String.format(
                                Locale.ROOT, "%.1f", summary.singularValues().get(0))),
                Fact.of(
                        "vocabulary",
                        String.format(Locale.ROOT, "%,d", source.vocabulary().size())),
                Fact.of("time", String.format(Locale.ROOT, "%.1f s", summary.seconds())),
                Fact.of("kernel", summary.kernel()));
        page.pictures(
                "Spectrum",
                "Singular values of the matrix of positive PMI. The first ones tell frequent from rare words.",
                LineChart.svg("singular value", spectrum(), "number"));
        parts.addWords(page, vectors);
        page.section("Counts");
        page.table(CountsRecord.rows(CountsRecord.of(source)));
        return parts.finish(page);
    }

    private List<double[]> spectrum() {
        List<double[]> points = new ArrayList<>();
        for (double value : summary.singularValues()) {
            points.add(new double[] {points.size() + 1.0, value});
        }
        return points;
    }
}
