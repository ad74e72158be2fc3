package org.wordloom.cluster.replicas;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.cluster.replicas.ReplicaReport.CurvatureSums;
import org.wordloom.cluster.spark.TaskOutcome;
import org.wordloom.merge.Curvature;
import org.wordloom.merge.CurvatureSpectrum;

/**
 * What all replicas reported of a round; small, whatever the number of replicas.
 *
 * @param replicas in the order of their numbers, without their curvatures
 * @param input curvature of all replicas' input rows together, taken apart; null for rules that do not use it
 * @param output of the output rows
 * @param spectrumSeconds wall seconds that taking them apart took
 */
record RoundReport(
        ArrayList<ReplicaReport> replicas, CurvatureSpectrum input, CurvatureSpectrum output, double spectrumSeconds)
        implements Serializable {

    /**
     * Adds up reports, with one of them in memory: each has two matrices of d·d values. A failure of a replica, or of
     * several, becomes that of the first of them.
     *
     * @param outcomes of all replicas, in the order of their numbers
     */
    static TaskOutcome<RoundReport> of(Iterator<TaskOutcome<ReplicaReport>> outcomes) throws InterruptedException {
        return TaskOutcome.of(() -> sum(outcomes));
    }

    private static RoundReport sum(Iterator<TaskOutcome<ReplicaReport>> outcomes) {
        Curvature input = null;
        Curvature output = null;
        ArrayList<ReplicaReport> lean = new ArrayList<>();
        while (outcomes.hasNext()) {
            ReplicaReport report = outcomes.next().get();
            input = sum(input, report.input());
            output = sum(output, report.output());
            lean.add(report.withoutCurvature());
        }
        // Here and not where rows are merged: every merging task would find the same ones.
        long start = System.nanoTime();
        CurvatureSpectrum inputSpectrum = spectrum(input);
        CurvatureSpectrum outputSpectrum = spectrum(output);
        return new RoundReport(lean, inputSpectrum, outputSpectrum, (System.nanoTime() - start) * 1e-9);
    }

    private static CurvatureSpectrum spectrum(Curvature sum) {
        return sum == null ? null : CurvatureSpectrum.of(sum);
    }

    /** Adds to the sum, which is null before the first. */
    private static Curvature sum(Curvature sum, CurvatureSums more) {
        if (sum == null || more == null) {
            return more == null ? sum : more.curvature();
        }
        sum.add(more.curvature());
        return sum;
    }

    /** What checkpoints keep of the round. */
    LossSum outcome() {
        Set<String> kernels = replicas.stream().map(ReplicaReport::kernel).collect(Collectors.toSet());
        boolean sampled = Double.isFinite(loss());
        return sampled ? new LossSum(words(), loss() * words(), kernels) : new LossSum(0, 0, kernels);
    }

    long words() {
        return replicas.stream().mapToLong(ReplicaReport::words).sum();
    }

    double rate() {
        return replicas.stream().mapToDouble(ReplicaReport::rate).average().orElse(Double.NaN);
    }

    /** Mean loss per pair; NaN when the round was too short for a sample. */
    double loss() {
        double sum = replicas.stream().mapToDouble(ReplicaReport::lossSum).sum();
        return sum / replicas.stream().mapToDouble(ReplicaReport::lossPairs).sum();
    }

    /** The time that the slowest replica took, its rows' way included. */
    double slowestSeconds() {
        return seconds().max().orElse(0);
    }

    double fastestSeconds() {
        return seconds().min().orElse(0);
    }

    private DoubleStream seconds() {
        return replicas.stream().mapToDouble(report -> report.fetchSeconds() + report.trainSeconds());
    }

    /** Bytes of rows to replicas and back. */
    long bytesMoved() {
        return replicas.stream()
                .mapToLong(report -> report.fetchedBytes() + report.sentBytes())
                .sum();
    }
}
