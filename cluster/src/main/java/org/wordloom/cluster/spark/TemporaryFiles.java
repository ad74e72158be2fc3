package org.wordloom.cluster.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.util.Utils;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** What is said of temporary files, Spark's and ours beside them, that cannot be written or not be read back. */
public final class TemporaryFiles {
    /** What systems say of a disk where no more can be written: it is full, or the user's share of it. */
    private static final List<String> FULL = List.of("No space left", "Disk quota exceeded");

    /** What they say of one that fails, or was mounted anew for reading since it failed. */
    private static final List<String> FAILING = List.of("Input/output error", "Read-only file system");

    /** Part of the name of the folders into which Spark writes what does not stay. */
    private static final String SCRATCH = "/blockmgr-";

    /** How other folders are named. */
    public static final String SETTING = "with --conf spark.local.dir=FOLDER (SPARK_LOCAL_DIRS where that is set)";

    private static final String ELSEWHERE = SETTING + ", and run again, training with --resume";

    private TemporaryFiles() {}

    /**
     * The OUTPUT error for a temporary file of ours.
     *
     * @param what cannot be done, and in which folder
     */
    public static WordloomException unusable(String what, IOException cause) {
        return new WordloomException(
                ExitCode.OUTPUT, what + ": " + cause + "; make room there, or name another folder " + ELSEWHERE, cause);
    }

    /**
     * Checks that there is a folder for temporary files, before Spark starts: it would end this JVM for want of one.
     *
     * @throws WordloomException ENVIRONMENT when none of the folders can be used
     */
    public static void requireFolder(SparkConf configuration) {
        String[] folders = Utils.getConfiguredLocalDirs(configuration);
        List<String> unusable = new ArrayList<>();
        for (String folder : folders) {
            try {
                Files.delete(Files.createTempDirectory(Files.createDirectories(Path.of(folder)), "wordloom-"));
                return;
            } catch (IOException | InvalidPathException e) {
                unusable.add(e.toString());
            }
        }
        throw new WordloomException(
                ExitCode.ENVIRONMENT,
                "Spark has no folder for temporary files (" + String.join("; ", unusable) + "): name one " + SETTING);
    }

    /**
     * The error for files of Spark's own, which no reader or writer of ours names; empty for any other failure. OUTPUT when
     * their disk is full or fails, ENVIRONMENT when they are gone.
     *
     * @param root the first cause
     */
    static Optional<WordloomException> lost(Throwable root, Throwable failure) {
        if (!(root instanceof IOException) || root.getMessage() == null) {
            return Optional.empty();
        }
        String said = root.getMessage().lines().findFirst().orElse("");
        if (FULL.stream().anyMatch(said::contains)) {
            return error(
                    ExitCode.OUTPUT,
                    "a disk for temporary files is full (" + said
                            + "): make room in the folders that spark.local.dir names, or name others ",
                    failure);
        }
        if (FAILING.stream().anyMatch(said::contains)) {
            return error(
                    ExitCode.OUTPUT,
                    "a disk for temporary files fails (" + said + "): name folders on another ",
                    failure);
        }
        // Most often someone has cleaned up.
        return said.contains(SCRATCH)
                ? error(
                        ExitCode.ENVIRONMENT,
                        "Spark cannot use its folder for temporary files (" + said
                                + "): was it removed, by a cleaner of /tmp for example? Name one that stays ",
                        failure)
                : Optional.empty();
    }

    private static Optional<WordloomException> error(ExitCode code, String message, Throwable failure) {
        return Optional.of(new WordloomException(code, message + ELSEWHERE, failure));
    }
}
