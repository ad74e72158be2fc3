package org.wordloom.jobs.setting;

import java.time.Duration;
import java.util.List;
import org.wordloom.base.Problems;

/** How much work a killed run may lose, and whether to go on with one. */
public final class CheckpointSettings implements SettingGroup {
    private final List<Setting<?>> settings;
    private Duration interval = Duration.ofMinutes(10);
    private boolean resume;

    /** Of training that is in steps, and makes checkpoints unless told not to. */
    public CheckpointSettings() {
        this("");
    }

    /** Of training on text, where one replica is trained in one go. */
    public static CheckpointSettings ofText() {
        return new CheckpointSettings("; one replica makes checkpoints only when asked for them here or by --resume");
    }

    private CheckpointSettings(String restriction) {
        settings = List.of(
                TimeSpan.setting(
                        "checkpoint-interval",
                        "time between checkpoints, as 90s, 10m, 2h or never; 0s: after every stratum or round"
                                + restriction,
                        () -> interval,
                        value -> interval = value),
                Setting.flag(
                        "resume",
                        "go on from the last checkpoint of a run that was killed or failed",
                        () -> resume,
                        value -> resume = value));
    }

    /** Negative for none. */
    public Duration interval() {
        return interval;
    }

    public boolean resume() {
        return resume;
    }

    @Override
    public String title() {
        return "Checkpoints";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    @Override
    public void validate(Problems problems) {
        // Any combination makes sense.
    }
}
