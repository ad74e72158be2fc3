package org.wordloom.cluster.strata;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.checkpoint.Checkpoint;
import org.wordloom.cluster.checkpoint.CheckpointFolder;
import org.wordloom.cluster.checkpoint.Resumption;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.progress.RunFigure;
import org.wordloom.cluster.storage.Storage;

/** A run of strata from its first stratum, or from a checkpoint, to its last. */
final class StrataRun<B> {
    private final Storage storage;
    private final StrataModel<B> model;
    private final StrataPlan plan;
    private final StrataSchedule schedule;
    private final StrataEngine<B> engine;
    private final CheckpointFolder checkpoints;
    private final CyclePreparation cycles;
    private final String progressKey;
    private StrataHistory history;
    private int written;

    StrataRun(
            Storage storage,
            StrataModel<B> model,
            StrataPlan plan,
            StrataSchedule schedule,
            StrataEngine<B> engine,
            CheckpointFolder checkpoints,
            CyclePreparation cycles,
            String progressKey) {
        this.storage = storage;
        this.model = model;
        this.plan = plan;
        this.schedule = schedule;
        this.engine = engine;
        this.checkpoints = checkpoints;
        this.cycles = cycles;
        this.progressKey = progressKey;
    }

    StrataResult<B> run(Consumer<String> notes) throws Exception {
        long start = begin(notes);
        StrataMonitor monitor = new StrataMonitor(progressKey, history);
        train(start, monitor);
        return new StrataResult<>(
                engine.blocks(),
                history.cycles(),
                monitor.samples(),
                monitor.seconds(),
                monitor.entries(),
                engine.bytesMoved(),
                engine.threads(),
                !engine.endsInFiles(),
                written,
                start);
    }

    private void train(long start, StrataMonitor monitor) throws Exception {
        BooleanSupplier due = dueAfter(System.nanoTime());
        int begun = -1;
        for (long done = start; done < schedule.strata(); ) {
            int cycle = schedule.cycle(done);
            if (cycle != begun) {
                cycles.begin(cycle);
                begun = cycle;
            }
            done = engine.advance(done, cycles.isNeeded() ? schedule.end(cycle) : schedule.strata(), monitor, due);
            boolean last = done == schedule.strata();
            if (last ? engine.endsInFiles() : due.getAsBoolean() || engine.mustSave()) {
                checkpoint(done);
                due = dueAfter(System.nanoTime());
                cycles.release(schedule.cycle(done));
            } else if (!engine.endsInFiles()) {
                cycles.release(schedule.cycle(done)); // what is in memory is never trained again
            }
        }
    }

    /** Loads a checkpoint or makes the first blocks; returns the strata that are done. */
    private long begin(Consumer<String> notes) {
        Optional<Checkpoint> found =
                new Resumption(checkpoints, plan.resume(), plan.identity(), notes).load(this::load);
        if (found.isEmpty()) {
            engine.begin();
        }
        history = found.map(c -> new StrataHistory(schedule, c.history(), c.steps()))
                .orElseGet(() -> new StrataHistory(schedule, List.of(), 0));
        if (found.isPresent()) {
            ProgressBoard.instance().resume(progressKey, history.entries());
        }
        return found.map(Checkpoint::steps).orElse(0L);
    }

    private String load(String folder, Checkpoint checkpoint) {
        boolean fits = checkpoint.steps() <= schedule.strata()
                && checkpoint.rows().size() == model.blocks()
                && checkpoint.columns().size() == model.blocks();
        if (!fits) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    "the checkpoint " + folder + " is damaged: its " + checkpoint.steps() + " strata of "
                            + checkpoint.rows().size() + " blocks do not fit " + model.blocks() + " blocks");
        }
        engine.load(new StoredBlocks<>(storage, model, folder, checkpoint));
        int cycle = schedule.cycle(Math.max(0, checkpoint.steps() - 1)) + 1;
        return "of " + schedule.strata() + " (cycle " + cycle + ")";
    }

    private BooleanSupplier dueAfter(long start) {
        if (plan.checkpointInterval().isNegative()) {
            return () -> false;
        }
        long interval = plan.checkpointInterval().toNanos();
        return () -> System.nanoTime() - start >= interval;
    }

    private void checkpoint(long done) {
        long start = System.nanoTime();
        String folder = checkpoints.begin();
        StrataEngine.SavedBlocks blocks = engine.save(folder);
        Checkpoint checkpoint =
                new Checkpoint(done, plan.identity(), history.cycles(), blocks.rows(), blocks.columns());
        String finished = checkpoints.commit(folder, checkpoint);
        engine.saved(new StoredBlocks<>(storage, model, finished, checkpoint));
        written++;
        ProgressBoard.instance().measured(RunFigure.CHECKPOINT_SECONDS, (System.nanoTime() - start) * 1e-9);
    }
}
