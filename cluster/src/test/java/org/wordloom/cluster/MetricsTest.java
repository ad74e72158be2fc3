package org.wordloom.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Progress as a monitoring system sees it. The driver needs a JVM of its own: its web page is off in other tests. */
@Tag("cluster")
class MetricsTest {
    @TempDir
    private Path folder;

    @Test
    void thePrometheusServletShowsProgressWhileAStageRuns() throws IOException, InterruptedException {
        Map<String, String> gauges = new ClusterJvm(folder).run(MetricsProgram.class, "local[2]");
        assertThat(gauges).containsEntry("done", "900").containsEntry("percent", "90.0");
        assertThat(Double.parseDouble(gauges.get("unitspersecond"))).isPositive();
        assertThat(gauges).containsEntry("bytesmoved", "12345.0").containsEntry("mergeseconds", "0.0");
        assertThat(gauges).containsKeys("rate", "loss", "divergence", "strata", "rounds", "checkpointseconds");
        assertThat(gauges).containsEntry("sourcedriverdone", "900.0").containsKey("sourcedriverunitspersecond");
    }
}
