package org.wordloom.jobs.setting;

import java.util.List;
import java.util.Set;
import org.wordloom.base.Problems;
import org.wordloom.jobs.setting.TrainingSettings.Schedule;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.TrainingOptions;

/**
 * What the schedules of training on text have of their own.
 *
 * @param replicas of schedule hogwild
 * @param strata of schedule strata
 * @param checkpoints of both
 */
public record ScheduleSettings(ReplicaSettings replicas, StrataSettings strata, CheckpointSettings checkpoints) {

    public static ScheduleSettings defaults() {
        return new ScheduleSettings(new ReplicaSettings(), new StrataSettings(), CheckpointSettings.ofText());
    }

    /** Whether an option was set that only replicas have. */
    public boolean replicasWanted() {
        return replicas.settings().stream().anyMatch(Setting::isExplicit);
    }

    /** Options that were set and say how replicas are merged, which a single one that trains without a pause is not. */
    public List<String> mergingOptions() {
        return replicas.settings().stream()
                .filter(Setting::isExplicit)
                .map(Setting::name)
                .filter(name -> name.startsWith("merge"))
                .toList();
    }

    /** Whether training must be cut into rounds, to keep what is done or to go on. */
    public boolean checkpointsWanted() {
        boolean asked = checkpoints.isExplicit("checkpoint-interval")
                && !checkpoints.interval().isNegative();
        return asked || checkpoints.resume();
    }

    /** Adds what does not go with the schedule. */
    public void validate(Schedule schedule, TrainingOptions options, Problems problems) {
        if (schedule != Schedule.STRATA) {
            for (Setting<?> setting : strata.settings()) {
                problems.require(!setting.isExplicit(), "--%s is for --schedule strata; say that too", setting.name());
            }
            return;
        }
        Contradictions.refuse("schedule strata", List.of(replicas), Set.of(), "strata have no replicas", problems);
        requireSumOverPairs(options, problems);
    }

    /** Strata train sums over pairs of an input row and an output row; what is none is refused with the reason. */
    private static void requireSumOverPairs(TrainingOptions options, Problems problems) {
        problems.require(
                options.architecture() == ArchitectureChoice.SKIPGRAM,
                "--schedule strata cannot train cbow: its hidden vector is the mean of several rows, which lie in"
                        + " different blocks; say auto or hogwild");
        problems.require(
                options.objective() == ObjectiveChoice.NEGATIVE_SAMPLING,
                "--schedule strata and --hs contradict each other: all words share the nodes near the root of the"
                        + " Huffman tree, so that no blocks of nodes keep visits apart; say auto or hogwild");
    }
}
