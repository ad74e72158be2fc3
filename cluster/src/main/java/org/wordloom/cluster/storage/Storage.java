package org.wordloom.cluster.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Files on any Hadoop file system, by path: {@code hdfs:}, {@code s3a:}, {@code file:} or, without a scheme, whatever
 * the configuration's default is (the local disk unless it says otherwise). Local files are written without Hadoop's
 * {@code .crc} companions. Needs no running Spark; travels to executors with its configuration.
 */
public final class Storage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int WRITE_BUFFER_BYTES = 1 << 18;
    /** Schemes that are in wide use are left out: a slash is missing there, and no file of such a name is meant. */
    private static final Pattern NAME_WITH_COLON = Pattern.compile("(?!(file|hdfs|s3a|gs|abfss?):)[^/:]+:[^/]");

    private transient Configuration configuration;
    private transient LocalFiles localFiles;

    public Storage(Configuration configuration) {
        this.configuration = configuration;
    }

    /** For commands that run without Spark: the default Hadoop configuration of the class path. */
    public static Storage local() {
        return new Storage(new Configuration());
    }

    public Configuration configuration() {
        return configuration;
    }

    /**
     * A path as the user wrote it. Hadoop takes what stands before a colon for a scheme; where no slash follows it can be
     * none, and is the beginning of a name.
     */
    public static Path path(String text) {
        return new Path(NAME_WITH_COLON.matcher(text).lookingAt() ? Path.CUR_DIR + Path.SEPARATOR + text : text);
    }

    /** The file system that holds {@code path}. */
    public FileSystem fileSystem(String path) throws IOException {
        FileSystem fileSystem = fileSystemOf(path(path));
        // The raw local file system neither leaves nor checks ".crc" files; our formats carry their own checksums.
        return fileSystem instanceof LocalFileSystem ? localFiles() : fileSystem;
    }

    private FileSystem fileSystemOf(Path path) throws IOException {
        try {
            return path.getFileSystem(configuration);
        } catch (RuntimeException e) {
            // Hadoop's own defaults name classes that lie in jars of their own, those of s3a: for instance.
            if (e.getCause() instanceof ClassNotFoundException missing) {
                throw new IOException(
                        "the jars of its file system are missing (" + missing.getMessage()
                                + "); add them with --packages, or to the jars in SPARK_HOME",
                        e);
            }
            throw e;
        }
    }

    /** What is asked of a file system that holds a path. */
    @FunctionalInterface
    private interface Access<T> {
        T ask(FileSystem files, Path path) throws IOException;
    }

    /** INPUT error when it cannot be done, also where Hadoop cannot take the path. */
    private <T> T reading(String path, Access<T> access) {
        try {
            return access.ask(fileSystem(path), path(path));
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(path, e);
        }
    }

    /** OUTPUT error when it cannot be done, also where Hadoop cannot take the path. */
    private <T> T writing(String path, Access<T> access) {
        try {
            return access.ask(fileSystem(path), path(path));
        } catch (IOException | IllegalArgumentException e) {
            throw unwritable(path, e);
        }
    }

    /** Whether a path is of the disk of whatever machine asks, or of a folder that machines share. */
    public boolean isLocal(String path) {
        return reading(path, (files, at) -> files instanceof LocalFiles);
    }

    private synchronized LocalFiles localFiles() throws IOException {
        if (localFiles == null) {
            localFiles = LocalFiles.open(configuration);
        }
        return localFiles;
    }

    /** Opens an input for reading from its start; the stream can seek. INPUT error when it cannot be read. */
    public FSDataInputStream open(String path) {
        return reading(path, FileSystem::open);
    }

    /** Creates or replaces a file; missing folders are made. OUTPUT error when it cannot be written. */
    public OutputStream create(String path) {
        OutputStream file = writing(path, (files, at) -> files.create(at, true));
        return new BufferedOutputStream(new StoredOutputStream(file, path), WRITE_BUFFER_BYTES);
    }

    public boolean exists(String path) {
        return reading(path, FileSystem::exists);
    }

    /** Whether there is something already where an output is to go. OUTPUT error when that cannot be asked. */
    public boolean isTaken(String path) {
        return writing(path, FileSystem::exists);
    }

    /** Length of a file in bytes. INPUT error when it is missing. */
    public long size(String path) {
        return status(path).getLen();
    }

    public boolean isDirectory(String path) {
        return status(path).isDirectory();
    }

    /** What the file system says of a path. INPUT error when it is missing. */
    public FileStatus status(String path) {
        return reading(path, FileSystem::getFileStatus);
    }

    /** What lies directly in a folder. INPUT error when it is missing. */
    public List<FileStatus> list(String folder) {
        return reading(folder, (files, at) -> List.of(files.listStatus(at)));
    }

    /** The names of what lies directly in a folder. INPUT error when it is missing. */
    public List<String> names(String folder) {
        return list(folder).stream().map(status -> status.getPath().getName()).toList();
    }

    /** The whole content of a small file. INPUT error when it is longer than {@code limit} bytes. */
    public byte[] readSmall(String path, int limit) {
        long size = size(path);
        if (size > limit) {
            throw new WordloomException(
                    ExitCode.INPUT, path + " has " + size + " bytes, at most " + limit + " were expected");
        }
        try (InputStream in = open(path)) {
            return in.readNBytes(limit);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Removes a file or folder with all that it holds; nothing happens when it is missing. */
    public void delete(String path) {
        writing(path, (files, at) -> files.delete(at, true));
    }

    /** Removes a folder that holds nothing; leaves it where it is missing, holds something or may not be removed. */
    public void deleteEmpty(String folder) {
        try {
            FileSystem files = fileSystem(folder);
            Path path = path(folder);
            if (files.exists(path) && files.listStatus(path).length == 0) {
                files.delete(path, false);
            }
        } catch (IOException e) {
            // Somebody put something into it meanwhile, or it is not ours to remove: it stays.
            return;
        }
    }

    /** Where the links of a path lead to, on a local disk; the path itself elsewhere. */
    public Path target(String path) throws IOException {
        FileSystem files = fileSystem(path);
        Path qualified = files.makeQualified(path(path));
        return files instanceof LocalFiles local ? local.target(qualified) : qualified;
    }

    /** Whether two paths are of one file or folder, also by way of links of a local disk. */
    public boolean isSame(String one, String other) {
        return reading(one, (files, at) -> {
            boolean local = files instanceof LocalFiles && fileSystem(other) instanceof LocalFiles;
            return qualified(one).equals(qualified(other))
                    || (local && exists(one) && exists(other) && localFiles().isSame(at, path(other)));
        });
    }

    /** Renames within one file system. OUTPUT error when it fails, for instance because {@code to} exists. */
    public void rename(String from, String to) {
        boolean renamed = writing(to, (files, at) -> fileSystem(from).rename(path(from), at));
        if (!renamed) {
            throw new WordloomException(ExitCode.OUTPUT, "cannot rename " + from + " to " + to);
        }
    }

    /**
     * Puts {@code whole} in the place of {@code path}. What was there stays until then: where a file system fails between, it
     * comes back, or the error says that it is in {@code old}. After a success it is there too.
     *
     * @param old a place beside, of which what may be left there goes
     */
    public void replace(String whole, String path, String old) {
        delete(old);
        rename(path, old);
        try {
            rename(whole, path);
        } catch (WordloomException e) {
            throw putBack(path, old, e);
        }
    }

    private WordloomException putBack(String path, String old, WordloomException failure) {
        try {
            rename(old, path);
            return failure;
        } catch (WordloomException e) {
            failure.addSuppressed(e);
            return new WordloomException(
                    ExitCode.OUTPUT, failure.getMessage() + "; what was there before is in " + old + " now", failure);
        }
    }

    /** Renames, and makes the folders that {@code to} is to lie in. */
    public void move(String from, String to) {
        writing(to, (files, at) -> files.mkdirs(at.getParent()));
        rename(from, to);
    }

    /**
     * Renames a file that is whole, unless another attempt of the task was first: attempts write the same bytes, and who
     * reads the first one's is left alone.
     */
    public void publish(String temporary, String path) {
        try {
            if (!exists(path)) {
                rename(temporary, path);
                return;
            }
        } catch (WordloomException e) {
            if (!exists(path)) {
                throw e;
            }
        }
        delete(temporary);
    }

    /** The same place for every process, whatever its working folder and its default file system. */
    public String qualified(String path) {
        return reading(path, FileSystem::makeQualified).toString();
    }

    /** {@code name} within {@code folder}. The name may hold a colon: see {@link #path}. */
    public static String child(String folder, String name) {
        return new Path(path(folder), Path.CUR_DIR + Path.SEPARATOR + name).toString();
    }

    /** The INPUT error for a path that cannot be read, saying why in one line. */
    public static WordloomException unreadable(String path, Exception cause) {
        return new WordloomException(
                ExitCode.INPUT, "cannot read " + path + ": " + StorageReason.of(path, cause), cause);
    }

    /** The OUTPUT error for a path that cannot be written, saying why in one line. */
    public static WordloomException unwritable(String path, Exception cause) {
        return new WordloomException(
                ExitCode.OUTPUT, "cannot write " + path + ": " + StorageReason.of(path, cause), cause);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        configuration.write(out);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        // Without the defaults: everything that was set, defaults included, is in what follows.
        configuration = new Configuration(false);
        configuration.readFields(in);
    }
}
