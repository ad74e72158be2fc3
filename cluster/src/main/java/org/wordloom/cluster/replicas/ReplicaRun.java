package org.wordloom.cluster.replicas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wordloom.cluster.checkpoint.Checkpoint;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.cluster.checkpoint.RunCheckpoints;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.progress.ProgressMessage;
import org.wordloom.cluster.progress.RunFigure;
import org.wordloom.train.Round;
import org.wordloom.train.StepSchedule;

/** A run of rounds, each of one or more steps of the schedule, from the first or from a checkpoint to the last. */
final class ReplicaRun {
    private final ReplicaPlan plan;
    private final StepSchedule schedule;
    private final ReplicaEngine engine;
    private final RunCheckpoints checkpoints;
    private final String progressKey;
    private final RoundLength length;
    private final List<RoundSummary> rounds = new ArrayList<>();
    /** Words, loss and kernels of every round, those before a resume included. */
    private final List<LossSum> history = new ArrayList<>();

    private ReplicaReport last;
    private int step;
    private int resumedAt;
    private long bytesMoved;

    ReplicaRun(
            ReplicaPlan plan,
            StepSchedule schedule,
            ReplicaEngine engine,
            RunCheckpoints checkpoints,
            String progressKey) {
        this.plan = plan;
        this.schedule = schedule;
        this.engine = engine;
        this.checkpoints = checkpoints;
        this.progressKey = progressKey;
        this.length = new RoundLength(plan.replicas());
    }

    /** Runs all rounds that are left; the trained model is in the last checkpoint then. */
    void run(Consumer<String> notes) {
        begin(notes);
        while (step < schedule.steps()) {
            int to = length.end(step);
            ReplicaEngine.Outcome outcome = engine.run(step, to);
            length.took(to - step, outcome.seconds());
            step = to;
            finished(outcome);
            if (step == schedule.steps() || checkpoints.due() || engine.lineageIsLong()) {
                checkpoints.write(step, history, engine);
            }
        }
    }

    private void begin(Consumer<String> notes) {
        Optional<Checkpoint> found = checkpoints.begin(
                plan.resume(),
                engine,
                checkpoint -> "round " + checkpoint.history().size(),
                notes);
        if (found.isEmpty()) {
            return;
        }
        step = Math.toIntExact(found.get().steps());
        history.addAll(found.get().history());
        resumedAt = history.size();
        if (step > 0) {
            ProgressBoard.instance()
                    .resume(progressKey, schedule.round(step - 1, step).wordsAfter());
        }
    }

    private void finished(ReplicaEngine.Outcome outcome) {
        RoundReport report = outcome.report();
        last = report.replicas().get(0);
        history.add(report.outcome());
        RoundSummary summary = RoundSummary.of(history.size(), outcome);
        rounds.add(summary);
        bytesMoved += summary.bytesMoved();
        ProgressBoard.instance().measured(summary.figures(), summary.shortly());
        ProgressBoard.instance().measured(RunFigure.BYTES_MOVED, bytesMoved);
        Round round = schedule.round(step - 1, step);
        float rate = round.rateAfter(plan.model().training()); // the report has the mean
        for (ReplicaReport replica : report.replicas()) {
            long done = round.wordsAfter() / report.replicas().size();
            ProgressBoard.instance()
                    .report(new ProgressMessage(
                            progressKey, Integer.toString(replica.replica()), done, rate, report.loss()));
        }
    }

    List<RoundSummary> rounds() {
        return rounds;
    }

    List<LossSum> history() {
        return history;
    }

    /** What the first replica reported last; null when nothing was left to do. */
    ReplicaReport last() {
        return last;
    }

    int resumedAt() {
        return resumedAt;
    }
}
