package org.wordloom.jobs.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.jobs.setting.Reading;

/**
 * What was counted, as {@code run.json}, reports and models say it: where a run reads the counts of another, its own options
 * of counting are defaults that had no effect.
 */
public final class CountsRecord {
    private CountsRecord() {}

    /** By names. */
    public static Map<String, Object> of(CooccurrenceFolder folder) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("words", folder.vocabulary().size());
        counts.put("cells", folder.entries());
        counts.put("blocks", folder.blocks());
        counts.put("window", folder.options().window());
        counts.put("symmetric", folder.options().symmetric());
        counts.put("weighting", Reading.nameOf(folder.options().weighting()));
        counts.put("boundary", Reading.nameOf(folder.options().boundary()));
        counts.put("min-cooccurrence", folder.options().minimum());
        return counts;
    }

    /** What a model says of its making, with what was counted. */
    public static Map<String, String> in(Map<String, String> provenance, CooccurrenceFolder folder) {
        Map<String, String> all = new TreeMap<>(provenance);
        of(folder).forEach((name, value) -> all.put("counts." + name, String.valueOf(value)));
        return all;
    }

    /** Rows of a report's table. */
    static List<String[]> rows(Map<String, Object> counts) {
        return counts.entrySet().stream()
                .map(entry -> new String[] {entry.getKey(), String.valueOf(entry.getValue())})
                .toList();
    }
}
