package org.wordloom.cluster.strata;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.progress.ProgressMessage;
import org.wordloom.cluster.progress.RunFigure;

/** Follows a run: adds up what visits did, tells the progress, keeps samples for the report. */
final class StrataMonitor {
    private static final String SOURCE = "strata";
    private static final int MAX_SAMPLES = 400;

    private final String progressKey;
    private final StrataHistory history;
    private final long start = System.nanoTime();
    /** Entries of the runs that this one continues. */
    private final long before;

    private List<StrataResult.Sample> samples = new ArrayList<>();
    private LossSum sinceSample = LossSum.NONE;
    /** How many reports make a sample; doubles whenever the list is full. */
    private int stride = 1;

    private int reports;
    private long entries;
    private double loss = Double.NaN;

    /** @param history of the run so far: what it continues, if anything */
    StrataMonitor(String progressKey, StrataHistory history) {
        this.progressKey = progressKey;
        this.history = history;
        this.before = history.entries();
    }

    /** Called by any thread when a visit has ended. */
    void visited(long stratum, int rowBlock, LossSum outcome) {
        history.add(stratum, rowBlock, outcome);
    }

    /** Reports the state of things; called by one thread, a few times a second. */
    void report() {
        LossSum latest = history.takeLatest();
        if (latest.examples() == 0) {
            return;
        }
        entries += latest.examples();
        loss = latest.loss() / latest.examples();
        ProgressBoard.instance().report(new ProgressMessage(progressKey, SOURCE, before + entries, Double.NaN, loss));
        ProgressBoard.instance().measured(RunFigure.STRATA, history.strata());
        sinceSample = sinceSample.plus(latest);
        if (++reports % stride == 0) {
            addSample();
        }
    }

    /** Entries of this run. */
    long entries() {
        return entries;
    }

    double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }

    List<StrataResult.Sample> samples() {
        return List.copyOf(samples);
    }

    private void addSample() {
        samples.add(new StrataResult.Sample(seconds(), entries, sinceSample.loss() / sinceSample.examples()));
        sinceSample = LossSum.NONE;
        if (samples.size() == MAX_SAMPLES) {
            samples = halved(samples);
            stride *= 2;
        }
    }

    /** Two neighbours become one, whose loss is that of both. */
    private static List<StrataResult.Sample> halved(List<StrataResult.Sample> samples) {
        List<StrataResult.Sample> half = new ArrayList<>();
        long before = 0;
        for (int i = 1; i < samples.size(); i += 2) {
            StrataResult.Sample a = samples.get(i - 1);
            StrataResult.Sample b = samples.get(i);
            double sum = a.loss() * (a.entries() - before) + b.loss() * (b.entries() - a.entries());
            half.add(new StrataResult.Sample(b.seconds(), b.entries(), sum / (b.entries() - before)));
            before = b.entries();
        }
        return half;
    }
}
