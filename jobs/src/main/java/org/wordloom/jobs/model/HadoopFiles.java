package org.wordloom.jobs.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.wordloom.cluster.storage.NamedInputStream;
import org.wordloom.cluster.storage.Storage;

/** A path of one of Hadoop's file systems. */
final class HadoopFiles implements FileAccess {
    private final String path;

    HadoopFiles(String path) {
        this.path = path;
    }

    /** Hadoop is loaded here and not before. */
    private static final class Holder {
        static final Storage STORAGE = Storage.local();
    }

    @Override
    public boolean exists() {
        return Holder.STORAGE.exists(path);
    }

    @Override
    public void requireWritable(boolean overwrite) {
        // What cannot be asked for is an output that cannot be written, not an input that cannot be read.
        if (Holder.STORAGE.isTaken(path)) {
            FileAccess.super.requireWritable(overwrite);
        }
    }

    @Override
    public boolean isDirectory() {
        return Holder.STORAGE.isDirectory(path);
    }

    @Override
    public long size() {
        return Holder.STORAGE.size(path);
    }

    @Override
    public InputStream open() {
        return new NamedInputStream(Holder.STORAGE.open(path), path);
    }

    @Override
    public FileAccess child(String name) {
        return new HadoopFiles(Storage.child(path, name));
    }

    @Override
    public void write(boolean overwrite, Writer writer) {
        requireWritable(overwrite);
        int name = path.lastIndexOf('/') + 1;
        String aside = path.substring(0, name) + "." + path.substring(name) + ".part";
        try {
            fill(aside, writer);
            Holder.STORAGE.delete(path);
            Holder.STORAGE.rename(aside, path);
        } finally {
            Holder.STORAGE.delete(aside); // after a success there is nothing left to remove
        }
    }

    @Override
    public void makeFolder(List<String> names, FolderWriter writer) {
        String folder = path.replaceFirst("/+$", "");
        int name = folder.lastIndexOf('/') + 1;
        String aside = folder.substring(0, name) + "." + folder.substring(name) + ".part";
        try {
            Holder.STORAGE.delete(aside);
            FileStreams.write(names, file -> Holder.STORAGE.create(Storage.child(aside, file)), writer);
            Holder.STORAGE.rename(aside, folder);
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        } finally {
            Holder.STORAGE.delete(aside); // after a success there is nothing left to remove
        }
    }

    private void fill(String aside, Writer writer) {
        try (OutputStream out = Holder.STORAGE.create(aside)) {
            writer.write(out);
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
    }

    @Override
    public void delete() {
        Holder.STORAGE.delete(path);
    }

    @Override
    public String name() {
        return path;
    }
}
