package org.wordloom.cluster.output;

import java.util.Collections;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.spark.ExecutorCores;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.storage.Storage;

/**
 * Whether executors see an output's folder. On other machines they do not when it is on the driver's own disk: each would
 * write into one of its own, and a run of hours would fail at its end.
 */
public final class SharedFolder {
    private SharedFolder() {}

    /** Asks the executors that are there, where a folder is of the kind that they may not see: OUTPUT error. */
    public static void require(JavaSparkContext spark, Storage storage, OutputFolder folder) {
        if (ExecutorCores.of(spark).isLocal() || !storage.isLocal(folder.path())) {
            return;
        }
        String mark = Storage.child(folder.staging(), StagingOwner.NAME);
        List<String> blind = blindHosts(spark, storage, mark);
        if (!blind.isEmpty()) {
            throw new WordloomException(
                    ExitCode.OUTPUT,
                    folder.path() + " is a folder of the driver's machine, which executors do not see (that on "
                            + blind.get(0) + " does not): on a cluster --output is a place that all machines read and"
                            + " write, in HDFS for example, or a folder that they share");
        }
    }

    /** Hosts of executors that do not see a file; not always all of them, since Spark places the tasks. */
    private static List<String> blindHosts(JavaSparkContext spark, Storage storage, String file) {
        int tasks = SparkRun.cores(spark);
        return SparkRun.action(() -> spark.parallelize(Collections.nCopies(tasks, file), tasks)
                .filter(path -> !sees(storage, path))
                .map(path -> SparkEnv.get().blockManager().blockManagerId().host())
                .collect());
    }

    private static boolean sees(Storage storage, String path) {
        try {
            return storage.exists(path);
        } catch (WordloomException e) {
            return false; // a folder above it that this machine's user may not enter
        }
    }
}
