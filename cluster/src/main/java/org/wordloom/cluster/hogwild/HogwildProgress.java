package org.wordloom.cluster.hogwild;

import org.wordloom.base.Progress;
import org.wordloom.cluster.output.TrainingSummary;
import org.wordloom.cluster.progress.ExecutorProgress;
import org.wordloom.cluster.progress.ProgressMessage;

/** Hands a trainer's progress to the driver and to the curve of the report. */
final class HogwildProgress implements Progress.Listener {
    private final String key;
    private final String replica;
    private final TrainingCurve curve;

    HogwildProgress(String key, String replica, TrainingCurve curve) {
        this.key = key;
        this.replica = replica;
        this.curve = curve;
    }

    @Override
    public void update(Progress progress) {
        ExecutorProgress.instance()
                .set(new ProgressMessage(key, replica, progress.done(), progress.rate(), progress.loss()));
        curve.add(new TrainingSummary.Sample(progress.seconds(), progress.done(), progress.rate(), progress.loss()));
    }
}
