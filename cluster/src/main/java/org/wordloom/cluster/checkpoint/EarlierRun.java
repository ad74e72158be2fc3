package org.wordloom.cluster.checkpoint;

import java.util.Optional;
import java.util.SortedMap;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.storage.Storage;

/**
 * What the checkpoints of a run say of it, to whom goes on from them: numbers that the user left to the program must be as
 * they were then, and not as a cluster that lost a machine since would have them.
 *
 * @param unit what its schedule counts
 * @param identity see {@link RunIdentity}
 */
public record EarlierRun(CheckpointUnit unit, SortedMap<String, String> identity) {

    /** The run whose checkpoints are in a folder, by the newest that can be read; empty when there is none. */
    public static Optional<EarlierRun> find(Storage storage, String checkpoints) {
        for (CheckpointUnit unit : CheckpointUnit.values()) {
            Optional<EarlierRun> found = find(new CheckpointFolder(storage, checkpoints, unit));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<EarlierRun> find(CheckpointFolder checkpoints) {
        for (String folder : checkpoints.finished()) {
            try {
                return Optional.of(new EarlierRun(
                        checkpoints.unit(), checkpoints.read(folder).identity()));
            } catch (WordloomException e) {
                // Whoever loads the blocks tells of the damage (Resumption).
                if (!CheckpointFolder.maySkip(e)) {
                    throw e;
                }
            }
        }
        return Optional.empty();
    }

    /** A number that decides the run's result, by the name of its option; 0 where the run has no such number. */
    public int number(String option) {
        String value = identity.getOrDefault(option, "0");
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new WordloomException(
                    ExitCode.FORMAT, "the checkpoints are damaged: " + option + " is '" + value + "', no number", e);
        }
    }
}
