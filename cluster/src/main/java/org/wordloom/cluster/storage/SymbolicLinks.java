package org.wordloom.cluster.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Symbolic links of a local disk as places to write to: a link stays, and what it leads to is written. */
public final class SymbolicLinks {
    /** As many as Linux follows. */
    private static final int MOST = 40;

    private SymbolicLinks() {}

    /**
     * Where a link leads to, and whatever is no link itself. What it leads to may be missing.
     *
     * @throws IOException when links lead in a circle, or one cannot be read
     */
    public static Path target(Path path) throws IOException {
        Path file = path;
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links == MOST) {
                throw new IOException("a symbolic link leads to itself; name another place");
            }
            file = inRealFolder(file.resolveSibling(Files.readSymbolicLink(file)));
        }
        return file;
    }

    /** Only the system knows what ".." is where a folder is a link too. */
    private static Path inRealFolder(Path file) throws IOException {
        Path folder = file.getParent();
        return folder != null && Files.isDirectory(folder) ? folder.toRealPath().resolve(file.getFileName()) : file;
    }
}
