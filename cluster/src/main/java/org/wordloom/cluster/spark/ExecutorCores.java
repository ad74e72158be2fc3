package org.wordloom.cluster.spark;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.status.api.v1.ExecutorSummary;
import scala.collection.Iterator;

/**
 * How many cores an executor has.
 *
 * @param count 0 when only the executor's own machine can tell
 * @param isLocal whether tasks run in the driver's JVM
 */
public record ExecutorCores(int count, boolean isLocal) {
    private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\*|[0-9]+)(?:,\\s*[0-9]+)?])?");
    private static final Pattern LOCAL_CLUSTER = Pattern.compile("local-cluster\\[\\s*\\d+\\s*,\\s*(\\d+)\\s*,.*");

    public static ExecutorCores of(JavaSparkContext spark) {
        return of(spark.master(), spark.getConf());
    }

    /** Bytes of the heap of an executor; on a local master of this JVM's. */
    public static long heapBytes(JavaSparkContext spark) {
        return of(spark).isLocal() ? Runtime.getRuntime().maxMemory() : heapBytes(spark.getConf());
    }

    /** A number without a unit counts MiB, as Spark reads this setting. */
    static long heapBytes(SparkConf configuration) {
        return configuration.getSizeAsMb("spark.executor.memory", "1g") << 20;
    }

    /**
     * How many tasks an executor runs at a time, at most. Where no configuration says it, standalone workers give all of
     * their cores: then what the largest executor that is there has, and where there is none yet, the first is awaited.
     */
    public static int tasksAtOnce(JavaSparkContext spark) {
        int configured = of(spark).count();
        return configured > 0 ? configured : largest(spark);
    }

    public static int largest(JavaSparkContext spark) {
        spark.parallelize(List.of(0), 1).count(); // waits for an executor
        int most = 0;
        Iterator<ExecutorSummary> executors =
                spark.sc().statusStore().executorList(true).iterator();
        while (executors.hasNext()) {
            most = Math.max(most, executors.next().totalCores());
        }
        // Spark hears of executors a little after they come; all cores together are never fewer than those of one.
        return most > 0 ? most : Math.max(1, spark.defaultParallelism());
    }

    static ExecutorCores of(String master, SparkConf configuration) {
        Matcher local = LOCAL.matcher(master);
        if (local.matches()) {
            return new ExecutorCores(localCores(local.group(1)), true);
        }
        Matcher localCluster = LOCAL_CLUSTER.matcher(master);
        if (localCluster.matches()) {
            return new ExecutorCores(Integer.parseInt(localCluster.group(1)), false);
        }
        // Spark's defaults: all cores of a worker on a standalone cluster, one on YARN and Kubernetes.
        int unset = master.startsWith("spark://") ? 0 : 1;
        return new ExecutorCores(configuration.getInt("spark.executor.cores", unset), false);
    }

    private static int localCores(String cores) {
        if (cores == null) {
            return 1;
        }
        return cores.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(cores);
    }
}
