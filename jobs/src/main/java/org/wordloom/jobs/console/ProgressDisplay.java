package org.wordloom.jobs.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.wordloom.base.Progress;

/**
 * Shows progress: on a terminal one line that is written over again and again, elsewhere a plain line every few
 * seconds.
 */
final class ProgressDisplay implements Progress.Listener {
    private static final long LIVE_NANOS = Duration.ofMillis(200).toNanos();
    private static final long PLAIN_NANOS = Duration.ofSeconds(5).toNanos();
    /** Back to the start of the line, and remove what is on it (ECMA-48, understood by every terminal in use). */
    private static final String START_OF_LINE = "\r\u001B[2K";

    private final PrintStream err;
    private final boolean live;
    private final LongSupplier nanoClock;
    private String stage = "";
    private long shownAt;
    private boolean lineOpen;
    private boolean ended;

    ProgressDisplay(PrintStream err, boolean live, LongSupplier nanoClock) {
        this.err = err;
        this.live = live;
        this.nanoClock = nanoClock;
    }

    @Override
    public synchronized void update(Progress progress) {
        long now = nanoClock.getAsLong();
        boolean begins = !progress.stage().equals(stage);
        boolean ends = progress.total() > 0 && progress.done() >= progress.total();
        if (begins && lineOpen) {
            clear();
        }
        if (ends && !begins && ended) {
            return;
        }
        if (begins || ends || now - shownAt >= (live ? LIVE_NANOS : PLAIN_NANOS)) {
            stage = progress.stage();
            shownAt = now;
            ended = ends;
            show(ProgressLine.of(progress), ends);
        }
    }

    /** Leaves what is on the live line, and begins a new one. */
    synchronized void clear() {
        if (lineOpen) {
            err.println();
            err.flush();
            lineOpen = false;
        }
    }

    private void show(String line, boolean ends) {
        if (!live) {
            err.println(line);
        } else {
            err.print(START_OF_LINE + line);
            lineOpen = true;
            if (ends) {
                clear();
            }
        }
        err.flush();
    }
}
