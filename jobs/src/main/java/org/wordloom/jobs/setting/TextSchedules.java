package org.wordloom.jobs.setting;

import java.util.List;
import java.util.Set;
import org.wordloom.base.Problems;
import org.wordloom.jobs.setting.TrainingSettings.Schedule;

/**
 * What the schedules of training on text have of their own.
 *
 * @param replicas of schedule hogwild
 * @param strata of schedule strata
 * @param checkpoints of both
 */
public record TextSchedules(ReplicaSettings replicas, CountSettings strata, CheckpointSettings checkpoints) {
    /** The options that only training by strata has. */
    private static final List<String> OF_STRATA = List.of("cycles", "exact");

    public static TextSchedules defaults() {
        return new TextSchedules(new ReplicaSettings(), new CountSettings(), new CheckpointSettings());
    }

    /** Whether an option was set that only replicas have. */
    public boolean replicasWanted() {
        return replicas.settings().stream().anyMatch(Setting::isExplicit);
    }

    /** Whether training must be cut into rounds, to keep what is done or to go on. */
    public boolean checkpointsWanted() {
        return checkpoints.resume() || checkpoints.isExplicit("checkpoint-interval");
    }

    /** Adds what does not go with the schedule. */
    public void validate(Schedule schedule, boolean splitsOverPairs, Problems problems) {
        problems.require(
                schedule != Schedule.STRATA || splitsOverPairs,
                "--schedule strata is for skip-gram with negative sampling, whose loss is a sum over pairs of rows: say"
                        + " auto or hogwild");
        if (schedule == Schedule.STRATA) {
            Contradictions.refuse("schedule strata", List.of(replicas), Set.of(), "strata have no replicas", problems);
        }
        for (String option : OF_STRATA) {
            problems.require(
                    !strata.isExplicit(option) || schedule == Schedule.STRATA,
                    "--%s is for --schedule strata: say that too",
                    option);
        }
    }
}
