package org.wordloom.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.apache.spark.MapOutputTrackerMaster;
import org.apache.spark.SparkEnv;
import scala.jdk.javaapi.CollectionConverters;

/** Shuffles whose files Spark keeps. */
public final class KeptShuffles {
    private static final long PATIENCE_MILLIS = 20_000;

    private KeptShuffles() {}

    /** Something that runs on Spark. */
    @FunctionalInterface
    public interface Run {
        void run() throws Exception;
    }

    /** Expects that files of none of its shuffles stay; their numbers are higher than those of all before. */
    public static void assertNoneOf(Run run) throws Exception {
        Set<Object> before = now();
        int next = before.stream().mapToInt(id -> (int) id).max().orElse(-1);
        run.run();
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        Set<Object> left = since(next);
        while (!left.isEmpty() && System.currentTimeMillis() < end) { // Spark removes them in the background
            Thread.sleep(50);
            left = since(next);
        }
        assertThat(left).as("shuffles whose files stay").isEmpty();
    }

    private static Set<Object> since(int last) {
        Set<Object> left = now();
        left.removeIf(id -> (int) id <= last);
        return left;
    }

    private static Set<Object> now() {
        MapOutputTrackerMaster tracker = (MapOutputTrackerMaster) SparkEnv.get().mapOutputTracker();
        return new HashSet<>(
                CollectionConverters.asJava(tracker.shuffleStatuses().keySet()));
    }
}
