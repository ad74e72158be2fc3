package org.wordloom.cluster.replicas;

import java.io.Serializable;
import java.util.concurrent.Semaphore;
import org.apache.spark.TaskContext;
import org.wordloom.cluster.spark.TaskResources;

/** Sees to it that a JVM holds no more replicas at a time than fit it. Sent to executors; a JVM has one of a run. */
final class ReplicaTurns implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int atOnce;

    /** Made where it is used, for all rounds. */
    private transient Semaphore free;

    /** @param atOnce how many replicas one JVM holds at a time, as far as this class is to see to that */
    ReplicaTurns(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Waits until this JVM may hold another replica. The place is given back when the task ends. */
    void take() throws InterruptedException {
        Semaphore permits = free();
        permits.acquire();
        TaskResources.closeAtEnd(TaskContext.get(), permits::release);
    }

    private synchronized Semaphore free() {
        if (free == null) {
            free = new Semaphore(atOnce);
        }
        return free;
    }
}
