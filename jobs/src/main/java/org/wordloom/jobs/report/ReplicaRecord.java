package org.wordloom.jobs.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordloom.cluster.replicas.ReplicaSummary;

/** What {@code run.json} says of replicas and their rounds. */
public final class ReplicaRecord {
    private ReplicaRecord() {}

    public static Map<String, Object> of(ReplicaSummary summary) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("replicas", summary.replicas());
        record.put("executors", summary.executors());
        record.put("merge-rule", summary.rule());
        record.put("working-sets", summary.workingSets());
        record.put("bytes-a-replica", summary.replicaBytes());
        record.put("merge-seconds", summary.mergeSeconds());
        record.put("bytes-moved", summary.bytesMoved());
        record.put("divergence", summary.divergence());
        record.put("checkpoints", summary.checkpoints());
        record.put("resumed-at-round", summary.resumedAt());
        record.put("rounds", summary.rounds());
        return record;
    }
}
