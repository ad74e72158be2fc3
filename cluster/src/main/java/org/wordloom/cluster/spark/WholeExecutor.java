package org.wordloom.cluster.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfileBuilder;
import org.apache.spark.resource.TaskResourceRequests;

/**
 * The request of tasks that are to own an executor: all of its cores, and its GPU where executors have one. One for all
 * stages of a run, since with dynamic allocation executors serve only the profile that they were started for.
 */
public final class WholeExecutor {
    /**
     * Null where the cluster manager knows no such requests, as a local master, and where the cores of an executor are one
     * or not known: for more than it has a task would wait forever, and without a request the tasks of one JVM take turns.
     */
    private final ResourceProfile profile;

    private WholeExecutor(ResourceProfile profile) {
        this.profile = profile;
    }

    public static WholeExecutor of(JavaSparkContext spark) {
        ExecutorCores cores = ExecutorCores.of(spark);
        boolean asks = !cores.isLocal() && cores.count() > 1;
        return new WholeExecutor(asks ? profile(spark.getConf(), cores.count()) : null);
    }

    private static ResourceProfile profile(SparkConf configuration, int cores) {
        TaskResourceRequests requests = new TaskResourceRequests().cpus(cores);
        if (TaskDevice.givenBySpark(configuration)) {
            // A profile of its own inherits nothing: without this the task is told no address.
            requests.resource(TaskDevice.RESOURCE, 1);
        }
        return new ResourceProfileBuilder().require(requests).build();
    }

    /** The same tasks with that request. */
    public <T> JavaRDD<T> claim(JavaRDD<T> tasks) {
        return profile == null ? tasks : tasks.withResources(profile);
    }
}
