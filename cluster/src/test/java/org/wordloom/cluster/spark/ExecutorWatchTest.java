package org.wordloom.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.TaskInfo;
import org.apache.spark.scheduler.TaskLocality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.cluster.ClusterJvm;
import org.wordloom.cluster.LocalSpark;

/** Whoever waits for executors that never come is told so, and why that may be. */
@Tag("cluster")
@ExtendWith(LocalSpark.class)
class ExecutorWatchTest {
    @TempDir
    private Path folder;

    @Test
    void executorsThatEndWhileTheyStart() throws IOException, InterruptedException {
        assertThat(heard("spark.executor.extraJavaOptions", "-javaagent:no-such.jar", 4, "failed"))
                .startsWith("failed ENVIRONMENT: no executor starts: ")
                .contains("were lost one after another before any took a task", "exited with code 1")
                .endsWith("spark.executor.extraJavaOptions that does not work?");
    }

    @Test
    void aClusterWithoutAWorkerThatIsLargeEnough() throws IOException, InterruptedException {
        assertThat(heard("spark.executor.cores", "7", 4, "work"))
                .startsWith("work has waited 4 seconds for an executor")
                .contains("1,024 MiB of memory and 7 cores: --executor-memory, spark.executor.cores");
    }

    @Test
    void executorsThatHadWorkedAreNotThoseThatDoNotStart() {
        ExecutorWatch.Losses losses = new ExecutorWatch.Losses();
        losses.onTaskStart(new SparkListenerTaskStart(
                0, 0, new TaskInfo(1, 0, 0, 0, "worked", "host", TaskLocality.ANY(), false)));
        losses.onExecutorRemoved(new SparkListenerExecutorRemoved(0, "worked", "machine taken back"));
        assertThat(losses.count()).isZero();
        losses.onExecutorRemoved(new SparkListenerExecutorRemoved(0, "never came", "exited with code 1"));
        assertThat(losses.count()).isEqualTo(1);
        assertThat(losses.last()).isEqualTo("exited with code 1");
    }

    @Test
    void nothingIsSaidOfExecutorsThatCome() throws IOException, InterruptedException {
        assertThat(heard("spark.executor.cores", "1", 120, "")).isEqualTo("done 3");
    }

    @Test
    void aLocalMasterHasNothingToWaitFor(JavaSparkContext spark) throws Exception {
        try (AutoCloseable watch = ExecutorWatch.start(spark, line -> {})) {
            assertThat(watch).isNotInstanceOf(ExecutorWatch.class);
        }
    }

    /** The first line that begins so. */
    private String heard(String setting, String value, int patience, String begin)
            throws IOException, InterruptedException {
        return new ClusterJvm(folder)
                .run(ExecutorWatchProgram.class, setting, value, Integer.toString(patience), begin)
                .get("heard");
    }
}
