package org.wordloom.cluster.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.ShutdownHookManager;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.output.FolderManifest.Entry;
import org.wordloom.cluster.storage.ChecksumOutputStream;
import org.wordloom.cluster.storage.Storage;

/**
 * An output folder that appears whole or not at all. Files are first written beside it, in a staging folder; its
 * {@code MANIFEST} with the length and checksum of every file is written last; then the staging folder takes the
 * output's place. Where a rename is not atomic (object stores), a reader still never takes half an output for a whole
 * one, since it compares the folder with the manifest.
 *
 * <p>Closing without {@link #commit} removes everything that was written but the {@link #checkpoints}, and the folders that
 * were made to hold it, while they hold nothing else; so does the end of the JVM.
 *
 * <p>A symbolic link of a local disk stays: what it leads to is made, or replaced.
 */
public final class OutputFolder implements AutoCloseable {
    /** After Spark stops (40), so that no task writes any more; before Hadoop closes its file systems (10). */
    private static final int HOOK_PRIORITY = 20;

    private static final String WORK = "_work";

    /** How names in the folder of checkpoints begin of what a failed run need not keep. */
    public static final String UNFINISHED = "unfinished-";

    private final Storage storage;
    private final String path;
    private final String staging;
    /** Where an earlier output is while the new one takes its place. */
    private final String old;
    /** What outlives a run that fails or is killed, and goes with the commit. */
    private final String checkpoints;

    private final ExistingOutput existing;
    private final MadeParents parents;
    private final SortedMap<String, Entry> files = Collections.synchronizedSortedMap(new TreeMap<>());
    private final StagingOwner owner;
    private final Runnable removal = this::removeStaging;
    private boolean open = true;

    private OutputFolder(ExistingOutput existing) {
        Path folder = new Path(existing.path());
        String parent = folder.getParent().toString();
        this.existing = existing;
        this.storage = existing.storage();
        this.path = existing.path();
        this.staging = Storage.child(parent, "." + folder.getName() + ".staging");
        this.old = Storage.child(parent, "." + folder.getName() + ".old");
        this.checkpoints = Storage.child(parent, "." + folder.getName() + ".checkpoints");
        this.parents = MadeParents.of(storage, path);
        this.owner = new StagingOwner(storage, staging, path);
    }

    /**
     * Starts an output.
     *
     * @param overwrite whether an existing output may be replaced; it stays until the new one is complete
     * @throws WordloomException OUTPUT when the folder exists, cannot be made, or another run is writing to it
     */
    public static OutputFolder create(Storage storage, String path, boolean overwrite) {
        Path folder;
        try {
            folder = storage.target(path);
        } catch (IOException | IllegalArgumentException e) {
            throw Storage.unwritable(path, e);
        }
        if (folder.getParent() == null) {
            throw new WordloomException(ExitCode.OUTPUT, "the output cannot be the root folder " + path);
        }
        ExistingOutput existing = new ExistingOutput(storage, folder.toString(), overwrite);
        existing.refuse();
        OutputFolder output = new OutputFolder(existing);
        try {
            output.claimStaging();
        } catch (WordloomException e) {
            output.parents.removeEmpty();
            throw e;
        }
        output.restoreReplaced();
        return output;
    }

    /** Refuses to replace what the run reads, as {@link #refuseInput} does. */
    public void refuseInputs(String option, List<String> inputs) {
        inputs.forEach(input -> refuseInput(option, input));
    }

