package org.wordloom.cluster.strata;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wordloom.cluster.checkpoint.Checkpoint;
import org.wordloom.cluster.checkpoint.RunCheckpoints;
import org.wordloom.cluster.progress.ProgressBoard;

/** A run of strata from its first stratum, or from a checkpoint, to its last. */
final class StrataRun<B> {
    private final StrataPlan plan;
    private final StrataSchedule schedule;
    private final StrataEngine<B> engine;
    private final RunCheckpoints checkpoints;
    private final CyclePreparation cycles;
    private final String progressKey;
    private StrataHistory history;

    StrataRun(
            StrataPlan plan,
            StrataSchedule schedule,
            StrataEngine<B> engine,
            RunCheckpoints checkpoints,
            CyclePreparation cycles,
            String progressKey) {
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
                checkpoints.written(),
                start);
    }

    private void train(long start, StrataMonitor monitor) throws Exception {
        int begun = -1;
        for (long done = start; done < schedule.strata(); ) {
            int cycle = schedule.cycle(done);
            if (cycle != begun) {
                cycles.begin(cycle);
                begun = cycle;
            }
            done = engine.advance(
                    done, cycles.isNeeded() ? schedule.end(cycle) : schedule.strata(), monitor, checkpoints::due);
            boolean last = done == schedule.strata();
            if (last ? engine.endsInFiles() : checkpoints.due() || engine.mustSave()) {
                checkpoints.write(done, history.cycles(), engine);
                cycles.release(schedule.cycle(done));
            } else if (!engine.endsInFiles()) {
                cycles.release(schedule.cycle(done)); // what is in memory is never trained again
            }
        }
    }

    /** Loads a checkpoint or makes the first blocks; returns the strata that are done. */
    private long begin(Consumer<String> notes) {
        Optional<Checkpoint> found = checkpoints.begin(plan.resume(), engine, this::place, notes);
        history = found.map(c -> new StrataHistory(schedule, c.history(), c.steps()))
                .orElseGet(() -> new StrataHistory(schedule, List.of(), 0));
        if (found.isPresent()) {
            ProgressBoard.instance().resume(progressKey, history.entries());
        }
        return found.map(Checkpoint::steps).orElse(0L);
    }

    private String place(Checkpoint checkpoint) {
        return "cycle " + (schedule.cycle(Math.max(0, checkpoint.steps() - 1)) + 1);
    }
}
