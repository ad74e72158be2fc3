package org.wordloom.cluster.spark;

import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfileBuilder;
import org.apache.spark.resource.TaskResourceRequests;

/** The request of a task that is to own an executor: all of its cores, and its GPU where executors have one. */
public final class WholeExecutor {
    private WholeExecutor() {}

    /**
     * What such a task asks for; one for all stages of a run, since with dynamic allocation executors serve only the profile
     * that they were started for. Empty where the cluster manager knows no such requests, as a local master, and where
     * the cores of an executor are one or not known: for more than it has a task would wait forever, and without a
     * request the tasks of one JVM take turns.
     */
    public static Optional<ResourceProfile> profile(SparkConf configuration, ExecutorCores cores) {
        if (cores.isLocal() || cores.count() <= 1) {
            return Optional.empty();
        }
        TaskResourceRequests requests = new TaskResourceRequests().cpus(cores.count());
        if (TaskDevice.givenBySpark(configuration)) {
            // A profile of its own inherits nothing: without this the task is told no address.
            requests.resource(TaskDevice.RESOURCE, 1);
        }
        return Optional.of(new ResourceProfileBuilder().require(requests).build());
    }

    /** The same tasks with that request. */
    public static <T> JavaRDD<T> claim(JavaRDD<T> tasks, Optional<ResourceProfile> profile) {
        return profile.map(tasks::withResources).orElse(tasks);
    }
}
