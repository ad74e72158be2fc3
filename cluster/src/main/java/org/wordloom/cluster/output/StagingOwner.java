package org.wordloom.cluster.output;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.storage.StoredOutputStream;

/**
 * The mark of the run that owns a staging folder, so that a second run to the same output is refused. What a run of
 * this machine left behind when it was killed is taken over; that of another machine must be removed by hand, since
 * whether it still runs cannot be seen from here. A process is known by its number and the moment of its start: a container
 * that starts again has the number of the run before. Containers that share a name of their host cannot see one another and
 * may take a folder from each other, in which case the first does not commit.
 */
public final class StagingOwner {
    public static final String NAME = "_OWNER";
    private static final int MAX_BYTES = 1 << 12;
    private static final long START_TOLERANCE_MILLIS = 2000;

    private final Storage storage;
    private final String staging;
    private final String output;
    private byte[] mark = new byte[0];

    StagingOwner(Storage storage, String staging, String output) {
        this.storage = storage;
        this.staging = staging;
        this.output = output;
    }

    /** Makes the staging folder this run's own. OUTPUT error when another run has it. */
    void claim() {
        mark = String.join(
                        "\n",
                        host(),
                        Long.toString(ProcessHandle.current().pid()),
                        start(ProcessHandle.current()),
                        Instant.now().toString())
                .getBytes(StandardCharsets.UTF_8);
        try {
            FileSystem fileSystem = storage.fileSystem(staging);
            if (fileSystem.exists(new Path(staging))) {
                refuseLiving();
                fileSystem.delete(new Path(staging), true);
            }
            write(fileSystem.create(new Path(staging, NAME), false));
        } catch (IOException e) {
            throw Storage.unwritable(output, e);
        }
    }

    /** Half a mark would keep every later run away. */
    private void write(OutputStream created) throws IOException {
        try (OutputStream out = new StoredOutputStream(created, output)) {
            out.write(mark);
        } catch (WordloomException e) {
            storage.delete(staging);
            throw e;
        }
    }

    /** Whether the mark is still this run's: two that find a dead run's folder at the same moment may both take it. */
    boolean isOwn() {
        String path = Storage.child(staging, NAME);
        return storage.exists(path) && Arrays.equals(storage.readSmall(path, MAX_BYTES), mark);
    }

    /** OUTPUT error when another run has taken the folder meanwhile. */
    void requireOwn() {
        if (!isOwn()) {
            throw new WordloomException(
                    ExitCode.OUTPUT,
                    "another run has taken " + staging + " meanwhile, or it was removed: nothing is written to "
                            + output + "; run again when no other run writes there");
        }
    }

    private void refuseLiving() throws IOException {
        String path = Storage.child(staging, NAME);
        if (!storage.exists(path)) {
            return;
        }
        String[] lines = new String(storage.readSmall(path, MAX_BYTES), StandardCharsets.UTF_8).split("\n");
        if (lines.length == 4 && lines[0].equals(host()) && !isAlive(lines[1], lines[2])) {
            return;
        }
        throw new WordloomException(
                ExitCode.OUTPUT,
                "another run is writing to " + output + " (" + String.join(", ", lines)
                        + "); wait for it, or if it is dead remove " + staging);
    }

    private static boolean isAlive(String process, String start) {
        return process.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(process))
                        .filter(ProcessHandle::isAlive)
                        .map(running -> isSameStart(start, start(running)))
                        .orElse(false);
    }

    /** Milliseconds since 1970, or nothing where the system does not tell. */
    private static String start(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Long.toString(start.toEpochMilli()))
                .orElse("");
    }

    /** Each JVM works out its own moment of the machine's start, to which those of processes are relative. */
    private static boolean isSameStart(String marked, String running) {
        boolean known = marked.matches("[0-9]{1,18}") && !running.isEmpty();
        return !known || Math.abs(Long.parseLong(marked) - Long.parseLong(running)) <= START_TOLERANCE_MILLIS;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // The name has no address; the message begins with the name, which is all that is wanted.
            return String.valueOf(e.getMessage());
        }
    }
}
