package org.wordloom.cluster.replicas;

import java.io.Serializable;
import org.wordloom.cluster.TaskOutcome;

/**
 * What a replica sends in a round: rows to each block's merging task, and its report, or its failure, to whoever reports
 * to the driver. Only one of the two is there.
 */
final class ReplicaMessage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ReplicaRows rows;
    private final TaskOutcome<ReplicaReport> report;

    private ReplicaMessage(ReplicaRows rows, TaskOutcome<ReplicaReport> report) {
        this.rows = rows;
        this.report = report;
    }

    static ReplicaMessage of(ReplicaRows rows) {
        return new ReplicaMessage(rows, null);
    }

    static ReplicaMessage of(TaskOutcome<ReplicaReport> report) {
        return new ReplicaMessage(null, report);
    }

    ReplicaRows rows() {
        return rows;
    }

    TaskOutcome<ReplicaReport> report() {
        return report;
    }
}
