package org.wordloom.jobs.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Files as the commands without Spark use them. A local path goes straight to the disk, so that a short command does not
 * pay for loading Hadoop; any other scheme goes through Hadoop's file systems.
 */
public interface FileAccess {
    /** Two letters at least, so that a drive letter is not taken for a scheme. */
    Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):/.*");

    static FileAccess of(String path) {
        if (!SCHEME.matcher(path).matches()) {
            return new DiskFiles(ofDisk(path));
        }
        if (path.startsWith("file:")) {
            // As Hadoop reads them: file:/a, file:///a, and no escapes.
            return new DiskFiles(ofDisk(path.replaceFirst("^file:/+", "/")));
        }
        return new HadoopFiles(path);
    }

    /** USAGE error for what no path can be: in a locale of ASCII, what holds other letters. */
    private static Path ofDisk(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "'" + path + "' cannot be a path here (" + e.getReason()
                            + "): where it has letters beyond ASCII, set"
                            + " a locale of UTF-8, LC_ALL=C.UTF-8 for example",
                    e);
        }
    }

    boolean exists();

    boolean isDirectory();

    /** Length in bytes; -1 for a pipe or a device, which has none. INPUT error when it is missing. */
    long size();

    /** INPUT error for a pipe or a device, of which what was read is gone: to be asked before a file is read twice. */
    default void requireReadableAgain() {}

    /** INPUT error when it cannot be read, now or later from the stream. */
    InputStream open();

    /** The file that links lead to, by its whole path. INPUT error when it is missing. */
    default FileAccess real() {
        return this;
    }

    /** A file within this folder. */
    FileAccess child(String name);

    /**
     * Writes a file beside its place and then puts it there.
     *
     * @throws org.wordloom.base.WordloomException OUTPUT when it exists and {@code overwrite} is not set, or cannot be
     *     written
     */
    void write(boolean overwrite, Writer writer);

    /**
     * Makes a folder that is missing, with the folders above it: its files are written beside its place, and then it is put
     * there, whole.
     *
     * @param names of its files
     * @throws org.wordloom.base.WordloomException OUTPUT when it cannot be made
     */
    void makeFolder(List<String> names, FolderWriter writer);

    /** OUTPUT error when the file exists and may not be replaced, or is a folder: to be asked before long work. */
    default void requireWritable(boolean overwrite) {
        if (exists() && isDirectory()) {
            throw new WordloomException(ExitCode.OUTPUT, name() + " is a folder; name a file to write");
        }
        if (exists() && !overwrite) {
            throw new WordloomException(ExitCode.OUTPUT, name() + " exists; name another file or add --overwrite");
        }
    }

    /** Removes a file; nothing happens when it is missing. */
    void delete();

    /** The path, for messages. */
    String name();

    /** The whole of a small UTF-8 text, a byte-order mark left out. INPUT error when it is not UTF-8. */
    default String text() {
        try (InputStream in = open()) {
            // A decoder of its own: that of String would replace malformed bytes and say nothing.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new WordloomException(
                    ExitCode.INPUT, name() + " is not UTF-8; convert it, with iconv for instance", e);
        } catch (IOException e) {
            throw new WordloomException(ExitCode.INPUT, "cannot read " + name() + ": " + e.getMessage(), e);
        }
    }

    /** The lines of a UTF-8 text, without empty ones. */
    default List<String> lines() {
        return text().lines().filter(line -> !line.isBlank()).toList();
    }

    /** Writes the content of the files of a folder. */
    @FunctionalInterface
    interface FolderWriter {
        /** Writes to a stream for each file, in the order of their names. */
        void write(List<OutputStream> files) throws IOException;
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    interface Writer {
        void write(OutputStream out) throws IOException;
    }
}
