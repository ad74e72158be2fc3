package org.wordloom.cluster.spark;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.SparkStatusTracker;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Looks whether work waits and no executor takes it, for which Spark waits for ever. Executors may be about to come, on a
 * cluster that is busy: then a warning says what may be the matter. Where they come and are lost one after another before any
 * has taken a task, as a standalone master starts dozens a second that cannot work, the jobs are ended.
 */
public final class ExecutorWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutorWatch.class);
    private static final int PATIENCE_SECONDS = 30;
    private static final long SECOND_MILLIS = 1000;
    /** So many lost in one time of waiting are no accident. */
    private static final int MOST_LOSSES = 50;
    /** How the reason begins with which jobs are ended. */
    private static final String NONE_STARTS = "no executor starts: ";

    /** What Spark puts after it. */
    private static final String STATE = " SQLSTATE: \\w+$";

    private final JavaSparkContext spark;
    private final Consumer<String> warning;
    private final Losses losses = new Losses();
    private final Timer timer = new Timer("wordloom-executors", true);
    /** Seconds. */
    private int waited;
    /** Seconds until the first warning. */
    private final int firstPatience;
    /** Seconds until the next warning; doubles with each while work waits. */
    private int patience;

    private ExecutorWatch(JavaSparkContext spark, Consumer<String> warning, int patience) {
        this.spark = spark;
        this.warning = warning;
        this.firstPatience = patience;
        this.patience = patience;
    }

    /**
     * Watches until it is closed; on a local master, where there is nothing to wait for, does nothing.
     *
     * @param warning hears a line after half a minute of waiting, and after one, two, four …
     */
    public static AutoCloseable start(JavaSparkContext spark, Consumer<String> warning) {
        return start(spark, warning, PATIENCE_SECONDS);
    }

    static AutoCloseable start(JavaSparkContext spark, Consumer<String> warning, int patienceSeconds) {
        if (ExecutorCores.of(spark).isLocal()) {
            return () -> {};
        }
        ExecutorWatch watch = new ExecutorWatch(spark, warning, patienceSeconds);
        spark.sc().addSparkListener(watch.losses);
        TimerTask looking = new TimerTask() {
            @Override
            public void run() {
                watch.look();
            }
        };
        watch.timer.schedule(looking, SECOND_MILLIS, SECOND_MILLIS);
        return watch;
    }

    /** The ENVIRONMENT error for a job that was ended here; empty for any other failure. */
    static Optional<WordloomException> ended(String message, Throwable failure) {
        int reason = message.indexOf(NONE_STARTS);
        return reason < 0
                ? Optional.empty()
                : Optional.of(new WordloomException(
                        ExitCode.ENVIRONMENT, message.substring(reason).replaceFirst(STATE, ""), failure));
    }

    private void look() {
        try {
            if (workWaits(spark.sc().statusTracker())) {
                waited++;
            } else {
                waited = 0;
                patience = firstPatience;
                losses.forget();
            }
            if (waited >= patience) {
                say();
            }
        } catch (RuntimeException e) {
            // Spark is being stopped; whatever it is, a look is worth no run.
            LOG.debug("cannot look for executors", e);
        }
    }

    private static boolean workWaits(SparkStatusTracker tracker) {
        return tracker.getActiveStageIds().length > 0
                && Stream.of(tracker.getExecutorInfos())
                        .mapToInt(SparkExecutorInfo::numRunningTasks)
                        .allMatch(running -> running == 0);
    }

    private void say() {
        patience = 2 * waited;
        if (losses.count() < MOST_LOSSES) {
            warning.accept(line());
            return;
        }
        String reason = String.format(
                Locale.ROOT,
                "%s%d were lost one after another before any took a task, the last because of: %s. Their logs tell"
                        + " more (on a standalone cluster in work/%s at the workers): is there an option of Java in"
                        + " spark.executor.extraJavaOptions that does not work?",
                NONE_STARTS,
                losses.count(),
                losses.last(),
                spark.sc().applicationId());
        for (int job : spark.sc().statusTracker().getActiveJobIds()) {
            spark.sc().cancelJob(job, reason);
        }
    }

    private String line() {
        String lost = losses.count() == 0
                ? ""
                : ", and " + losses.count() + " were lost meanwhile (the last because of: " + losses.last() + ")";
        String cores = spark.getConf().contains("spark.executor.cores")
                ? " and " + spark.getConf().get("spark.executor.cores") + " cores"
                : "";
        return String.format(
                Locale.ROOT,
                "work has waited %d seconds for an executor%s: is the cluster busy, has no worker what an executor asks for"
                        + " (%,d MiB of memory%s: --executor-memory, spark.executor.cores), or do executors end while they"
                        + " start (their logs tell)? The run goes on waiting",
                waited,
                lost,
                spark.sc().executorMemory(),
                cores);
    }

    @Override
    public void close() {
        timer.cancel();
        spark.sc().removeSparkListener(losses);
    }

    /**
     * Executors that were lost since work waits, those that never came among them; not those that had taken a task: when many
     * machines are taken back at once, others may come.
     */
    static final class Losses extends SparkListener {
        private final Set<String> worked = new HashSet<>();
        private int count;
        private String last = "";

        @Override
        public synchronized void onTaskStart(SparkListenerTaskStart started) {
            worked.add(started.taskInfo().executorId());
        }

        @Override
        public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
            if (worked.remove(removed.executorId())) {
                return;
            }
            count++;
            last = removed.reason().lines().findFirst().orElse("");
        }

        synchronized int count() {
            return count;
        }

        synchronized String last() {
            return last;
        }

        synchronized void forget() {
            count = 0;
        }
    }
}
