package org.wordloom.cluster.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.output.FolderManifest;
import org.wordloom.cluster.output.ModelFolder;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.ChecksumOutputStream;
import org.wordloom.cluster.storage.Storage;

/**
 * The checkpoints of a run, a folder each, named by the number of steps or strata that are done. Files are written first,
 * the manifest with their checksums last, and only then the folder gets its name: what a killed run left half done is
 * passed over, also where a rename is not atomic. The last two are kept, so that there is another when one is damaged.
 */
public final class CheckpointFolder {
    private static final String RECORD = "checkpoint.json";
    private static final String UNFINISHED = OutputFolder.UNFINISHED;
    private static final int KEPT = 2;

    /** Two million blocks. The manifest has fewer bytes a block, and may have as many. */
    static final int MAX_RECORD_BYTES = 1 << 28;
    /** Of what a record says of a block: its file's name, with a long number of an attempt, its length and checksum. */
    static final int MAX_BLOCK_BYTES = 160;

    private final Storage storage;
    private final String path;
    private final CheckpointUnit unit;

    /**
     * @param path of the folder that holds them; made when the first is written
     * @param unit what the run counts
     */
    public CheckpointFolder(Storage storage, String path, CheckpointUnit unit) {
        this.storage = storage;
        this.path = path;
        this.unit = unit;
    }

    CheckpointUnit unit() {
        return unit;
    }

    String path() {
        return path;
    }

    /** Where the blocks of a new checkpoint are to be written. Removes what a killed run left behind. */
    public String begin() {
        folders(UNFINISHED).toList().forEach(storage::delete);
        return Storage.child(path, UNFINISHED + ProcessHandle.current().pid());
    }

    /**
     * Makes a checkpoint valid after its blocks were written, and removes older ones.
     *
     * @return its folder
     */
    public String commit(String folder, Checkpoint checkpoint) {
        SortedMap<String, FolderManifest.Entry> files = new TreeMap<>();
        for (Side side : Side.values()) {
            for (WrittenBlock block : checkpoint.blocks(side)) {
                files.put(block.name(), new FolderManifest.Entry(block.length(), block.crc32c()));
            }
        }
        String record = Storage.child(folder, RECORD);
        byte[] content = CheckpointJson.write(checkpoint);
        requireReadable(content.length, files.size(), record);
        try (OutputStream out = new ChecksumOutputStream(
                storage.create(record), (length, crc) -> files.put(RECORD, new FolderManifest.Entry(length, crc)))) {
            out.write(content);
        } catch (IOException e) {
            throw Storage.unwritable(record, e);
        }
        new FolderManifest(files).write(storage, folder);
        String finished = Storage.child(path, String.format(Locale.ROOT, "%s%012d", unit.prefix(), checkpoint.steps()));
        storage.delete(finished); // of a run that began at an earlier checkpoint, this one being damaged
        storage.rename(folder, finished);
        finished().stream().skip(KEPT).forEach(storage::delete);
        return finished;
    }

    /**
     * Looks before training whether a checkpoint of so many blocks could be read again.
     *
     * @throws WordloomException USAGE when it could not
     */
    public static void requireRoom(int blocks) {
        requireReadable((long) blocks * MAX_BLOCK_BYTES, blocks, "a checkpoint");
    }

    /** What no run could read again must not take the place of what it can. */
    static void requireReadable(long bytes, int blocks, String path) {
        if (bytes > MAX_RECORD_BYTES) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    String.format(
                            Locale.ROOT,
                            "%s would name %,d blocks in %,d bytes, and at most %,d can be read again: use fewer"
                                    + " --replicas or --blocks",
                            path,
                            blocks,
                            bytes,
                            MAX_RECORD_BYTES));
        }
    }

    /** Folders of finished checkpoints, the newest first. */
    List<String> finished() {
        return finished(unit).sorted(Comparator.reverseOrder()).toList();
    }

    /** The name of another schedule of which there is a finished checkpoint. */
    Optional<String> otherSchedule() {
        return Stream.of(CheckpointUnit.values())
                .filter(other -> other != unit)
                .filter(other -> finished(other).findAny().isPresent())
                .map(CheckpointUnit::schedule)
                .findAny();
    }

    private Stream<String> finished(CheckpointUnit of) {
        return folders(of.prefix()).filter(folder -> FolderManifest.existsIn(storage, folder));
    }

    /** Removes all checkpoints, those of other schedules too. */
    void clear() {
        for (CheckpointUnit each : CheckpointUnit.values()) {
            folders(each.prefix()).toList().forEach(storage::delete);
        }
        folders(UNFINISHED).toList().forEach(storage::delete);
    }

    /** FORMAT error when the checkpoint is damaged, as far as can be told without its blocks. */
    Checkpoint read(String folder) {
        ModelFolder files = ModelFolder.open(storage, folder);
        files.verify(RECORD);
        String record = files.path(RECORD);
        Checkpoint checkpoint = CheckpointJson.read(storage.readSmall(record, MAX_RECORD_BYTES), record);
        for (Side side : Side.values()) {
            for (WrittenBlock block : checkpoint.blocks(side)) {
                requireListed(files, block, record);
            }
        }
        return checkpoint;
    }

    /**
     * Whether an older checkpoint may serve where this was said of one: that it is damaged, or cannot be read, which is what a
     * file system says that finds damage itself.
     */
    static boolean maySkip(WordloomException failure) {
        return failure.exitCode() == ExitCode.FORMAT || failure.exitCode() == ExitCode.INPUT;
    }

    /** A hostile record must not lead out of its folder: only the names of the manifest are taken. */
    private static void requireListed(ModelFolder files, WrittenBlock block, String record) {
        if (!files.contains(block.name())) {
            throw new WordloomException(
                    ExitCode.FORMAT, record + " is damaged: it names '" + block.name() + "', which is not there");
        }
    }

    private Stream<String> folders(String prefix) {
        if (!storage.exists(path)) {
            return Stream.empty();
        }
        try {
            return Stream.of(storage.fileSystem(path).listStatus(new Path(path)))
                    .filter(FileStatus::isDirectory)
                    .map(status -> status.getPath().getName())
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> Storage.child(path, name));
        } catch (IOException e) {
            throw Storage.unreadable(path, e);
        }
    }
}
