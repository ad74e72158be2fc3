package org.wordloom.cluster.progress;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.api.plugin.PluginContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the tasks of this executor have done, sent to the driver twice a second. Tasks only add to counters; without
 * the plugin nothing is sent and nothing fails.
 */
public final class ExecutorProgress {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutorProgress.class);
    private static final long PERIOD_MILLIS = 500;
    private static final ExecutorProgress INSTANCE = new ExecutorProgress();

    private final Map<String, LongAdder> doneByStage = new ConcurrentHashMap<>();
    private final Map<String, ProgressMessage> latest = new ConcurrentHashMap<>();
    private ScheduledExecutorService timer;

    private ExecutorProgress() {}

    public static ExecutorProgress instance() {
        return INSTANCE;
    }

    /** The counter of a stage in this executor. */
    public LongAdder counter(String stage) {
        return doneByStage.computeIfAbsent(stage, s -> new LongAdder());
    }

    /** Sets the whole state of one source, for stages that know their own totals. */
    public void set(ProgressMessage message) {
        latest.put(message.source(), message);
    }

    public synchronized void start(PluginContext context) {
        doneByStage.clear();
        latest.clear();
        timer = Executors.newSingleThreadScheduledExecutor(ExecutorProgress::daemon);
        timer.scheduleAtFixedRate(() -> send(context), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    private void send(PluginContext context) {
        try {
            for (Map.Entry<String, LongAdder> stage : doneByStage.entrySet()) {
                context.send(new ProgressMessage(
                        stage.getKey(), context.executorID(), stage.getValue().sum(), Double.NaN, Double.NaN));
            }
            for (ProgressMessage message : latest.values()) {
                context.send(message);
            }
        } catch (IOException | RuntimeException e) {
            // Progress is worth no run: it is only shown, and the next message carries the whole state again.
            LOG.debug("progress was not sent", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "wordloom-progress");
        thread.setDaemon(true);
        return thread;
    }
}
