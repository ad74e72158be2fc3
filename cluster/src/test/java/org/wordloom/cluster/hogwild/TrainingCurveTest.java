package org.wordloom.cluster.hogwild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.cluster.output.TrainingSummary.Sample;

class TrainingCurveTest {
    @Test
    void keepsAllOfAShortRun() {
        TrainingCurve curve = new TrainingCurve();
        for (int i = 1; i <= 100; i++) {
            curve.add(new Sample(i, 10L * i, 0.1, i));
        }
        assertThat(curve.samples()).hasSize(100).last().isEqualTo(new Sample(100, 1000, 0.1, 100));
    }

    @Test
    void thinsALongRunToEvenDistancesAndKeepsTheMeanLoss() {
        TrainingCurve curve = new TrainingCurve();
        int updates = 1 << 14;
        for (int i = 0; i < updates; i++) {
            curve.add(new Sample(i, i, 0.1, i % 2));
        }
        List<Sample> samples = curve.samples();
        assertThat(samples).hasSizeBetween(100, 400).allMatch(sample -> Math.abs(sample.loss() - 0.5) < 1e-9);
        double distance = samples.get(1).seconds() - samples.get(0).seconds();
        for (int i = 1; i < samples.size(); i++) {
            assertThat(samples.get(i).seconds() - samples.get(i - 1).seconds()).isEqualTo(distance);
        }
    }

    @Test
    void updatesWithoutALossLeaveTheMeanAlone() {
        TrainingCurve curve = new TrainingCurve();
        for (int i = 0; i < 1000; i++) {
            curve.add(new Sample(i, i, 0.1, i % 3 == 0 ? 2 : Double.NaN));
        }
        assertThat(curve.samples())
                .filteredOn(s -> !Double.isNaN(s.loss()))
                .hasSizeGreaterThan(100)
                .allMatch(s -> s.loss() == 2);
    }
}
