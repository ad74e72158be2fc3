package org.wordloom.cluster.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Finds where a run begins: at the latest checkpoint that is whole, or at the start.
 *
 * @param resume whether the user wants to go on
 * @param identity of this run, see {@link Checkpoint#differences}
 * @param notes hears what was found
 */
public record Resumption(
        CheckpointFolder checkpoints, boolean resume, Map<String, String> identity, Consumer<String> notes) {

    /** Takes the blocks of a checkpoint. */
    @FunctionalInterface
    public interface Loading {
        /**
         * Reads all blocks.
         *
         * @return where the run goes on, for the user
         * @throws WordloomException FORMAT when the checkpoint does not fit or is damaged, INPUT when a file cannot be
         *     read; another may be loaded then
         */
        String load(String folder, Checkpoint checkpoint);
    }

    /**
     * Loads the latest checkpoint that is whole and can be read, if the user wants to go on and there is one; else removes
     * all.
     *
     * @return the checkpoint; empty when the run begins at its start
     * @throws WordloomException USAGE when the checkpoint is of other options or of another schedule; FORMAT when there
     *     are checkpoints and none is whole; INPUT when one of them could perhaps be read later
     */
    public Optional<Checkpoint> load(Loading loading) {
        List<String> folders = checkpoints.finished();
        if (resume && !folders.isEmpty()) {
            return Optional.of(latest(folders, loading));
        }
        Optional<String> other = checkpoints.otherSchedule();
        if (resume) {
            other.ifPresent(this::refuse);
            notes.accept("there is no checkpoint in " + checkpoints.path() + ": training begins at the start");
        } else if (!folders.isEmpty() || other.isPresent()) {
            notes.accept("training begins at the start, and the checkpoints of an earlier run in " + checkpoints.path()
                    + " are removed: --resume would have continued them");
        }
        checkpoints.clear();
        return Optional.empty();
    }

    /** A schedule that was named; auto takes that of the checkpoints, see {@link EarlierRun}. */
    private void refuse(String schedule) {
        throw new WordloomException(
                ExitCode.USAGE,
                "--resume cannot continue the checkpoints in " + checkpoints.path()
                        + " with this schedule: they are of schedule " + schedule + ". Say --schedule " + schedule
                        + " and the options of that run, or run without --resume to begin at the start");
    }

    private Checkpoint latest(List<String> folders, Loading loading) {
        WordloomException damage = null;
        ExitCode code = ExitCode.FORMAT;
        for (String folder : folders) {
            try {
                return load(folder, loading);
            } catch (WordloomException e) {
                if (!CheckpointFolder.maySkip(e)) {
                    throw e;
                }
                notes.accept("a checkpoint cannot be used: " + e.getMessage());
                damage = e;
                code = e.exitCode() == ExitCode.INPUT ? ExitCode.INPUT : code;
            }
        }
        throw new WordloomException(
                code,
                "no checkpoint in " + checkpoints.path() + " is whole (" + damage.getMessage()
                        + "); "
                        + (code == ExitCode.INPUT ? "run again when they can be read, or " : "run ")
                        + "without --resume to begin at the start",
                damage);
    }

    private Checkpoint load(String folder, Loading loading) {
        Checkpoint checkpoint = checkpoints.read(folder);
        List<String> differences = checkpoint.differences(identity);
        if (!differences.isEmpty()) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "--resume cannot continue " + folder + ", which is of another run: "
                            + String.join("; ", differences) + ". Run with its options, or without --resume");
        }
        String place = loading.load(folder, checkpoint);
        notes.accept("continuing after " + checkpoints.unit().title() + " " + checkpoint.steps() + " " + place
                + ", from " + folder);
        return checkpoint;
    }
}
