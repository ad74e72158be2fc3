package org.wordloom.cluster.checkpoint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.checkpoint.CheckpointedBlocks.SavedBlocks;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.progress.RunFigure;

/** The checkpoints of one run: the one that it goes on from, when the next is due, and those that it writes. */
public final class RunCheckpoints {
    private final CheckpointFolder folder;
    private final SortedMap<String, String> identity;
    private final Duration interval;
    private final Extent extent;
    private StoredCheckpoint last;
    private int written;
    private long lastTime = System.nanoTime();

    /**
     * How long a run is, and of how many blocks.
     *
     * @param units steps or strata of the whole run
     */
    public record Extent(long units, int inputBlocks, int outputBlocks) {}

    /**
     * @param identity of the run, see {@link RunIdentity}
     * @param interval time between checkpoints; zero makes each time a checkpoint due, a negative one none
     */
    public RunCheckpoints(
            CheckpointFolder folder, SortedMap<String, String> identity, Duration interval, Extent extent) {
        this.folder = folder;
        this.identity = identity;
        this.interval = interval;
        this.extent = extent;
    }

    /**
     * Fills the blocks from the latest checkpoint that is whole, or with their initial values.
     *
     * @param resume whether the user wants to go on
     * @param place what of the run a checkpoint stands in, for the user
     * @param notes hears what was found
     * @return what the run goes on from; empty when it begins at its start
     * @throws WordloomException as {@link Resumption#load}
     */
    public Optional<Checkpoint> begin(
            boolean resume, CheckpointedBlocks blocks, Function<Checkpoint, String> place, Consumer<String> notes) {
        Optional<Checkpoint> found = new Resumption(folder, resume, identity, notes).load((path, checkpoint) -> {
            requireFitting(path, checkpoint);
            StoredCheckpoint stored = new StoredCheckpoint(path, checkpoint);
            blocks.load(stored);
            last = stored;
            return "of " + extent.units() + " (" + place.apply(checkpoint) + ")";
        });
        if (found.isEmpty()) {
            blocks.begin();
        }
        lastTime = System.nanoTime();
        return found;
    }

    private void requireFitting(String path, Checkpoint checkpoint) {
        int input = checkpoint.input().size();
        int output = checkpoint.output().size();
        boolean fits = checkpoint.steps() <= extent.units()
                && input == extent.inputBlocks()
                && output == extent.outputBlocks();
        if (!fits) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    "the checkpoint " + path + " is damaged: " + folder.unit().title() + " " + checkpoint.steps()
                            + " of "
                            + input + " and " + output + " blocks does not fit " + extent.units() + " of "
                            + extent.inputBlocks() + " and " + extent.outputBlocks() + " blocks");
        }
    }

    /** Whether the interval has passed since the last checkpoint, or since the run began. */
    public boolean due() {
        return !interval.isNegative() && System.nanoTime() - lastTime >= interval.toNanos();
    }

    /**
     * Writes a checkpoint.
     *
     * @param done steps or strata that are done
     * @param history see {@link Checkpoint}
     */
    public void write(long done, List<LossSum> history, CheckpointedBlocks blocks) {
        long start = System.nanoTime();
        String unfinished = folder.begin();
        SavedBlocks files = blocks.save(unfinished);
        Checkpoint checkpoint = new Checkpoint(done, identity, history, files.input(), files.output());
        last = new StoredCheckpoint(folder.commit(unfinished, checkpoint), checkpoint);
        blocks.saved(last);
        written++;
        lastTime = System.nanoTime();
        ProgressBoard.instance().measured(RunFigure.CHECKPOINT_SECONDS, (lastTime - start) * 1e-9);
    }

    /** The latest checkpoint, read or written; null before there is one. */
    public StoredCheckpoint last() {
        return last;
    }

    /** How many this run wrote. */
    public int written() {
        return written;
    }
}
