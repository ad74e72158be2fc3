package org.wordloom.cluster.output;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.storage.Storage;

/**
 * What may lie where an output is to go already: an earlier output of ours may be replaced, anything else stays.
 *
 * @param path of the output
 * @param overwrite whether the user lets an earlier output be replaced
 */
record ExistingOutput(Storage storage, String path, boolean overwrite) {

    /** OUTPUT error when something is there that must not be replaced. */
    void refuse() {
        if (!storage.isTaken(path)) {
            return;
        }
        Optional<FolderManifest> manifest = FolderManifest.find(storage, path);
        boolean replaceable = manifest.isPresent() || isEmptyFolder();
        if (!overwrite) {
            throw new WordloomException(
                    ExitCode.OUTPUT,
                    "the output " + path + " exists; choose another --output"
                            + (replaceable ? " or add --overwrite" : ""));
        }
        if (!replaceable) {
            throw new WordloomException(
                    ExitCode.OUTPUT,
                    path + " is not an output of Wordloom (it has no " + FolderManifest.NAME
                            + " of its), so --overwrite does not replace it; remove it yourself or choose another --output");
        }
        manifest.ifPresent(this::refuseForeignFiles);
    }

    /**
     * Puts a folder in the place of the output, by replacing what is there or where nothing is.
     *
     * @param old where an earlier output lies meanwhile
     */
    void replaceBy(String staging, String old) {
        if (overwrite && storage.exists(path)) {
            storage.replace(staging, path, old);
            keepForeignFiles(old);
            storage.delete(old);
        } else {
            refuse();
            storage.rename(staging, path);
        }
    }

    /**
     * A run that was killed while it replaced an output left the earlier one in {@code old}: it goes back.
     *
     * @return whether there was one
     */
    boolean restore(String old) {
        boolean lost = !storage.exists(path) && FolderManifest.existsIn(storage, old);
        if (lost) {
            storage.rename(old, path);
        }
        return lost;
    }

    /** What somebody else put into an earlier output would go with it: a corpus, notes, the history of a repository. */
    private void refuseForeignFiles(FolderManifest manifest) {
        List<String> foreign = filesBeside(manifest);
        if (!foreign.isEmpty()) {
            throw new WordloomException(
                    ExitCode.OUTPUT,
                    "--overwrite would remove " + foreign.get(0)
                            + (foreign.size() > 1 ? " and " + (foreign.size() - 1) + " more" : "") + " in " + path
                            + ", which no run of Wordloom wrote; move that elsewhere or choose another --output");
        }
    }

    /** Names of files that the manifest does not know, apart from a mark that a killed run left. */
    private List<String> filesBeside(FolderManifest manifest) {
        List<String> names = new ArrayList<>();
        try {
            FileSystem files = storage.fileSystem(path);
            URI folder = files.makeQualified(new Path(path)).toUri();
            RemoteIterator<LocatedFileStatus> all = files.listFiles(new Path(path), true);
            while (all.hasNext()) {
                String name = folder.relativize(all.next().getPath().toUri()).getPath();
                boolean own = name.equals(FolderManifest.NAME) || name.equals(StagingOwner.NAME);
                if (!own && !manifest.files().containsKey(name)) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
        Collections.sort(names);
        return names;
    }

    private boolean isEmptyFolder() {
        try {
            Path folder = new Path(path);
            FileStatus status = storage.fileSystem(path).getFileStatus(folder);
            return status.isDirectory() && storage.fileSystem(path).listStatus(folder).length == 0;
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
    }

    /**
     * What somebody put into the earlier output since this run began comes to lie where it was put. The next run, which
     * finds it there, refuses to remove it.
     */
    private void keepForeignFiles(String old) {
        Set<String> known = new HashSet<>(List.of(FolderManifest.NAME, StagingOwner.NAME));
        FolderManifest.find(storage, old)
                .ifPresent(manifest -> known.addAll(manifest.files().keySet()));
        for (String name : entriesBeside(old, known)) {
            String place = Storage.child(path, name);
            storage.move(Storage.child(old, name), storage.exists(place) ? place + ".old" : place);
        }
    }

    /** Files, folders and links in the earlier output, none of which lies within another. */
    private List<String> entriesBeside(String old, Set<String> known) {
        List<String> names = new ArrayList<>();
        for (String name : storage.names(old)) {
            if (known.stream().anyMatch(file -> file.startsWith(name + "/"))) {
                storage.names(Storage.child(old, name)).forEach(within -> names.add(name + "/" + within));
            } else {
                names.add(name);
            }
        }
        names.removeAll(known);
        return names;
    }
}
