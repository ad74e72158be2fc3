package org.wordloom.cluster.checkpoint;

/** What a schedule counts between its checkpoints, whose folders are named by it. */
public enum CheckpointUnit {
    STEP("step", "hogwild"),
    STRATUM("stratum", "strata");

    private final String title;
    private final String schedule;

    CheckpointUnit(String title, String schedule) {
        this.title = title;
        this.schedule = schedule;
    }

    /** In the singular, as messages and folders call it. */
    String title() {
        return title;
    }

    /** The value of {@code --schedule} that counts so. */
    String schedule() {
        return schedule;
    }

    /** What the names of its checkpoints' folders begin with. */
    String prefix() {
        return title + "-";
    }
}
