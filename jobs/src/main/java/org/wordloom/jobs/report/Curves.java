package org.wordloom.jobs.report;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.cluster.output.TrainingSummary.Sample;

/** Samples of training as points of curves. */
final class Curves {
    private Curves() {}

    /** Mean loss per pair over seconds; NaN for moments without a loss. */
    static List<double[]> loss(List<Sample> samples) {
        return samples.stream()
                .map(sample -> new double[] {sample.seconds(), sample.loss()})
                .toList();
    }

    /** Words per second between neighbouring samples, over seconds. */
    static List<double[]> throughput(List<Sample> samples) {
        List<double[]> points = new ArrayList<>();
        for (int i = 1; i < samples.size(); i++) {
            Sample before = samples.get(i - 1);
            Sample now = samples.get(i);
            double seconds = now.seconds() - before.seconds();
            if (seconds > 0) {
                points.add(new double[] {now.seconds(), (now.words() - before.words()) / seconds});
            }
        }
        return points;
    }
}
