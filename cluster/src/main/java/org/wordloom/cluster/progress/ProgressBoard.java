package org.wordloom.cluster.progress;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wordloom.base.Progress;

/**
 * The driver's view of what all executors report: sums the sources of the running stage and tells listeners. One a
 * driver JVM, since Spark makes the plugin that feeds it.
 */
public final class ProgressBoard {
    private static final ProgressBoard INSTANCE = new ProgressBoard();

    private final List<Progress.Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, ProgressMessage> bySource = new HashMap<>();
    /** What the running stage measured of its last step. */
    private final Map<RunFigure, Double> figures = new EnumMap<>(RunFigure.class);

    private String detail = "";
    private Progress latest = Progress.of("", 0, -1, "", 0);
    private long startNanos;
    /** Units of the running stage that an earlier run did. */
    private long before;

    private long stages;
    private String key = "";

    private ProgressBoard() {}

    public static ProgressBoard instance() {
        return INSTANCE;
    }

    public void add(Progress.Listener listener) {
        listeners.add(listener);
    }

    public void remove(Progress.Listener listener) {
        listeners.remove(listener);
    }

    /**
     * Begins a stage; what executors still report of earlier ones is ignored from now on.
     *
     * @return the key under which executors report this run of the stage
     */
    public synchronized String begin(String stage, long total, String unit) {
        bySource.clear();
        figures.clear();
        detail = "";
        before = 0;
        startNanos = System.nanoTime();
        key = stage + "-" + stages++;
        publish(Progress.of(stage, 0, total, unit, 0));
        return key;
    }

    /**
     * Says that the running stage goes on where an earlier run ended. What its sources report from now on is of both runs
     * together.
     *
     * @param running the key that {@link #begin} gave
     * @param units that the earlier run did
     */
    public synchronized void resume(String running, long units) {
        if (running.equals(key)) {
            before = units;
            publish(snapshot(units, latest.rate(), latest.loss(), detail));
        }
    }

    /** Ends the stage: everything is done. */
    public synchronized void end() {
        long done = Math.max(latest.total(), latest.done());
        key = "";
        publish(snapshot(done, latest.rate(), latest.loss(), ""));
    }

    /**
     * Gives a stage up that failed: what executors still report of it is ignored, and the last snapshot stays as it is.
     * Without effect on a stage that has ended.
     *
     * @param failed the key that {@link #begin} gave
     */
    public synchronized void abandon(String failed) {
        if (failed.equals(key)) {
            key = "";
        }
    }

    /**
     * Takes what the driver measured of a step of the running stage.
     *
     * @param measured is shown as metrics until the next stage begins
     * @param newDetail a few characters of it for the progress line
     */
    public synchronized void measured(Map<RunFigure, Double> measured, String newDetail) {
        figures.putAll(measured);
        detail = newDetail;
    }

    /** Takes one figure, as a schedule measures it. */
    public synchronized void measured(RunFigure figure, double value) {
        figures.put(figure, value);
    }

    /** A figure as it was {@link #measured} last; 0 when it was not. */
    public synchronized double figure(RunFigure figure) {
        return figures.getOrDefault(figure, 0.0);
    }

    /** Takes a report of an executor; ignored unless it is of the running stage. */
    public synchronized void report(ProgressMessage message) {
        if (!message.key().equals(key)) {
            return;
        }
        bySource.put(message.source(), message);
        long done = bySource.values().stream().mapToLong(ProgressMessage::done).sum();
        // An executor that was lost is counted twice once its tasks run again elsewhere.
        long bounded = latest.total() < 0 ? done : Math.min(done, latest.total());
        double loss = Double.isNaN(message.loss()) ? latest.loss() : message.loss();
        // Of several sources only some may have told yet what they found done.
        publish(snapshot(Math.max(before, bounded), message.rate(), loss, detail));
    }

    /** Of the running stage, now. */
    private Progress snapshot(long done, double rate, double loss, String more) {
        return new Progress(latest.stage(), done, latest.total(), latest.unit(), seconds(), rate, loss, more, before);
    }

    /** The last snapshot. */
    public synchronized Progress latest() {
        return latest;
    }

    private double seconds() {
        return (System.nanoTime() - startNanos) * 1e-9;
    }

    private void publish(Progress progress) {
        latest = progress;
        for (Progress.Listener listener : listeners) {
            listener.update(progress);
        }
    }
}
