package org.wordloom.cluster;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wordloom.base.Progress;

/** What a listener heard while something ran, and what that returned. */
public record Heard<R>(R result, List<Progress> progress) {
    /** Listens while {@code run} runs, and no longer. */
    public static <R> Heard<R> during(Callable<R> run) throws Exception {
        List<Progress> progress = new CopyOnWriteArrayList<>();
        AutoCloseable listening = WordloomPlugin.listen(progress::add);
        try {
            return new Heard<>(run.call(), progress);
        } finally {
            listening.close();
        }
    }
}
