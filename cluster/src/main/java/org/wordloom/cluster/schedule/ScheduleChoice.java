package org.wordloom.cluster.schedule;

import java.util.List;

/**
 * How a word model is to be trained, and why.
 *
 * @param kind which way
 * @param replicas R; 1 for {@link Kind#ONE_REPLICA}, 0 for strata
 * @param blocks P; 0 unless by strata
 * @param taskBytes heap that one task needs
 * @param bytesMoved bytes of rows (and pairs) that move between executors, all epochs together; with rounds that time
 *     decides, at least these
 * @param reasons for the user, a line each
 */
public record ScheduleChoice(
        Kind kind, int replicas, int blocks, long taskBytes, long bytesMoved, List<String> reasons) {
    public ScheduleChoice {
        reasons = List.copyOf(reasons);
    }

    /** The ways. */
    public enum Kind {
        /** Hogwild threads on one replica: no copies, no merges. */
        ONE_REPLICA,
        /** Hogwild rounds on replicas that are merged. */
        REPLICAS,
        /** Block pairs. */
        STRATA
    }
}
