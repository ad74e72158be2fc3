package org.wordloom.cluster.progress;

import java.io.IOException;
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
    private ProgressMessage latest;
    private Timer timer;

    private ExecutorProgress() {}

    public static ExecutorProgress instance() {
        return INSTANCE;
    }

    /** The counter of a run of a stage in this executor. Earlier runs are over: one runs at a time. */
    public synchronized LongAdder counter(String newKey) {
        if (!newKey.equals(key)) {
            key = newKey;
            done = new LongAdder();
            latest = null;
        }
        return done;
    }

    /** Sets the whole state of this executor, for stages that know more than a count. */
    public synchronized void set(ProgressMessage message) {
        key = message.key();
        latest = message;
    }

    public synchronized void start(PluginContext context) {
        key = "";
        latest = null;
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
            ProgressMessage message = message(context.executorID());
            if (!message.key().isEmpty()) {
                context.send(message);
            }
        } catch (IOException | RuntimeException e) {
            // Progress is worth no run: it is only shown, and the next message carries the whole state again.
            LOG.debug("progress was not sent", e);
        }
    }

    private synchronized ProgressMessage message(String executor) {
        return latest != null ? latest : new ProgressMessage(key, executor, done.sum(), Double.NaN, Double.NaN);
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
