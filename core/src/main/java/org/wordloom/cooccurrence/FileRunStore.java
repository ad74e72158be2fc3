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
    private final String advice;
    private int created;

    private FileRunStore(Path folder, String advice) {
        this.folder = folder;
        this.advice = advice;
    }

    /** Makes a new folder with a unique name within {@code parent}, which must exist. */
    public static FileRunStore within(Path parent) {
        return within(parent, "name another folder for temporary files");
    }

    /** @param advice how errors say that another folder can be named */
    public static FileRunStore within(Path parent, String advice) {
        try {
            return new FileRunStore(Files.createTempDirectory(parent, "wordloom-runs-"), advice);
        } catch (IOException e) {
            throw unwritable(parent, advice, e);
        }
    }

    @Override
    public OutputStream create() {
        Path file = file(created++);
        try {
            return new RunOutput(Files.newOutputStream(file), file);
        } catch (IOException e) {
            throw unwritable(file, advice, e);
        }
    }

    @Override
    public InputStream open(int run) {
        Path file = file(run);
        try {
            return new RunInput(Files.newInputStream(file), file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public String name(int run) {
        return file(run).toString();
    }

    @Override
    public void delete(int run) {
        delete(file(run));
    }

    @Override
    public void close() {
        for (int run = 0; run < created; run++) {
            delete(run);
        }
        delete(folder);
    }

    private void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw unwritable(path, advice, e);
        }
    }

    private Path file(int run) {
        return folder.resolve("run-" + run);
    }

    private static WordloomException unwritable(Path path, String advice, IOException cause) {
        return new WordloomException(
                ExitCode.OUTPUT,
                "cannot write counts to " + path + ": " + cause + "; make room there or " + advice + ", and run again",
                cause);
    }

    /** With the code of what cannot be written: temporary files are no input. */
    private WordloomException unreadable(Path path, IOException cause) {
        return new WordloomException(
                ExitCode.OUTPUT,
                "cannot read back counts from " + path + ": " + cause
                        + "; was it removed, or does the disk fail? If so, " + advice + ", and run again",
                cause);
    }

    /** Says which file cannot be written, for instance because the disk is full. */
    private final class RunOutput extends OutputStream {
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
                throw unwritable(file, advice, e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw unwritable(file, advice, e);
            }
        }
    }

    /** Says which file cannot be read, for instance because the disk fails. */
    private final class RunInput extends InputStream {
        private final InputStream in;
        private final Path file;

        RunInput(InputStream in, Path file) {
            this.in = in;
            this.file = file;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            try {
                return in.read(bytes, from, length);
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
