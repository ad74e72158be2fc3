package org.wordloom.jobs.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.cluster.pairs.BucketedPairs;
import org.wordloom.cluster.pairs.TextPairSummary;

/**
 * What strata trained on.
 *
 * @param name in a sentence
 * @param unit one of what visits train: "cell" or "pair"
 * @param figures of it, by their names in {@code run.json}
 * @param counts how it was counted, see {@link CountsRecord}; empty for text
 */
public record StrataSubject(String name, String unit, Map<String, Object> figures, Map<String, Object> counts) {
    /** Counts: their cells, the same in all cycles. */
    public static StrataSubject ofCounts(CooccurrenceFolder counts, String unit) {
        long cells = counts.entries();
        return new StrataSubject(
                String.format(Locale.ROOT, "%,d co-occurrence cells", cells),
                unit,
                Map.of("cells", cells),
                CountsRecord.of(counts));
    }

    /** Text: what came of its pairs, all cycles of the run together. */
    public static StrataSubject ofText(long tokens, TextPairSummary summary) {
        BucketedPairs buckets = summary.buckets();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("pairs", buckets.pairs());
        figures.put("pair-bytes", buckets.bytes());
        figures.put("pair-bytes-in-files", buckets.spilledBytes());
        figures.put("bucketing-seconds", buckets.seconds());
        figures.put("noise-divergence", summary.noiseDivergence());
        figures.put("vector-bytes-moved-on-a-cluster", summary.cost().vectorBytes());
        figures.put("bytes-of-a-task", summary.cost().taskBytes());
        return new StrataSubject(String.format(Locale.ROOT, "%,d tokens of text", tokens), "pair", figures, Map.of());
    }
}
