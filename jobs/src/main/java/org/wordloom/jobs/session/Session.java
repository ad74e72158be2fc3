package org.wordloom.jobs.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.WordloomPlugin;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.SharedFolder;
import org.wordloom.cluster.spark.ExecutorWatch;
import org.wordloom.cluster.spark.TaskDevice;
import org.wordloom.cluster.spark.TemporaryFiles;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.jobs.console.Console;

/** A running Spark application, whose progress goes to the console. */
public final class Session implements AutoCloseable {
    private static final Pattern TOO_LITTLE_MEMORY = Pattern.compile(
            "\\[INVALID_(DRIVER|EXECUTOR)_MEMORY] .*memory ([0-9]{1,18}) must be at least ([0-9]{1,18})");

    private final JavaSparkContext spark;
    private final AutoCloseable listening;
    private final AutoCloseable watching;

    private Session(JavaSparkContext spark, AutoCloseable listening, AutoCloseable watching) {
        this.spark = spark;
        this.listening = listening;
        this.watching = watching;
    }

    /**
     * Starts Spark. ENVIRONMENT error when it does not start, USAGE when it is configured as Wordloom cannot use it.
     *
     * @param threads on a local master how many cores it uses; 0: as many as its master says
     * @param console shows progress, and a warning when work waits and no executor takes it
     */
    public static Session start(String name, int threads, Console console) {
        SparkConf configuration = configure(new SparkConf().setAppName("wordloom " + name), threads);
        Problems problems = new Problems();
        TaskDevice.check(configuration, problems);
        problems.throwIfAny();
        TemporaryFiles.requireFolder(configuration);
        JavaSparkContext spark = start(configuration);
        return new Session(spark, WordloomPlugin.listen(console.progress()), ExecutorWatch.start(spark, console::warn));
    }

    private static JavaSparkContext start(SparkConf configuration) {
        try {
            return new JavaSparkContext(configuration);
        } catch (Exception e) { // Spark declares none, and throws checked ones too
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    "Spark does not start with master " + configuration.get("spark.master") + ": " + reason(e),
                    e);
        }
    }

    /** What Spark says, with advice, in one line. */
    static String reason(Exception cause) {
        String message = cause.getMessage() == null
                ? cause.toString()
                : cause.getMessage().lines().findFirst().orElse("");
        Matcher memory = TOO_LITTLE_MEMORY.matcher(message);
        if (!memory.find()) {
            return message + "; check --master and --conf";
        }
        boolean driver = memory.group(1).equals("DRIVER");
        // Java does not count all of a driver's heap.
        return (driver ? "this JVM's heap of " : "an executor's memory of ") + mebibytes(memory.group(2))
                + " MiB is less than Spark's least, " + mebibytes(memory.group(3)) + " MiB; give "
                + (driver ? "--driver-memory 512m or more" : "--executor-memory 512m or more");
    }

    private static long mebibytes(String bytes) {
        return Long.parseLong(bytes) >> 20;
    }

    public JavaSparkContext spark() {
        return spark;
    }

    public Storage storage() {
        return new Storage(spark.hadoopConfiguration());
    }

    /**
     * Starts an output into which executors write, as {@link OutputFolder#create} does. OUTPUT error also when they do not
     * see its place.
     */
    public OutputFolder output(String path, boolean overwrite) {
        OutputFolder folder = OutputFolder.create(storage(), path, overwrite);
        try {
            SharedFolder.require(spark, storage(), folder);
            return folder;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try (watching) {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot detach from Spark's progress", e);
        } finally {
            spark.stop();
        }
    }

    /** Sets what spark-submit and the user left open. */
    static SparkConf configure(SparkConf configuration, int threads) {
        configuration.setIfMissing("spark.master", "local[*]");
        if (threads > 0 && configuration.get("spark.master").matches("local(\\[\\*\\])?")) {
            configuration.setMaster("local[" + threads + "]");
        }
        if (configuration.get("spark.master").startsWith("local")) {
            configuration.setIfMissing("spark.ui.enabled", "false");
            configuration.setIfMissing("spark.driver.host", "127.0.0.1");
            configuration.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        if (configuration.get("spark.master").matches("local(\\[.*)?")) {
            // Spark would end this JVM for a task without memory, with its own status and before anything can be said.
            configuration.setIfMissing("spark.executor.killOnFatalError.depth", "0");
            // Spark would give up its only executor, this JVM, when it was stopped, or the clock put forward, by two
            // minutes.
            configuration.setIfMissing("spark.storage.blockManagerHeartbeatTimeoutMs", "365d");
        }
        configuration.setIfMissing("spark.ui.showConsoleProgress", "false");
        return WordloomPlugin.configure(configuration);
    }
}
