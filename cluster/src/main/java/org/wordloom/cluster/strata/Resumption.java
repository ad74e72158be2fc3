package org.wordloom.cluster.strata;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.Storage;

/**
 * Finds where a run begins: at the latest checkpoint that is whole, or at the start.
 *
 * @param notes hears what was found
 */
record Resumption<B>(
        Storage storage,
        StrataModel<B> model,
        StrataPlan plan,
        StrataSchedule schedule,
        StrataEngine<B> engine,
        CheckpointFolder checkpoints,
        Consumer<String> notes) {

    /**
     * Puts the blocks of a checkpoint into the engine, or the initial ones.
     *
     * @return the checkpoint; empty when the run begins at its start
     * @throws WordloomException USAGE when the checkpoint is of other options; FORMAT when there are checkpoints and none
     *     is whole
     */
    Optional<Checkpoint> load() {
        List<String> folders = checkpoints.finished();
        if (plan.resume() && !folders.isEmpty()) {
            return Optional.of(latest(folders));
        }
        if (plan.resume()) {
            notes.accept("there is no checkpoint in " + checkpoints.path() + ": training begins at the start");
        } else if (!folders.isEmpty()) {
            notes.accept("training begins at the start, and the checkpoints of an earlier run in " + checkpoints.path()
                    + " are removed: --resume would have continued them");
        }
        checkpoints.clear();
        engine.begin();
        return Optional.empty();
    }

    private Checkpoint latest(List<String> folders) {
        WordloomException damage = null;
        for (String folder : folders) {
            try {
                return load(folder);
            } catch (WordloomException e) {
                if (e.exitCode() != ExitCode.FORMAT) {
                    throw e;
                }
                notes.accept("a checkpoint cannot be used: " + e.getMessage());
                damage = e;
            }
        }
        throw new WordloomException(
                ExitCode.FORMAT,
                "no checkpoint in " + checkpoints.path() + " is whole (" + damage.getMessage()
                        + "); run without --resume to begin at the start",
                damage);
    }

    private Checkpoint load(String folder) {
        Checkpoint checkpoint = checkpoints.read(folder);
        List<String> differences = checkpoint.differences(plan.identity());
        if (!differences.isEmpty()) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "--resume cannot continue " + folder + ", which is of another run: "
                            + String.join("; ", differences) + ". Run with its options, or without --resume");
        }
        boolean fits = checkpoint.strata() <= schedule.strata()
                && checkpoint.rows().size() == model.blocks()
                && checkpoint.columns().size() == model.blocks();
        if (!fits) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    "the checkpoint " + folder + " is damaged: its " + checkpoint.strata() + " strata of "
                            + checkpoint.rows().size() + " blocks do not fit " + model.blocks() + " blocks");
        }
        engine.load(new StoredBlocks<>(storage, model, folder, checkpoint));
        notes.accept("continuing after stratum " + checkpoint.strata() + " of " + schedule.strata() + " (cycle "
                + (schedule.cycle(Math.max(0, checkpoint.strata() - 1)) + 1) + "), from " + folder);
        return checkpoint;
    }
}
