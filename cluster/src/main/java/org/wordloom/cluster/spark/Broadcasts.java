package org.wordloom.cluster.spark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.base.WordloomException;

/**
 * What a job sends to all executors, for try-with-resources: it is given back when the job ends or fails, and a failure to
 * give back does not hide the job's own.
 */
public final class Broadcasts implements AutoCloseable {
    private final JavaSparkContext spark;
    private final Deque<Broadcast<?>> sent = new ArrayDeque<>();

    public Broadcasts(JavaSparkContext spark) {
        this.spark = spark;
    }

    /** Sends a value to every executor that asks for it. */
    public <T> Broadcast<T> send(T value) {
        Broadcast<T> broadcast = spark.broadcast(value);
        sent.push(broadcast);
        return broadcast;
    }

    /**
     * Gives all back, the latest first. One that cannot be given back does not keep the others.
     *
     * @throws WordloomException the first failure; others are suppressed
     */
    @Override
    public void close() {
        List<WordloomException> failures = new ArrayList<>();
        while (!sent.isEmpty()) {
            try {
                sent.pop().destroy();
            } catch (Exception e) { // Spark declares none, and throws checked ones too
                failures.add(SparkRun.unwrap(e));
            }
        }
        if (!failures.isEmpty()) {
            WordloomException first = failures.get(0);
            failures.subList(1, failures.size()).forEach(first::addSuppressed);
            throw first;
        }
    }
}
