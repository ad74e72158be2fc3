package org.wordloom.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Progress;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.Heard;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.progress.ProgressMessage;

/** What Spark says of a failed run becomes a line that says what to do, and nothing is heard of the run after it. */
class SparkRunTest {
    private static final String ABORTED =
            "Job aborted due to stage failure: Task 3 in stage 1.0 failed 4 times, most recent"
                    + " failure: Lost task 3.3 in stage 1.0 (TID 9) (10.0.0.1 executor 7): ";

    @Test
    void executorsWithoutMemoryAreAnEnvironmentError() {
        WordloomException told = unwrap("ExecutorLostFailure (executor 7 exited caused by one of the running tasks)"
                + " Reason: Command exited with code 52\nDriver stacktrace:");
        assertThat(told.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(told.getMessage())
                .startsWith("executors ran out of memory")
                .contains("--executor-memory", "--resume")
                .doesNotContain("\n");
    }

    @Test
    void aTaskWithoutMemoryIsAnEnvironmentError() {
        WordloomException told = unwrap("java.lang.OutOfMemoryError: Java heap space\n\tat org.wordloom");
        assertThat(told.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(told.getMessage()).startsWith("executors ran out of memory").contains("--executor-memory");
    }

    @Test
    void onALocalMasterItIsTheDriversMemory() {
        WordloomException told = SparkRun.unwrap(
                new SparkException(ABORTED + "java.lang.OutOfMemoryError", new OutOfMemoryError("Java heap space")));
        assertThat(told.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(told.getMessage()).contains("Java heap space", "--driver-memory");
    }

    @Test
    void aStageWhoseInputWasLostTooOftenIsAnEnvironmentError() {
        WordloomException told =
                unwrap("ShuffleMapStage 6 (x) has failed the maximum allowable number of times: 4. Most"
                        + " recent failure reason: MetadataFetchFailedException");
        assertThat(told.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(told.getMessage())
                .startsWith("executors were lost again and again")
                .contains("--resume");
    }

    @Test
    void executorsThatWereKilledAreAnEnvironmentError() {
        WordloomException told = unwrap("ExecutorLostFailure (executor 7 exited) Reason: Container killed by YARN");
        assertThat(told.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(told.getMessage()).startsWith("executors were lost").contains("memoryOverhead");
    }

    @Test
    void aDiskThatIsFullOrFailsIsAnOutputError() {
        for (String said : List.of(
                "No space left on device",
                "Disk quota exceeded",
                "Input/output error",
                "/tmp/blockmgr-3affe19c/0c/temp_shuffle_a (Read-only file system)")) {
            WordloomException told = SparkRun.unwrap(new SparkException(ABORTED, new IOException(said)));
            assertThat(told.exitCode()).as(said).isEqualTo(ExitCode.OUTPUT);
            assertThat(told.getMessage())
                    .startsWith("a disk for temporary files")
                    .contains("spark.local.dir", "--resume");
        }
    }

    @Test
    void aScratchFolderThatWasRemovedIsAnEnvironmentError() {
        IOException missing =
                new FileNotFoundException("/tmp/blockmgr-3affe19c/0c/temp_shuffle_a (No such file or directory)");
        WordloomException told = SparkRun.unwrap(new SparkException(ABORTED + missing, missing));
        assertThat(told.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(told.getMessage()).contains("temporary files (/tmp/blockmgr-3affe19c", "spark.local.dir");
    }

    @Test
    void anApplicationThatWasEndedFromOutsideIsAnEnvironmentError() {
        for (String said : List.of(
                "Cannot call methods on a stopped SparkContext.\nThis stopped SparkContext was created at:",
                "Job 5 cancelled because SparkContext was shut down",
                "Job aborted due to stage failure: Master removed our application: KILLED")) {
            WordloomException told = SparkRun.unwrap(new IllegalStateException(said));
            assertThat(told.exitCode()).as(said).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(told.getMessage())
                    .startsWith("Spark was stopped")
                    .contains("--resume")
                    .doesNotContain("\n");
        }
    }

    @Test
    void whatSparkSaysOutsideOfAnyStageIsToldAsWithinOne() {
        assertThat(SparkRun.ofSpark(new IllegalStateException("Job 5 cancelled because SparkContext was shut down")))
                .map(WordloomException::exitCode)
                .contains(ExitCode.ENVIRONMENT);
        assertThat(SparkRun.ofSpark(new IllegalStateException(
                        new SparkException(ABORTED + "ExecutorLostFailure (executor 7 exited) Reason: x"))))
                .map(WordloomException::exitCode)
                .contains(ExitCode.ENVIRONMENT);
        assertThat(SparkRun.ofSpark(new IllegalStateException("x"))).isEmpty();
        assertThat(SparkRun.ofSpark(new OutOfMemoryError("Java heap space"))).isEmpty();
    }

    /** What tasks say to the driver may grow with the vocabulary and with the number of files. */
    @Test
    void moreThanTheDriverTakesIsAnEnvironmentError() {
        WordloomException told =
                unwrap("Job aborted due to stage failure: Total size of serialized results of 812 tasks"
                        + " (1025.2 MiB) is bigger than spark.driver.maxResultSize (1024.0 MiB)");
        assertThat(told.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(told.getMessage()).contains("(1025.2 MiB)", "--conf spark.driver.maxResultSize", "--driver-memory");
    }

    @Test
    void aTaskThatIsTooLargeIsAnEnvironmentError() {
        WordloomException told =
                unwrap("Job aborted due to stage failure: Serialized task 3:0 was 140000000 bytes, which"
                        + " exceeds max allowed: spark.rpc.message.maxSize (134217728 bytes). Consider increasing"
                        + " spark.rpc.message.maxSize or using broadcast variables for large values.");
        assertThat(told.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(told.getMessage()).contains("140000000 bytes", "--conf spark.rpc.message.maxSize");
    }

    @Test
    void unknownFailuresAreInternal() {
        assertThat(unwrap("no idea").exitCode()).isEqualTo(ExitCode.INTERNAL);
    }

    @Test
    void lateReportsOfAStageThatFailedAreIgnored() throws Exception {
        assertLateReportsAreIgnored(key -> {
            throw new IOException("power is out");
        });
    }

    @Test
    void lateReportsOfAStageThatEndedWithAnErrorAreIgnored() throws Exception {
        assertLateReportsAreIgnored(key -> {
            throw new StackOverflowError("power is out");
        });
    }

    private static void assertLateReportsAreIgnored(SparkRun.Stage<String> failing) throws Exception {
        ProgressBoard board = ProgressBoard.instance();
        AtomicReference<String> begun = new AtomicReference<>();
        Heard<Void> heard = Heard.during(() -> {
            assertThatThrownBy(() -> SparkRun.stage("work", 10, "units", key -> {
                        begun.set(key);
                        board.report(done(key, 3));
                        return failing.run(key);
                    }))
                    .hasMessageContaining("power is out");
            board.report(done(begun.get(), 7));
            return null;
        });
        assertThat(heard.progress()).extracting(Progress::done).containsExactly(0L, 3L);
        assertThat(board.latest().done()).isEqualTo(3);
    }

    private static ProgressMessage done(String key, long units) {
        return new ProgressMessage(key, "driver", units, Double.NaN, Double.NaN);
    }

    private static WordloomException unwrap(String message) {
        return SparkRun.unwrap(new SparkException(ABORTED + message));
    }
}
