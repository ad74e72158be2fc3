package org.wordloom.cluster.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.replicas.ReplicaReport.CurvatureSums;
import org.wordloom.cluster.spark.TaskOutcome;

class RoundReportTest {
    private static final int COLUMNS = 1024;

    /** Together their curvatures are more than this heap. */
    @Test
    void reportsOfWideVectorsAreAddedUpOneAtATime() throws InterruptedException {
        int replicas = (int) (Runtime.getRuntime().maxMemory() / (2L * Double.BYTES * COLUMNS * COLUMNS)) + 20;
        Iterator<TaskOutcome<ReplicaReport>> reports = IntStream.range(0, replicas)
                .mapToObj(replica -> TaskOutcome.success(report(replica, curvature(), curvature())))
                .iterator();
        RoundReport sum = RoundReport.of(reports).get();
        assertThat(sum.replicas()).hasSize(replicas).allMatch(report -> report.input() == null);
        assertThat(sum.words()).isEqualTo(10L * replicas);
        assertThat(sum.input().updates()).isEqualTo(3.0 * replicas);
        assertThat(Arrays.stream(sum.output().values())).containsOnly((double) replicas);
    }

    @Test
    void theFirstFailureIsTold() {
        Iterator<TaskOutcome<ReplicaReport>> reports = Arrays.asList(
                        TaskOutcome.success(report(0, null, null)),
                        TaskOutcome.<ReplicaReport>failure(new WordloomException(ExitCode.TRAINING, "replica 1")),
                        TaskOutcome.<ReplicaReport>failure(new WordloomException(ExitCode.TRAINING, "replica 2")))
                .iterator();
        assertThatThrownBy(() -> RoundReport.of(reports).get()).hasMessage("replica 1");
    }

    /** A diagonal, which takes no time to take apart. */
    private static CurvatureSums curvature() {
        double[] sums = new double[COLUMNS * COLUMNS];
        for (int k = 0; k < COLUMNS; k++) {
            sums[k * COLUMNS + k] = 1;
        }
        return new CurvatureSums(COLUMNS, sums, 3);
    }

    private static ReplicaReport report(int replica, CurvatureSums input, CurvatureSums output) {
        return new ReplicaReport(replica, "simd", 1, 1, 1, 10, 1, 1, 0.1, 5, 5, 5, 5, input, output);
    }
}
