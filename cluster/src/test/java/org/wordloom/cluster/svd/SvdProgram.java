package org.wordloom.cluster.svd;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.cluster.FolderDigest;
import org.wordloom.cluster.cooccurrence.CellSource;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.decomposition.SvdOptions;
import org.wordloom.model.VectorSelection;
import org.wordloom.train.KernelChoice;

/** What {@link SvdClusterTest} runs in a JVM of its own: one matrix on several masters. */
final class SvdProgram {
    private static final int BLOCKS = 5;

    private SvdProgram() {}

    /**
     * Arguments: masters separated by semicolons, a folder, class path of executors. Prints the digest of each output and
     * whether dense blocks stayed in memory, with the number of the run in the key as a letter.
     */
    public static void main(String[] arguments) {
        char run = 'a';
        for (String master : arguments[0].split(";")) {
            run(master, Path.of(arguments[1], "out-" + run), arguments[2], run++);
        }
    }

    private static void run(String master, Path folder, String classPath, char run) {
        SparkConf configuration = new SparkConf()
                .setMaster(master)
                .setAppName("svd test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.executor.extraClassPath", classPath);
        SvdOptions options = new SvdOptions(8, 1, 0.75, 0.5, 6, 2, 1, 0, KernelChoice.AUTO);
        SvdPlan plan = new SvdPlan(
                options, VectorSelection.CONCAT, List.of(VectorFormat.WORD2VEC_TEXT), Map.of("command", "test"));
        PmiSource source = DenseCounts.random(new SplittableRandom(9), 80).source(BLOCKS);
        try (JavaSparkContext spark = new JavaSparkContext(configuration);
                OutputFolder output =
                        OutputFolder.create(new Storage(spark.hadoopConfiguration()), folder.toString(), false)) {
            boolean cluster = master.startsWith("local-cluster");
            SvdSummary summary = new SvdJob(spark).run(cluster ? failingOnce(source) : source, plan, output);
            output.commit();
            System.out.println(run + "digest=" + FolderDigest.of(folder));
            System.out.println(run + "memory=" + summary.inMemory());
        }
    }

    /** The first attempt of the tasks that read one of the block pairs fails. */
    private static PmiSource failingOnce(PmiSource source) {
        CellSource cells = source.cells();
        return new PmiSource(
                source.vocabulary(),
                source.partition(),
                source.rowSums(),
                source.columnSums(),
                source.largestEntries(),
                (row, column) -> {
                    if (row == 2 && column == 3 && TaskContext.get().attemptNumber() == 0) {
                        throw new IllegalStateException("the first attempt fails on purpose");
                    }
                    return cells.cells(row, column);
                });
    }
}
