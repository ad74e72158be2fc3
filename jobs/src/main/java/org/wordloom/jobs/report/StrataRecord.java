package org.wordloom.jobs.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordloom.cluster.strata.StrataSummary;

/** What {@code run.json} says of training by strata. */
public final class StrataRecord {
    private StrataRecord() {}

    /** @param subject what was trained on */
    public static Map<String, Object> of(StrataSubject subject, StrataSummary summary) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("blocks", summary.blocks());
        record.put("cycles", summary.cycles().size());
        record.putAll(subject.figures());
        record.put("threads", summary.threads());
        record.put("seconds", summary.seconds());
        record.put("entries", summary.entries());
        record.put("entries-per-second", summary.entriesPerSecond());
        record.put("loss", summary.loss());
        record.put("in-one-jvm", summary.inMemory());
        record.put("bytes-moved", summary.bytesMoved());
        record.put("cell-cache-bytes", summary.cachedBytes());
        record.put("checkpoints", summary.checkpoints());
        record.put("resumed-at-stratum", summary.resumedAt());
        record.put("files", summary.files());
        record.put(
                "loss-by-cycle",
                summary.cycles().stream().map(cycle -> cycle.meanLoss()).toList());
        record.put("over-time", summary.samples());
        return record;
    }
}
