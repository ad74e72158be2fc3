package org.wordloom.cluster.replicas;

import java.io.Serializable;
import org.wordloom.cluster.spark.TaskOutcome;

/**
 * What a replica sends in a round: rows to each block's merging task, and its report, or its failure, to whoever reports
 * to the driver. Only one of the two is there.
 */
final class ReplicaMessage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int replica;
    private final ReplicaRows rows;
    private final TaskOutcome<ReplicaReport> report;

    private ReplicaMessage(int replica, ReplicaRows rows, TaskOutcome<ReplicaReport> report) {
        this.replica = replica;
        this.rows = rows;
        this.report = report;
    }

    static ReplicaMessage of(ReplicaRows rows) {
        return new ReplicaMessage(rows.replica(), rows, null);
    }

    static ReplicaMessage of(int replica, TaskOutcome<ReplicaReport> report) {
        return new ReplicaMessage(replica, null, report);
    }

    /** The number of the replica. */
    int replica() {
        return replica;
    }

    ReplicaRows rows() {
        return rows;
    }

    TaskOutcome<ReplicaReport> report() {
        return report;
    }
}
