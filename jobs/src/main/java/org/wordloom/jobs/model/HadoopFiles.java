package org.wordloom.jobs.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.storage.NamedInputStream;
import org.wordloom.cluster.storage.Storage;

/** A path of one of Hadoop's file systems. */
final class HadoopFiles implements FileAccess {
    private final String path;
    private final Supplier<Storage> storage;

    HadoopFiles(String path) {
        this(path, () -> Holder.STORAGE);
    }

    HadoopFiles(String path, Supplier<Storage> storage) {
        this.path = path;
        this.storage = storage;
    }

    /** Hadoop is loaded here and not before. */
    private static final class Holder {
        static final Storage STORAGE = Storage.local();
    }

    @Override
    public boolean exists() {
        return storage.get().exists(path);
    }

    @Override
    public void requireWritable(boolean overwrite) {
        // What cannot be asked for is an output that cannot be written, not an input that cannot be read.
        if (storage.get().isTaken(path)) {
            FileAccess.super.requireWritable(overwrite);
        }
    }

    @Override
    public boolean isDirectory() {
        return storage.get().isDirectory(path);
    }

    @Override
    public long size() {
        return storage.get().size(path);
    }

    @Override
    public InputStream open() {
        return new NamedInputStream(storage.get().open(path), path);
    }

    @Override
    public FileAccess child(String name) {
        return new HadoopFiles(Storage.child(path, name), storage);
    }

    @Override
    public void write(boolean overwrite, Writer writer) {
        requireWritable(overwrite);
        String aside = beside(path, ".part");
        try {
            fill(aside, writer);
            replaceBy(aside);
        } finally {
            storage.get().delete(aside); // after a success there is nothing left to remove
        }
    }

    @Override
    public void makeFolder(List<String> names, FolderWriter writer) {
        String folder = path.replaceFirst("/+$", "");
        String aside = beside(folder, ".part");
        try {
            storage.get().delete(aside);
            FileStreams.write(names, file -> storage.get().create(Storage.child(aside, file)), writer);
            storage.get().rename(aside, folder);
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        } finally {
            storage.get().delete(aside); // after a success there is nothing left to remove
        }
    }

    /** A hidden name in the same folder. */
    private static String beside(String file, String ending) {
        int name = file.lastIndexOf('/') + 1;
        return file.substring(0, name) + "." + file.substring(name) + ending;
    }

    /** What was there stays until the new file has its name: a file system that fails between costs neither. */
    private void replaceBy(String whole) {
        if (!exists()) {
            storage.get().rename(whole, path);
            return;
        }
        String old = beside(path, ".old");
        storage.get().delete(old);
        storage.get().rename(path, old);
        try {
            storage.get().rename(whole, path);
        } catch (WordloomException e) {
            throw putBack(old, e);
        }
        storage.get().delete(old);
    }

    private WordloomException putBack(String old, WordloomException failure) {
        try {
            storage.get().rename(old, path);
            return failure;
        } catch (WordloomException e) {
            failure.addSuppressed(e);
            return new WordloomException(
                    ExitCode.OUTPUT, failure.getMessage() + "; what was there before is in " + old + " now", failure);
        }
    }

    private void fill(String aside, Writer writer) {
        try (OutputStream out = storage.get().create(aside)) {
            writer.write(out);
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
    }

    @Override
    public void delete() {
        storage.get().delete(path);
    }

    @Override
    public String name() {
        return path;
    }
}
