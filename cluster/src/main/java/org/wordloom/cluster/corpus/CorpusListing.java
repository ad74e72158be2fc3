package org.wordloom.cluster.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.input.Compression;
import org.wordloom.cluster.storage.LocalFiles;
import org.wordloom.cluster.storage.Storage;

/** Finds the files of a corpus. */
final class CorpusListing {
    /** A file that cannot be split keeps one core busy alone; above this size it is worth a warning. */
    static final long LARGE_UNSPLITTABLE_BYTES = 256L << 20;

    private static final PathFilter VISIBLE =
            path -> !path.getName().startsWith("_") && !path.getName().startsWith(".");

    private final Storage storage;
    private final CorpusOptions options;
    /** By path, so that a file that two inputs name is read once. */
    private final TreeMap<String, FileStatus> found = new TreeMap<>(Comparator.naturalOrder());

    CorpusListing(Storage storage, CorpusOptions options) {
        this.storage = storage;
        this.options = options;
    }

    Corpus list() {
        for (String input : options.inputs()) {
            add(input);
        }
        if (found.isEmpty() || found.values().stream().allMatch(status -> status.getLen() == 0)) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    "the input is empty: no text in " + String.join(", ", options.inputs())
                            + " (files whose names begin with _ or . are skipped)");
        }
        return corpus();
    }

    private Corpus corpus() {
        List<CorpusFile> files = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (FileStatus status : found.values()) {
            CorpusFile file = file(files.size(), status);
            files.add(file);
            if (!file.splittable() && file.length() > LARGE_UNSPLITTABLE_BYTES) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "%s cannot be split, so one core alone reads its %,d bytes; store it as plain text or"
                                + " in several files",
                        file.path(),
                        file.length()));
            }
        }
        return new Corpus(resolvedOptions(files), files, warnings);
    }

    private CorpusOptions resolvedOptions(List<CorpusFile> files) {
        if (options.rangeBytes() != CorpusOptions.AUTOMATIC) {
            return options;
        }
        long bytes = files.stream().mapToLong(CorpusFile::length).sum();
        return options.withRangeBytes(CorpusOptions.rangeBytesFor(bytes));
    }

    private CorpusFile file(int number, FileStatus status) {
        String path = status.getPath().toString();
        boolean splittable =
                options.format() != CorpusOptions.Format.PARQUET && Compression.of(path) == Compression.NONE;
        return new CorpusFile(number, path, status.getLen(), status.getModificationTime(), splittable);
    }

    private void add(String input) {
        try {
            FileSystem fileSystem = storage.fileSystem(input);
            Path path = Storage.path(input);
            // A path that exists is taken as it is written, even if it holds characters of a glob.
            FileStatus[] matches = fileSystem.exists(path)
                    ? new FileStatus[] {fileSystem.getFileStatus(path)}
                    : fileSystem.globStatus(path, VISIBLE);
            if (matches == null || matches.length == 0) {
                throw new WordloomException(ExitCode.INPUT, "no such file or directory: " + input + "; check --input");
            }
            for (FileStatus match : matches) {
                add(fileSystem, match);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Storage.unreadable(input, e);
        }
    }

    private void add(FileSystem fileSystem, FileStatus status) {
        Path path = status.getPath();
        if (fileSystem instanceof LocalFiles local) {
            refuseWhatIsNoText(local, path);
        }
        if (status.isFile()) {
            found.put(path.toString(), status);
            return;
        }
        try {
            for (FileStatus child : fileSystem.listStatus(path, VISIBLE)) {
                if (child.isDirectory() && fileSystem instanceof LocalFiles local) {
                    refuseLoop(local, child.getPath());
                }
                add(fileSystem, child);
            }
        } catch (IOException e) {
            throw Storage.unreadable(path.toString(), e);
        }
    }

    /** Of a pipe what was read is gone, and it has no length to divide: it would be taken for an empty file. */
    private static void refuseWhatIsNoText(LocalFiles files, Path path) {
        if (files.isSpecial(path)) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    path
                            + " is a pipe or a device and not a file, and is read more than once; save it to a file first");
        }
        if (files.isBrokenLink(path)) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    path + " is a link to a file that is not there; restore the file or remove the link");
        }
    }

    /** Its text would be read as often as the system follows links. */
    private static void refuseLoop(LocalFiles files, Path folder) throws IOException {
        if (files.holdsItself(folder)) {
            throw new WordloomException(
                    ExitCode.INPUT, folder + " is a link to a folder that holds it; remove the link or name the files");
        }
    }
}
