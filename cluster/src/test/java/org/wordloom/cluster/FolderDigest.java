package org.wordloom.cluster;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wordloom.cluster.output.FolderManifest;
import org.wordloom.cluster.storage.Storage;

/** What a committed folder holds, in short. */
public final class FolderDigest {
    private FolderDigest() {}

    /** Length and checksum of every file, by name. */
    public static SortedMap<String, String> of(Path folder) {
        SortedMap<String, String> digest = new TreeMap<>();
        FolderManifest.read(Storage.local(), folder.toString())
                .files()
                .forEach((name, entry) -> digest.put(name, entry.toString()));
        return digest;
    }
}
