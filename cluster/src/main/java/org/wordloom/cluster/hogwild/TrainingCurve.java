package org.wordloom.cluster.hogwild;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.cluster.output.TrainingSummary.Sample;

/** Keeps samples of a run at even distances, at most a few hundred however long it runs. */
public final class TrainingCurve {
    private static final int MAX_SAMPLES = 400;

    private List<Sample> samples = new ArrayList<>();
    private double lossSum;
    private int losses;
    private int pending;
    /** How many updates make a sample; doubles whenever the list is full. */
    private int stride = 1;

    public synchronized void add(Sample update) {
        if (!Double.isNaN(update.loss())) {
            lossSum += update.loss();
            losses++;
        }
        pending++;
        if (pending < stride) {
            return;
        }
        double loss = losses == 0 ? Double.NaN : lossSum / losses;
        samples.add(new Sample(update.seconds(), update.words(), update.rate(), loss));
        lossSum = 0;
        losses = 0;
        pending = 0;
        if (samples.size() == MAX_SAMPLES) {
            thin();
        }
    }

    public synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }

    private void thin() {
        List<Sample> half = new ArrayList<>();
        for (int i = 1; i < samples.size(); i += 2) {
            Sample a = samples.get(i - 1);
            Sample b = samples.get(i);
            half.add(new Sample(b.seconds(), b.words(), b.rate(), mean(a.loss(), b.loss())));
        }
        samples = half;
        stride *= 2;
    }

    private static double mean(double a, double b) {
        if (Double.isNaN(a)) {
            return b;
        }
        return Double.isNaN(b) ? a : (a + b) / 2;
    }
}
