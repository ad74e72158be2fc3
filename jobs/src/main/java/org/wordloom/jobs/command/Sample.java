package org.wordloom.jobs.command;

import java.io.InputStream;
import org.wordloom.jobs.model.FileAccess;

/**
 * The sample text, unpacked from the program to a file beside the output, which every executor reaches. Removed on
 * closing.
 *
 * @param path of the file
 */
record Sample(String path) implements AutoCloseable {
    private static final String RESOURCE = "/org/wordloom/jobs/sample/wikipedia-en.txt.bz2";

    static Sample unpack(String output) {
        String path = output.replaceFirst("/+$", "") + ".sample.txt.bz2";
        FileAccess.of(path).write(true, out -> {
            try (InputStream in = Sample.class.getResourceAsStream(RESOURCE)) {
                in.transferTo(out);
            }
        });
        return new Sample(path);
    }

    @Override
    public void close() {
        FileAccess.of(path).delete();
    }
}
