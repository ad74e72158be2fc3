package org.wordloom.jobs.setting;

import java.time.Duration;
import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.cluster.replicas.ReplicaOptions;
import org.wordloom.cluster.replicas.ReplicaOptions.Rows;
import org.wordloom.merge.MergeRule;

/** Replicas of the model on several executors, for {@code --schedule hogwild}. */
public final class ReplicaSettings implements SettingGroup {
    private final List<Setting<?>> settings;
    private int replicas = ReplicaOptions.defaults().replicas();
    private int merges = ReplicaOptions.defaults().merges();
    private Duration interval = ReplicaOptions.defaults().interval();
    private MergeRule rule = ReplicaOptions.defaults().rule();
    private Rows rows = ReplicaOptions.defaults().rows();

    public ReplicaSettings() {
        settings = List.of(
                Setting.integer(
                        "replicas",
                        "replicas of the model that train at once; 0: one an executor",
                        () -> replicas,
                        value -> replicas = value),
                Setting.integer(
                        "merges",
                        "how often they are merged in an epoch; 0: as --merge-interval says, 10 times or more",
                        () -> merges,
                        value -> merges = value),
                TimeSpan.setting(
                        "merge-interval",
                        "how long replicas train between merges, as 60s or 5m",
                        () -> interval,
                        value -> interval = value),
                Setting.choice(
                        "merge-rule",
                        MergeRule.class,
                        "how replicas' changes of a vector become one",
                        () -> rule,
                        value -> rule = value),
                Setting.choice(
                        "replica-rows",
                        Rows.class,
                        "vectors that a replica holds: those of its text when all do not fit, always all, or always"
                                + " those of its text",
                        () -> rows,
                        value -> rows = value));
    }

    /** The options as they were set; validate first. */
    public ReplicaOptions options() {
        return new ReplicaOptions(replicas, merges, interval, rule, rows);
    }

    @Override
    public String title() {
        return "Replicas";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    @Override
    public void validate(Problems problems) {
        options().validate(problems);
        problems.require(
                !(isExplicit("merges") && merges > 0 && isExplicit("merge-interval")),
                "--merges and --merge-interval contradict each other: a round has a share of the text, or of time");
    }
}
