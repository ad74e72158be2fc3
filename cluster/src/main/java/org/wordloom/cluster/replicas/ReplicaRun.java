package org.wordloom.cluster.replicas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.checkpoint.Checkpoint;
import org.wordloom.cluster.checkpoint.CheckpointFolder;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.cluster.checkpoint.Resumption;
import org.wordloom.cluster.checkpoint.RowLayout;
import org.wordloom.cluster.checkpoint.Side;
import org.wordloom.cluster.checkpoint.WrittenBlock;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.progress.ProgressMessage;
import org.wordloom.cluster.progress.RunFigure;
import org.wordloom.train.Round;
import org.wordloom.train.StepSchedule;

/** A run of rounds, each of one or more steps of the schedule, from the first or from a checkpoint to the last. */
final class ReplicaRun {
    private final ReplicaPlan plan;
    private final SortedMap<String, String> identity;
    private final RowLayout layout;
    private final StepSchedule schedule;
    private final ReplicaEngine engine;
    private final CheckpointFolder checkpoints;
    private final String progressKey;
    private final RoundLength length;
    private final List<RoundSummary> rounds = new ArrayList<>();
    /** Words, loss and kernels of every round, those before a resume included. */
    private final List<LossSum> history = new ArrayList<>();

    private ReplicaReport last;
    private String folder;
    private Checkpoint checkpoint;
    private int step;
    private int written;
    private int resumedAt;
    private long bytesMoved;
    private long lastCheckpoint = System.nanoTime();

    ReplicaRun(
            ReplicaPlan plan,
            SortedMap<String, String> identity,
            RowLayout layout,
            StepSchedule schedule,
            ReplicaEngine engine,
            CheckpointFolder checkpoints,
            String progressKey) {
        this.plan = plan;
        this.identity = identity;
        this.layout = layout;
        this.schedule = schedule;
        this.engine = engine;
        this.checkpoints = checkpoints;
        this.progressKey = progressKey;
        this.length = new RoundLength(plan.replicas());
    }

    /** Runs all rounds that are left; the trained model is in {@link #checkpoint} then. */
    void run(Consumer<String> notes) {
        begin(notes);
        while (step < schedule.steps()) {
            int to = length.end(step);
            ReplicaEngine.Outcome outcome = engine.run(step, to);
            length.took(to - step, outcome.seconds());
            step = to;
            finished(outcome);
            if (checkpointDue()) {
                save();
            }
        }
    }

    private void begin(Consumer<String> notes) {
        Optional<Checkpoint> found = new Resumption(checkpoints, plan.resume(), identity, notes).load(this::load);
        if (found.isEmpty()) {
            engine.begin();
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

    private String load(String path, Checkpoint found) {
        boolean fits = found.steps() <= schedule.steps()
                && found.rows().size() == layout.blocks(Side.ROWS)
                && found.columns().size() == layout.blocks(Side.COLUMNS);
        if (!fits) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    "the checkpoint " + path + " is damaged: its " + found.steps() + " steps of "
                            + found.rows().size() + " and "
                            + found.columns().size() + " blocks do not fit " + layout.blocks() + " blocks");
        }
        engine.load(path, found);
        folder = path;
        checkpoint = found;
        return "of " + schedule.steps() + " (round " + found.history().size() + ")";
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

    private boolean checkpointDue() {
        boolean timeIsUp = !plan.checkpointInterval().isNegative()
                && System.nanoTime() - lastCheckpoint
                        >= plan.checkpointInterval().toNanos();
        return step == schedule.steps() || timeIsUp || engine.lineageIsLong();
    }

    private void save() {
        long start = System.nanoTime();
        String unfinished = checkpoints.begin();
        List<WrittenBlock> files = Arrays.asList(engine.save(unfinished));
        int inputs = layout.blocks(Side.ROWS);
        checkpoint =
                new Checkpoint(step, identity, history, files.subList(0, inputs), files.subList(inputs, files.size()));
        folder = checkpoints.commit(unfinished, checkpoint);
        engine.saved(folder, checkpoint);
        written++;
        lastCheckpoint = System.nanoTime();
        ProgressBoard.instance().measured(RunFigure.CHECKPOINT_SECONDS, (lastCheckpoint - start) * 1e-9);
    }

    /** The latest checkpoint; after {@link #run} the trained model. */
    Checkpoint checkpoint() {
        return checkpoint;
    }

    /** Where the latest checkpoint is. */
    String folder() {
        return folder;
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

    int written() {
        return written;
    }

    int resumedAt() {
        return resumedAt;
    }
}
