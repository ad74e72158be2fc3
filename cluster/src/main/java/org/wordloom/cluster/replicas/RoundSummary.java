package org.wordloom.cluster.replicas;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import org.wordloom.cluster.progress.RunFigure;

/**
 * What a round did.
 *
 * @param round its number, from 1
 * @param words that all replicas read
 * @param seconds wall seconds of the round
 * @param mergeSeconds of these, those of merging
 * @param slowestSeconds the time that the slowest replica took, its rows' way included
 * @param fastestSeconds the time that the fastest took
 * @param bytesMoved bytes of rows to replicas and back
 * @param changedRows rows that at least one replica changed
 * @param divergence how far replicas went apart: one less the mean cosine of their changes to a row; NaN when none was
 *     changed by two
 * @param rate the mean learning rate
 * @param loss mean loss per pair; NaN when the round was too short for a sample
 */
public record RoundSummary(
        int round,
        long words,
        double seconds,
        double mergeSeconds,
        double slowestSeconds,
        double fastestSeconds,
        long bytesMoved,
        long changedRows,
        double divergence,
        double rate,
        double loss)
        implements Serializable {

    static RoundSummary of(int round, ReplicaEngine.Outcome outcome) {
        RoundReport report = outcome.report();
        return new RoundSummary(
                round,
                report.words(),
                outcome.seconds(),
                outcome.mergeSeconds(),
                report.slowestSeconds(),
                report.fastestSeconds(),
                report.bytesMoved(),
                outcome.statistics().rows(),
                outcome.statistics().divergence(),
                report.rate(),
                report.loss());
    }

    /** What of it is shown as metrics. */
    Map<RunFigure, Double> figures() {
        return Map.of(
                RunFigure.ROUNDS, (double) round,
                RunFigure.ROUND_SECONDS, seconds,
                RunFigure.MERGE_SECONDS, mergeSeconds,
                RunFigure.DIVERGENCE, divergence);
    }

    /** For the progress line. */
    String shortly() {
        return String.format(Locale.ROOT, "merge %.0f %%", 100 * mergeSeconds / seconds);
    }
}
