package org.wordloom.jobs.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
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
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.SymbolicLinks;

/** A path of the local disk. */
final class LocalFiles implements FileAccess {
    private static final int BUFFER_BYTES = 1 << 18;

    private final Path path;

    LocalFiles(Path path) {
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
            return Files.size(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public InputStream open() {
        if (isDirectory()) {
            throw new WordloomException(ExitCode.INPUT, path + " is a folder; expected a file");
        }
        try {
            return new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public FileAccess child(String name) {
        return new LocalFiles(path.resolve(name));
    }

    @Override
    public void requireWritable(boolean overwrite) {
        if (exists() && !isDirectory() && !Files.isRegularFile(path)) {
            throw new WordloomException(
                    ExitCode.OUTPUT, path + " is a pipe or a device, which a file would replace; name a file to write");
        }
        FileAccess.super.requireWritable(overwrite);
    }

    @Override
    public void write(boolean overwrite, Writer writer) {
        requireWritable(overwrite);
        Path target = target();
        Path aside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
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
}
