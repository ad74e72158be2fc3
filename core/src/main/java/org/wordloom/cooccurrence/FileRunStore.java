package org.wordloom.cooccurrence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Runs as files of a local folder of their own, which goes with them. */
public final class FileRunStore implements RunStore {
    private final Path folder;
    private int created;

    private FileRunStore(Path folder) {
        this.folder = folder;
    }

    /** Makes a new folder with a unique name within {@code parent}, which must exist. */
    public static FileRunStore within(Path parent) {
        try {
            return new FileRunStore(Files.createTempDirectory(parent, "wordloom-runs-"));
        } catch (IOException e) {
            throw unwritable(parent, e);
        }
    }

    @Override
    public OutputStream create() {
        Path file = file(created++);
        try {
            return new RunOutput(Files.newOutputStream(file), file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public InputStream open(int run) throws IOException {
        return Files.newInputStream(file(run));
    }

    @Override
    public String name(int run) {
        return file(run).toString();
    }

    @Override
    public void delete(int run) throws IOException {
        Files.deleteIfExists(file(run));
    }

    @Override
    public void close() throws IOException {
        for (int run = 0; run < created; run++) {
            delete(run);
        }
        Files.deleteIfExists(folder);
    }

    private Path file(int run) {
        return folder.resolve("run-" + run);
    }

    private static WordloomException unwritable(Path path, IOException cause) {
        return new WordloomException(
                ExitCode.OUTPUT,
                "cannot write counts to " + path + ": " + cause
                        + "; make room there or name another folder for temporary files, and run again",
                cause);
    }

    /** Says which file cannot be written, for instance because the disk is full. */
    private static final class RunOutput extends OutputStream {
        private final OutputStream out;
        private final Path file;

        RunOutput(OutputStream out, Path file) {
            this.out = out;
            this.file = file;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw unwritable(file, e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw unwritable(file, e);
            }
        }
    }
}