    /**
     * Refuses to replace what the run reads.
     *
     * @param option that names what is read
     * @throws WordloomException USAGE when {@code input} is the output's place, or lies within
     */
    public void refuseInput(String option, String input) {
        if (storage.isSame(input, path)) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "--output is " + input + " as --" + option
                            + " is, which it would replace; choose another --output");
        }
        Path file = new Path(storage.qualified(input));
        for (Path place = file.getParent(); place != null; place = place.getParent()) {
            if (storage.isSame(place.toString(), path)) {
                throw new WordloomException(
                        ExitCode.USAGE,
                        "--" + option + " " + input + " lies in " + path
                                + ", which --output would replace; choose another --output");
            }
        }
    }

    /** The final place of the output. */
    public String path() {
        return path;
    }

    /** Where files are written until the commit. */
    public String staging() {
        return staging;
    }

    /** A folder for intermediate files, removed at the end; executors may write to it. */
    public String workFolder() {
        return workFolder(staging);
    }

    /**
     * A folder beside the output for what a later run can continue from. Unlike everything else it stays when this run
     * fails or is killed, but what is {@link #UNFINISHED}, and is removed once the output is in its place. Only the owner
     * of the staging folder uses it.
     */
    public String checkpoints() {
        return checkpoints;
    }

    /** The work folder of a staging folder, for tasks that know only that. */
    public static String workFolder(String staging) {
        return Storage.child(staging, WORK);
    }

    /** Creates a file of the output; it belongs to the output once its stream is closed. */
    public OutputStream newFile(String name) {
        requirePlain(name);
        return new ChecksumOutputStream(
                storage.create(Storage.child(staging, name)), (length, crc) -> add(name, length, crc));
    }

    /**
     * Takes a file that a task wrote under a name of its attempt, and gives it its own. The driver does that: a second
     * attempt that it did not hear of, or that ends late, changes nothing.
     */
    public void take(WrittenFile file) {
        requirePlain(file.name());
        storage.rename(file.path(), Storage.child(staging, file.name()));
        add(file.name(), file.length(), file.crc32c());
    }

    /** Takes a file that an executor wrote into the staging folder. */
    public void add(String name, long length, int crc32c) {
        requirePlain(name);
        files.put(name, new Entry(length, crc32c));
    }

    /** Checks that every file is there, writes the manifest, and puts the output in its place. */
    public void commit() {
        owner.requireOwn();
        storage.delete(workFolder());
        files.forEach(this::requireWritten);
        new FolderManifest(files).write(storage, staging);
        existing.replaceBy(staging, old);
        // Only now: a staging folder without its owner's mark would be taken for abandoned.
        storage.delete(Storage.child(path, StagingOwner.NAME));
        storage.delete(checkpoints);
        finish();
    }

    /** Removes the staging folder unless the output was committed. */
    @Override
    public void close() {
        if (open) {
            finish();
            removeStaging();
        }
    }

    /** The earlier output, which a killed run left beside its place, is refused like any other. */
    private void restoreReplaced() {
        if (existing.restore(old)) {
            try {
                existing.refuse();
            } catch (WordloomException e) {
                close();
                throw e;
            }
        }
    }

    private void claimStaging() {
        owner.claim();
        ShutdownHookManager.get().addShutdownHook(removal, HOOK_PRIORITY);
    }

    private void finish() {
        open = false;
        if (!ShutdownHookManager.get().isShutdownInProgress()) {
            ShutdownHookManager.get().removeShutdownHook(removal);
        }
    }

    private void removeStaging() {
        if (owner.isOwn()) {
            removeUnfinished();
            storage.delete(staging);
        }
        storage.deleteEmpty(checkpoints);
        parents.removeEmpty();
    }

    /** Half a checkpoint can be what filled the disk. */
    private void removeUnfinished() {
        if (storage.exists(checkpoints)) {
            storage.names(checkpoints).stream()
                    .filter(name -> name.startsWith(UNFINISHED))
                    .forEach(name -> storage.delete(Storage.child(checkpoints, name)));
        }
    }

    private void requireWritten(String name, Entry entry) {
        String file = Storage.child(staging, name);
        long length = storage.exists(file) ? storage.size(file) : -1;
        if (length != entry.length()) {
            throw new WordloomException(
                    ExitCode.OUTPUT,
                    "the output file " + file + " has " + length + " bytes instead of " + entry.length()
                            + "; is something else writing there?");
        }
    }

    private static void requirePlain(String name) {
        if (!FolderManifest.isPlainName(name)) {
            throw new IllegalArgumentException("not a plain file name: " + name);
        }
    }
}
