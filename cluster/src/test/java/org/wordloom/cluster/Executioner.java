package org.wordloom.cluster;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Ends the JVM of one executor of a local cluster when a certain task has ended: what the JVM made, or was making, is lost. */
public final class Executioner extends SparkListener {
    private final AtomicInteger tasks = new AtomicInteger();
    private final AtomicInteger deaths = new AtomicInteger();
    private final int deadly;

    /** @param deadly after how many tasks; 0 for never */
    public Executioner(int deadly) {
        this.deadly = deadly;
    }

    /** How many executors died. */
    public int deaths() {
        return deaths.get();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (deadly > 0 && tasks.incrementAndGet() == deadly) {
            // A local cluster's driver has no other children than its executors.
            ProcessHandle.current().children().findFirst().ifPresent(executor -> {
                if (executor.destroyForcibly()) {
                    deaths.incrementAndGet();
                }
            });
        }
    }
}
