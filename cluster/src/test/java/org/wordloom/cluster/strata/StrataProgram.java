package org.wordloom.cluster.strata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.cluster.checkpoint.CheckpointFolder;
import org.wordloom.cluster.checkpoint.CheckpointUnit;
import org.wordloom.cluster.storage.Storage;

/** What tests of strata run in a JVM of their own. */
final class StrataProgram {
    static final ToyModel MODEL = ToyModel.of(5);
    static final StrataPlan PLAN =
            StrataPlan.of(4, 9).withThreads(1, true).withCheckpoints(Duration.ZERO, false, Map.of("--dim", "7"));

    private static final long MOMENT = 20;
    private static final long HOURS = 10_000_000;

    private StrataProgram() {}

    /**
     * Arguments: runs, a folder, class path of executors. Runs are separated by semicolons: a master and its trouble
     * ({@code none}; {@code fail}: tasks throw once; {@code exit}: the JVM of one ends once; {@code wait}: every visit takes
     * its time, and those of the last cycle do not end). Prints "key=value" lines, with the number of the run in the key as a
     * letter.
     */
    public static void main(String[] arguments) throws Exception {
        char run = 'a';
        for (String masterAndTrouble : arguments[0].split(";")) {
            String[] parts = masterAndTrouble.split(" ");
            Path folder = Files.createDirectories(Path.of(arguments[1], Character.toString(run)));
            run(parts[0], parts[1], folder, arguments[2], run++);
        }
    }

    private static void run(String master, String trouble, Path folder, String classPath, char run) throws Exception {
        SparkConf configuration = new SparkConf()
                .setMaster(master)
                .setAppName("strata test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.executor.extraClassPath", classPath);
        String marks = folder.toString();
        ToyModel model = MODEL.with(visit -> trouble(trouble, visit, marks));
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            CheckpointFolder checkpoints = new CheckpointFolder(
                    new Storage(spark.hadoopConfiguration()),
                    folder.resolve("kept").toString(),
                    CheckpointUnit.STRATUM);
            StrataResult<float[]> result = new StrataJob<>(spark, model, PLAN)
                    .run(1000, checkpoints, note -> {}, !master.startsWith("local-cluster"));
            print(run + "hash", Arrays.deepHashCode(ToyModel.blocks(MODEL, result.blocks())));
            print(run + "cycles", result.cycles());
            print(run + "entries", result.entries());
        }
    }

    private static void trouble(String kind, BlockVisit visit, String marks) throws IOException {
        switch (kind) {
            case "fail" -> {
                if (visit.cycle() >= 1 && visit.rowBlock() % 2 == 0 && isFirst(visit, marks)) {
                    throw new IOException("a disk is gone");
                }
            }
            case "exit" -> {
                if (visit.cycle() == 2 && visit.rowBlock() == 3 && visit.columnBlock() == 1 && isFirst(visit, marks)) {
                    Runtime.getRuntime().halt(9);
                }
            }
            case "wait" -> sleep(visit.cycle() == PLAN.cycles() - 1 ? HOURS : MOMENT);
            default -> {}
        }
    }

    /** Whether no attempt of this visit, in whichever JVM, was here before. */
    private static boolean isFirst(BlockVisit visit, String marks) throws IOException {
        Path mark = Path.of(marks, visit.cycle() + "-" + visit.rowBlock() + "-" + visit.columnBlock());
        if (Files.exists(mark)) {
            return false;
        }
        Files.createFile(mark);
        return true;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void print(String key, Object value) {
        System.out.println(key + "=" + value);
    }
}
