package org.wordloom.cluster.progress;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
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

    private String key = "";
    private LongAdder done = new LongAdder();
    /** States by source that were not sent yet: on a local master the tasks of one JVM may be several sources. */
    private final Map<String, ProgressMessage> latest = new LinkedHashMap<>();
    /** Whether this stage tells states, and no counts. */
    private boolean stateful;

    private Timer timer;

    private ExecutorProgress() {}

    public static ExecutorProgress instance() {
        return INSTANCE;
    }

    /** The counter of a run of a stage in this executor. Earlier runs are over: one runs at a time. */
    public synchronized LongAdder counter(String newKey) {
        begin(newKey);
        return done;
    }

    /** Sets the whole state of a source in this executor, for stages that know more than a count. */
    public synchronized void set(ProgressMessage message) {
        begin(message.key());
        stateful = true;
        latest.put(message.source(), message);
    }

    private void begin(String newKey) {
        if (!newKey.equals(key)) {
            key = newKey;
            done = new LongAdder();
            latest.clear();
            stateful = false;
        }
    }

    public synchronized void start(PluginContext context) {
        begin("");
        timer = new Timer("wordloom-progress", true);
        timer.scheduleAtFixedRate(task(() -> send(context)), PERIOD_MILLIS, PERIOD_MILLIS);
    }

    public synchronized void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void send(PluginContext context) {
        try {
            for (ProgressMessage message : messages(context.executorID())) {
                context.send(message);
            }
        } catch (IOException | RuntimeException e) {
            // Progress is worth no run: it is only shown, and the next message carries the whole state again.
            LOG.debug("progress was not sent", e);
        }
    }

    /** What there is to tell, each state once: a replica may go on elsewhere, and is told from there then. */
    private synchronized List<ProgressMessage> messages(String executor) {
        if (key.isEmpty()) {
            return List.of();
        }
        if (!stateful) {
            return List.of(new ProgressMessage(key, executor, done.sum(), Double.NaN, Double.NaN));
        }
        List<ProgressMessage> messages = List.copyOf(latest.values());
        latest.clear();
        return messages;
    }

    private static TimerTask task(Runnable action) {
        return new TimerTask() {
            @Override
            public void run() {
                action.run();
            }
        };
    }
}
