package org.wordloom.jobs.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Streams of several files that are written together. */
final class FileStreams {
    private FileStreams() {}

    /** Opens a stream for each name, has them written, and closes them all. */
    static void write(List<String> names, Opener opener, FileAccess.FolderWriter writer) throws IOException {
        write(names, opener, writer, new ArrayList<>());
    }

    private static void write(
            List<String> names, Opener opener, FileAccess.FolderWriter writer, List<OutputStream> open)
            throws IOException {
        if (open.size() == names.size()) {
            writer.write(open);
            return;
        }
        try (OutputStream out = new BufferedOutputStream(opener.open(names.get(open.size())))) {
            open.add(out);
            write(names, opener, writer, open);
        }
    }

    /** Opens a file. */
    @FunctionalInterface
    interface Opener {
        OutputStream open(String name) throws IOException;
    }
}
