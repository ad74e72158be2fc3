package org.wordloom.cluster.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.output.FolderManifest.Entry;
import org.wordloom.cluster.storage.NamedInputStream;
import org.wordloom.cluster.storage.Storage;

/** A committed output folder, opened for reading after it was compared with its manifest. Needs no Spark. */
public final class ModelFolder {
    private final Storage storage;
    private final String path;
    private final FolderManifest manifest;

    private ModelFolder(Storage storage, String path, FolderManifest manifest) {
        this.storage = storage;
        this.path = path;
        this.manifest = manifest;
    }

    /**
     * Opens a folder and checks that every file is there with its length.
     *
     * @throws WordloomException INPUT when the folder is missing; FORMAT when it has no manifest or differs from it
     */
    public static ModelFolder open(Storage storage, String path) {
        if (!storage.isDirectory(path)) {
            throw new WordloomException(ExitCode.INPUT, path + " is a file; expected a folder that Wordloom wrote");
        }
        ModelFolder folder = new ModelFolder(storage, path, FolderManifest.read(storage, path));
        Map<String, Long> found = folder.lengths();
        folder.manifest.files().forEach((name, entry) -> folder.requireLength(name, entry, found));
        return folder;
    }

    /** Where the folder is. */
    public String path() {
        return path;
    }

    /** Names of the files, the manifest left out. */
    public Set<String> files() {
        return Set.copyOf(manifest.files().keySet());
    }

    public boolean contains(String name) {
        return manifest.files().containsKey(name);
    }

    /** The full path of a file of the folder. FORMAT error when the folder has no such file. */
    public String path(String name) {
        entry(name);
        return Storage.child(path, name);
    }

    /** Length in bytes of a file of the folder. */
    public long size(String name) {
        return entry(name).length();
    }

    /** CRC-32C of a file of the folder, as the manifest has it. */
    public int checksum(String name) {
        return entry(name).crc32c();
    }

    /** Opens a file of the folder. INPUT error when it cannot be read, now or later from the stream. */
    public InputStream open(String name) {
        String file = path(name);
        return new NamedInputStream(storage.open(file), file);
    }

    /** Reads every file once and compares checksums. FORMAT error at the first that differs. */
    public void verify() {
        manifest.files().keySet().forEach(this::verify);
    }

    /** Reads one file and compares its checksum, for files that carry none of their own. FORMAT error if it differs. */
    public void verify(String name) {
        CRC32C checksum = new CRC32C();
        try (InputStream in = new CheckedInputStream(open(name), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw Storage.unreadable(path(name), e);
        }
        if ((int) checksum.getValue() != entry(name).crc32c()) {
            throw damaged(name, "its checksum differs from the manifest's");
        }
    }

    private Entry entry(String name) {
        Entry entry = manifest.files().get(name);
        if (entry == null) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    path + " holds no " + name + ", only " + manifest.files().keySet());
        }
        return entry;
    }

    private void requireLength(String name, Entry entry, Map<String, Long> found) {
        Long length = found.get(name);
        if (length == null) {
            throw damaged(name, "it is missing");
        }
        if (length != entry.length()) {
            throw damaged(name, "it has " + length + " bytes, the manifest says " + entry.length());
        }
    }

    /** The lengths of all files, by name. A listing for each folder, since asking for each file can take long. */
    private Map<String, Long> lengths() {
        Map<String, Long> lengths = new HashMap<>();
        Set<String> folders = new TreeSet<>(Set.of(""));
        manifest.files().keySet().stream()
                .filter(name -> name.contains("/"))
                .forEach(name -> folders.add(name.substring(0, name.indexOf('/') + 1)));
        for (String sub : folders) {
            String listed = sub.isEmpty() ? path : Storage.child(path, sub);
            if (storage.exists(listed)) {
                storage.list(listed)
                        .forEach(file -> lengths.put(sub + file.getPath().getName(), file.getLen()));
            }
        }
        return lengths;
    }

    private WordloomException damaged(String name, String what) {
        return new WordloomException(ExitCode.FORMAT, Storage.child(path, name) + " is damaged: " + what);
    }
}
