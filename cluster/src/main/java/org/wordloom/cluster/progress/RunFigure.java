package org.wordloom.cluster.progress;

/**
 * Figures of a running training beside its progress, shown as Spark metrics under their {@link #title}; the stage that
 * runs gives them to {@link ProgressBoard#measured} under that name.
 */
public enum RunFigure {
    /** Bytes of model that went from one executor to another, or through storage, so far. */
    BYTES_MOVED("bytesMoved"),
    /** Seconds that the last merge of replicas took. */
    MERGE_SECONDS("mergeSeconds"),
    /** How far the replicas had gone apart at the last merge: see the schedule for its unit. */
    DIVERGENCE("divergence"),
    /** Strata that are done. */
    STRATA("strata"),
    /** Rounds of replicas that are done. */
    ROUNDS("rounds"),
    /** Seconds that the last round took. */
    ROUND_SECONDS("roundSeconds"),
    /** Seconds that the last checkpoint took. */
    CHECKPOINT_SECONDS("checkpointSeconds");

    private final String title;

    RunFigure(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
