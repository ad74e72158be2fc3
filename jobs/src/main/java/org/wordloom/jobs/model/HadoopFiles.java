package org.wordloom.jobs.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
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
            putInPlace(aside);
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

    private void putInPlace(String whole) {
        if (!exists()) {
            storage.get().rename(whole, path);
            return;
        }
        String old = beside(path, ".old");
        storage.get().replace(whole, path, old);
        storage.get().delete(old);
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
