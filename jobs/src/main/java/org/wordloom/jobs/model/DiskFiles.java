package org.wordloom.jobs.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.storage.SymbolicLinks;

/** A path of the local disk. */
final class DiskFiles implements FileAccess {
    private static final int BUFFER_BYTES = 1 << 18;

    private final Path path;

    DiskFiles(Path path) {
        this.path = path;
    }

    @Override
    public boolean exists() {
        return Files.exists(path);
    }

    @Override
    public boolean isDirectory() {
        return Files.isDirectory(path);
    }

    @Override
    public long size() {
        try {
            long size = Files.size(path);
            return isPipeOrDevice() ? -1 : size;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void requireReadableAgain() {
        if (isPipeOrDevice()) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    path
                            + " is a pipe or a device and not a file, and is read more than once; save it to a file first");
        }
    }

    @Override
    public FileAccess real() {
        try {
            return new DiskFiles(path.toRealPath());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private boolean isPipeOrDevice() {
        return exists() && !isDirectory() && !Files.isRegularFile(path);
    }

    @Override
    public InputStream open() {
        if (isDirectory()) {
            throw new WordloomException(ExitCode.INPUT, path + " is a folder; expected a file");
        }
        try {
            return new BufferedInputStream(new NamedInput(Files.newInputStream(path)), BUFFER_BYTES);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public FileAccess child(String name) {
        return new DiskFiles(path.resolve(name));
    }

    @Override
    public void requireWritable(boolean overwrite) {
        if (isPipeOrDevice()) {
            throw new WordloomException(
                    ExitCode.OUTPUT, path + " is a pipe or a device, which a file would replace; name a file to write");
        }
        FileAccess.super.requireWritable(overwrite);
    }

    @Override
    public void write(boolean overwrite, Writer writer) {
        requireWritable(overwrite);
        Path target = target();
        Path aside = aside(target);
        aside.toFile().deleteOnExit();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside), BUFFER_BYTES)) {
            writer.write(out);
            out.close();
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            deleteQuietly(aside);
        }
    }

    @Override
    public void makeFolder(List<String> names, FolderWriter writer) {
        Path target = target().toAbsolutePath();
        Path aside = aside(target);
        aside.toFile().deleteOnExit();
        names.forEach(name -> aside.resolve(name).toFile().deleteOnExit());
        List<Path> parents = missingParents(target);
        try {
            Files.createDirectories(aside);
            FileStreams.write(names, name -> Files.newOutputStream(aside.resolve(name)), writer);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            names.forEach(name -> deleteQuietly(aside.resolve(name)));
            deleteQuietly(aside);
            parents.forEach(DiskFiles::deleteEmpty);
        }
    }

    /** The innermost first. */
    private static List<Path> missingParents(Path file) {
        List<Path> missing = new ArrayList<>();
        for (Path folder = file.getParent(); folder != null && !Files.exists(folder); folder = folder.getParent()) {
            missing.add(folder);
        }
        return missing;
    }

    /** A folder above the output that was made for it and holds nothing, since the output could not be made. */
    private static void deleteEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // It holds the output, as it should, or what another program put there.
        }
    }

    private static Path aside(Path target) {
        return target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    private Path target() {
        try {
            return SymbolicLinks.target(path);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public String name() {
        return path.toString();
    }

    /** A leftover is hidden and named ".part"; failing to remove it must not hide the first failure. */
    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private WordloomException unreadable(IOException cause) {
        return new WordloomException(ExitCode.INPUT, "cannot read " + path + ": " + reason(cause), cause);
    }

    private WordloomException unwritable(IOException cause) {
        return new WordloomException(ExitCode.OUTPUT, "cannot write " + path + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file or directory; check the path";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied; check who may read and write it";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        // Its message would name the file aside, of which the user knows nothing.
        String message = cause instanceof FileSystemException named ? named.getReason() : cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** Says which file cannot be read, whoever reads it. Not cluster's: that would load Hadoop. */
    private final class NamedInput extends FilterInputStream {
        NamedInput(InputStream in) {
            super(in);
        }

        /** A buffer asks it after every short read, and of a pipe Java 17 cannot tell it: "Illegal seek". */
        @Override
        public int available() {
            return 0;
        }

        @Override
        public int read() {
            try {
                return in.read();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
            try {
                return in.read(bytes, from, count);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
    }
}
