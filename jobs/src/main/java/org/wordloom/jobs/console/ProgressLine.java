package org.wordloom.jobs.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordloom.base.Progress;

/** A snapshot of progress as one line, narrow enough for a terminal of 80 columns. */
final class ProgressLine {
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final double ETA_AFTER_SECONDS = 0.5;

    private ProgressLine() {}

    static String of(Progress progress) {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(Locale.ROOT, "%-6s %s", progress.stage(), done(progress)));
        double speed = progress.unitsPerSecond();
        if (speed > 0) {
            parts.add(Quantity.of(speed) + " " + progress.unit() + "/s");
        }
        if (!Double.isNaN(progress.loss())) {
            parts.add(String.format(Locale.ROOT, "loss %.4f", progress.loss()));
        }
        if (!Double.isNaN(progress.rate())) {
            parts.add(String.format(Locale.ROOT, "rate %.5f", progress.rate()));
        }
        if (!progress.detail().isEmpty()) {
            parts.add(progress.detail());
        }
        parts.add(time(progress, speed));
        return String.join("  ", parts);
    }

    private static String done(Progress progress) {
        if (progress.total() <= 0) {
            return Quantity.of(progress.done()) + " " + progress.unit();
        }
        return String.format(Locale.ROOT, "%5.1f %%", 100.0 * progress.done() / progress.total());
    }

    private static String time(Progress progress, double speed) {
        long left = progress.total() - progress.done();
        if (left > 0 && speed > 0 && progress.seconds() >= ETA_AFTER_SECONDS) {
            return "ETA " + clock(Math.round(left / speed));
        }
        return clock(Math.round(progress.seconds()));
    }

    /** Seconds as h:mm:ss or m:ss. */
    static String clock(long seconds) {
        return seconds >= HOUR
                ? String.format(
                        Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, seconds / MINUTE % MINUTE, seconds % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE);
    }
}
