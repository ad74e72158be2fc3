package org.wordloom.cluster.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaSparkContext;

/** How many executors a cluster has, or will have once all have registered. */
public final class ExecutorCount {
    private static final Pattern LOCAL_CLUSTER = Pattern.compile("local-cluster\\[\\s*(\\d+)\\s*,.*");

    private ExecutorCount() {}

    /** At least 1; on a local master 1. With dynamic allocation those that are there now. */
    public static int of(JavaSparkContext spark) {
        if (ExecutorCores.of(spark).isLocal()) {
            return 1;
        }
        Matcher localCluster = LOCAL_CLUSTER.matcher(spark.master());
        int expected = localCluster.matches()
                ? Integer.parseInt(localCluster.group(1))
                : spark.getConf().getInt("spark.executor.instances", 1);
        // The driver counts itself.
        int registered = spark.sc().statusTracker().getExecutorInfos().length - 1;
        return Math.max(1, Math.max(expected, registered));
    }
}
