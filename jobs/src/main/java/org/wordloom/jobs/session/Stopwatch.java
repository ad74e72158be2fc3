package org.wordloom.jobs.session;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Measures the stages of a run: wall time, and CPU time of this whole process (the executor's too on a local master). */
public final class Stopwatch {
    private static final double NANO = 1e-9;

    private final List<Stage> stages = new ArrayList<>();

    /**
     * One stage.
     *
     * @param name a word
     * @param wallSeconds on the clock
     * @param cpuSeconds of all threads of this JVM
     */
    public record Stage(String name, double wallSeconds, double cpuSeconds) {}

    public <T> T time(String name, Callable<T> work) throws Exception {
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        T result = work.call();
        stages.add(new Stage(name, (System.nanoTime() - wall) * NANO, (cpuNanos() - cpu) * NANO));
        return result;
    }

    /** Stages that ended, in their order. */
    public List<Stage> stages() {
        return List.copyOf(stages);
    }

    /** The whole process since it began, JVM start included. */
    public static Stage process() {
        long wallMillis = ManagementFactory.getRuntimeMXBean().getUptime();
        return new Stage("process", wallMillis * 1e-3, cpuNanos() * NANO);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
