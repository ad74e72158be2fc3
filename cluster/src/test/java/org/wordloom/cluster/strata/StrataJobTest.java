package org.wordloom.cluster.strata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Progress;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.Heard;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.checkpoint.Checkpoint;
import org.wordloom.cluster.checkpoint.CheckpointFolder;
import org.wordloom.cluster.checkpoint.CheckpointUnit;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.progress.RunFigure;
import org.wordloom.cluster.storage.Storage;

@ExtendWith(LocalSpark.class)
class StrataJobTest {
    private static final StrataPlan PLAN = StrataPlan.of(3, 9).withThreads(2, true);
    private static final Map<String, String> OPTIONS = Map.of("--dim", "10", "vocabulary", "abc");
    private static final StrataPlan EVERY_STRATUM = PLAN.withCheckpoints(Duration.ZERO, false, OPTIONS);
    private static final StrataPlan RESUME = PLAN.withCheckpoints(Duration.ZERO, true, OPTIONS);

    private final List<String> notes = new ArrayList<>();
    private String scheme = "";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1,1", "1,3", "2,1", "2,2", "5,1", "5,2", "5,3", "5,7"})
    void threadsGiveTheBitsOfOneVisitAfterTheOther(int blocks, int threads, JavaSparkContext spark) throws Exception {
        ToyModel model = ToyModel.of(blocks);
        StrataResult<float[]> result = run(spark, model, PLAN.withThreads(threads, true), true);
        assertReference(model, result);
        assertThat(result.inMemory()).isTrue();
        assertThat(result.threads()).isEqualTo(Math.min(blocks, threads));
        assertThat(result.entries()).isEqualTo(3L * blocks * blocks * 40);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 7})
    void sparkStagesGiveTheSameBits(int blocks, JavaSparkContext spark) throws Exception {
        ToyModel model = ToyModel.of(blocks);
        StrataResult<float[]> result = run(spark, model, PLAN, false);
        assertReference(model, result);
        assertThat(result.inMemory()).isFalse();
        assertThat(result.bytesMoved()).isPositive();
        assertThat(result.cycles()).isEqualTo(run(spark, model, PLAN, true).cycles());
    }

    @Test
    void columnBlocksAreShuffledAndRowBlocksAreNot(JavaSparkContext spark) throws Exception {
        ToyModel model = new ToyModel(3, 20_000, ToyModel.NONE);
        AtomicLong shuffled = new AtomicLong();
        SparkListener listener = new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                shuffled.addAndGet(end.taskMetrics().shuffleWriteMetrics().bytesWritten());
            }
        };
        spark.sc().addSparkListener(listener);
        run(spark, model, PLAN, false);
        spark.sc().listenerBus().waitUntilEmpty();
        spark.sc().removeSparkListener(listener);
        long columns = 3 * model.bytes(Side.OUTPUT, 0);
        // Nine strata, the first of which makes its blocks where it runs.
        assertThat(shuffled.get()).isBetween(8 * columns, (long) (8.5 * columns));
    }

    @ParameterizedTest
    @CsvSource({"true,0,0", "true,0,3", "true,1,2", "true,2,4", "false,1,1", "false,2,4"})
    void aRunThatFailedIsContinuedToTheSameBits(boolean inMemory, int cycle, int row, JavaSparkContext spark)
            throws Exception {
        ToyModel model = ToyModel.of(5);
        ToyModel failing = model.with(visit -> fail(visit, cycle, row));
        assertThatThrownBy(() -> run(spark, failing, EVERY_STRATUM, inMemory)).hasMessageContaining("power is out");
        Heard<StrataResult<float[]>> heard = Heard.during(() -> run(spark, model, RESUME, inMemory));
        StrataResult<float[]> resumed = heard.result();
        assertReference(model, resumed);
        assertGoesOn(heard.progress(), resumed);
        assertThat(ProgressBoard.instance().figure(RunFigure.STRATA)).isEqualTo(15);
        assertThat(resumed.resumedAt()).isGreaterThanOrEqualTo(cycle == 0 ? 0 : 5L * cycle);
        assertThat(resumed.entries()).isEqualTo((15 - resumed.resumedAt()) * 5 * 40);
        assertThat(resumed.cycles()).isEqualTo(run(spark, model, PLAN, true).cycles());
    }

    /** After the first snapshot, of a stage that begins, all count what the checkpoint spared. */
    private static void assertGoesOn(List<Progress> heard, StrataResult<float[]> resumed) {
        long spared = resumed.resumedAt() * 5 * 40;
        assertThat(heard.subList(1, heard.size())).isNotEmpty().allSatisfy(progress -> {
            assertThat(progress.done()).isBetween(spared, progress.total());
            assertThat(progress.before()).isEqualTo(spared);
        });
        assertThat(heard).anyMatch(progress -> progress.done() == spared + resumed.entries());
        assertThat(heard).allMatch(progress -> progress.unit().equals("cells"));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,3", "1,2"})
    void aRunThatFailedLeavesNoBlocksBehind(int cycle, int row, JavaSparkContext spark) {
        ToyModel failing = ToyModel.of(5).with(visit -> fail(visit, cycle, row));
        assertThatThrownBy(() -> run(spark, failing, PLAN, false)).hasMessageContaining("power is out");
        assertThat(spark.getPersistentRDDs()).isEmpty();
    }

    @Test
    void theOtherEngineContinuesToo(JavaSparkContext spark) throws Exception {
        ToyModel model = ToyModel.of(3);
        ToyModel failing = model.with(visit -> fail(visit, 1, 1));
        assertThatThrownBy(() -> run(spark, failing, EVERY_STRATUM, true)).hasMessageContaining("power is out");
        assertReference(model, run(spark, model, RESUME, false));
    }

    @Test
    void onlyTheLastCheckpointsAreKept(JavaSparkContext spark) throws Exception {
        run(spark, ToyModel.of(3), EVERY_STRATUM, true);
        assertThat(checkpoints())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("stratum-000000000007", "stratum-000000000008");
    }

    @Test
    void otherOptionsAreRefusedWithTheirDifferences(JavaSparkContext spark) throws Exception {
        run(spark, ToyModel.of(3), EVERY_STRATUM, true);
        StrataPlan other = PLAN.withCheckpoints(Duration.ZERO, true, Map.of("--dim", "20", "vocabulary", "abc"));
        assertError(
                () -> run(spark, ToyModel.of(3), other, true),
                ExitCode.USAGE,
                "--dim was 10 and is now 20",
                "without --resume");
    }

    @Test
    void aDamagedCheckpointIsPassedOverForTheOneBefore(JavaSparkContext spark) throws Exception {
        ToyModel model = ToyModel.of(3);
        run(spark, model, EVERY_STRATUM, true);
        damageBlock(checkpoints().get(1));
        StrataResult<float[]> resumed = run(spark, model, RESUME, true);
        assertReference(model, resumed);
        assertThat(resumed.resumedAt()).isEqualTo(7);
        assertThat(resumed.kernel()).isEqualTo("toy");
        assertThat(notes).anyMatch(note -> note.contains("cannot be used") && note.contains("columns-00001"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCheckpointThatCannotBeReadIsPassedOverToo(boolean inMemory, JavaSparkContext spark) throws Exception {
        ToyModel model = ToyModel.of(3);
        useCheckingFiles(spark);
        run(spark, model, EVERY_STRATUM, true);
        makeUnreadable(checkpoints().get(1));
        StrataResult<float[]> resumed = run(spark, model, RESUME, inMemory);
        assertReference(model, resumed);
        assertThat(resumed.resumedAt()).isEqualTo(7);
        assertThat(notes).anyMatch(note -> note.contains("cannot be used") && note.contains("cannot read"));
    }

    @Test
    void checkpointsThatCannotBeReadNowMayBeLater(JavaSparkContext spark) throws Exception {
        useCheckingFiles(spark);
        run(spark, ToyModel.of(3), EVERY_STRATUM, true);
        damageBlock(checkpoints().get(0));
        makeUnreadable(checkpoints().get(1));
        assertError(
                () -> run(spark, ToyModel.of(3), RESUME, true),
                ExitCode.INPUT,
                "run again when they can be read",
                "without --resume");
    }

    private void useCheckingFiles(JavaSparkContext spark) {
        spark.hadoopConfiguration()
                .setClass("fs." + CheckingFileSystem.SCHEME + ".impl", CheckingFileSystem.class, FileSystem.class);
        scheme = CheckingFileSystem.SCHEME + ":";
    }

    private static void makeUnreadable(Path checkpoint) throws IOException {
        Files.createFile(checkpoint.resolve("columns-00001.0.block" + CheckingFileSystem.DAMAGE));
    }

    @Test
    void anUnfinishedCheckpointIsPassedOver(JavaSparkContext spark) throws Exception {
        ToyModel model = ToyModel.of(3);
        run(spark, model, EVERY_STRATUM, true);
        Files.delete(checkpoints().get(1).resolve("MANIFEST"));
        StrataResult<float[]> resumed = run(spark, model, RESUME, true);
        assertReference(model, resumed);
        assertThat(resumed.resumedAt()).isEqualTo(7);
        assertThat(resumed.kernel()).isEqualTo("toy");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void damagedCheckpointsAloneAreRefused(boolean inMemory, JavaSparkContext spark) throws Exception {
        run(spark, ToyModel.of(3), EVERY_STRATUM, true);
        for (Path checkpoint : checkpoints()) {
            damageBlock(checkpoint);
        }
        assertError(
                () -> run(spark, ToyModel.of(3), RESUME, inMemory), ExitCode.FORMAT, "is damaged", "without --resume");
    }

    @Test
    void withoutResumeTrainingBeginsAtTheStart(JavaSparkContext spark) throws Exception {
        run(spark, ToyModel.of(3), EVERY_STRATUM, true);
        StrataResult<float[]> anew = run(spark, ToyModel.of(3), PLAN, true);
        assertThat(anew.resumedAt()).isZero();
        assertThat(checkpoints()).isEmpty();
        assertThat(notes).singleElement().asString().contains("--resume would have continued");
    }

    @Test
    void threadsThatTasksOfSparkDoNotHaveAreSaid(JavaSparkContext spark) {
        new StrataJob<>(spark, ToyModel.of(2), PLAN.withThreads(0, false)).tellOfThreads(false, notes::add);
        new StrataJob<>(spark, ToyModel.of(2), PLAN.withThreads(2, false)).tellOfThreads(false, notes::add);
        new StrataJob<>(spark, ToyModel.of(2), PLAN.withThreads(7, false)).tellOfThreads(true, notes::add);
        assertThat(notes).isEmpty();
        new StrataJob<>(spark, ToyModel.of(2), PLAN.withThreads(7, false)).tellOfThreads(false, notes::add);
        assertThat(notes).singleElement().asString().contains("--threads 7 has no effect");
    }

    @Test
    void nothingToResumeIsSaid(JavaSparkContext spark) throws Exception {
        assertReference(ToyModel.of(2), run(spark, ToyModel.of(2), RESUME, true));
        assertThat(notes).singleElement().asString().contains("there is no checkpoint");
    }

    @Test
    void checkpointsOfAnotherScheduleAreRefused(JavaSparkContext spark) throws Exception {
        commitRound(spark);
        assertError(
                () -> run(spark, ToyModel.of(2), RESUME, true),
                ExitCode.USAGE,
                "--schedule hogwild",
                "without --resume");
        assertThat(checkpoints()).hasSize(1);
        run(spark, ToyModel.of(2), PLAN, true);
        assertThat(notes).singleElement().asString().contains("--resume would have continued");
        assertThat(checkpoints()).isEmpty();
    }

    private void commitRound(JavaSparkContext spark) {
        CheckpointFolder rounds = checkpoints(spark, CheckpointUnit.STEP);
        rounds.commit(rounds.begin(), new Checkpoint(1, new TreeMap<>(OPTIONS), List.of(), List.of(), List.of()));
    }

    @Test
    void aFailureOfAThreadStopsTheRun(JavaSparkContext spark) {
        ToyModel failing = ToyModel.of(5).with(visit -> {
            throw new StackOverflowError("deep");
        });
        assertError(() -> run(spark, failing, PLAN, true), ExitCode.TRAINING, "StackOverflowError");
    }

    @Test
    void blocksThatDoNotFitAreRefusedWithTheArithmetic() {
        StrataMemory memory = new StrataMemory(80L << 30, 10L << 30, 1 << 20, 0, 4);
        assertError(() -> memory.requireHeap(1L << 30, 2), ExitCode.ENVIRONMENT, "10,240 MB", "--blocks");
        StrataMemory fits = new StrataMemory(80L << 20, 10L << 20, 1 << 20, 5 << 20, 4);
        fits.requireHeap(1L << 30, 2);
        assertThat(fits.inOneJvm(7)).isEqualTo((80L << 20) + (5L << 20) + (4L << 20));
        StrataMemory shared = new StrataMemory(80L << 20, 10L << 20, 1 << 20, 700 << 20, 4);
        assertError(() -> shared.requireHeap(1L << 30, 2), ExitCode.ENVIRONMENT, "700 MB of them", "822 MB");
    }

    private static void fail(BlockVisit visit, int cycle, int row) {
        if (visit.cycle() == cycle && visit.rowBlock() == row) {
            throw new WordloomException(ExitCode.TRAINING, "power is out");
        }
    }

    private StrataResult<float[]> run(JavaSparkContext spark, ToyModel model, StrataPlan plan, boolean inMemory) {
        long entries = 40L * model.blocks() * model.blocks();
        return new StrataJob<>(spark, model, plan)
                .run(entries, checkpoints(spark, CheckpointUnit.STRATUM), notes::add, inMemory);
    }

    private CheckpointFolder checkpoints(JavaSparkContext spark, CheckpointUnit unit) {
        return new CheckpointFolder(
                new Storage(spark.hadoopConfiguration()), scheme + folder.resolve("checkpoints"), unit);
    }

    private static void assertReference(ToyModel model, StrataResult<float[]> result) throws Exception {
        assertThat(ToyModel.blocks(model, result.blocks())).isDeepEqualTo(ToyModel.reference(model, PLAN));
    }

    private List<Path> checkpoints() throws IOException {
        try (Stream<Path> paths = Files.list(folder.resolve("checkpoints"))) {
            return paths.sorted().toList();
        }
    }

    private static void damageBlock(Path checkpoint) throws IOException {
        Path block = checkpoint.resolve("columns-00001.0.block");
        byte[] bytes = Files.readAllBytes(block);
        bytes[bytes.length / 2] ^= 1;
        Files.write(block, bytes);
    }

    private static void assertError(ThrowingCallable call, ExitCode code, String... parts) {
        assertThatThrownBy(call).isInstanceOfSatisfying(WordloomException.class, e -> {
            assertThat(e.getMessage()).contains(parts).doesNotContain("\n");
            assertThat(e.exitCode()).isEqualTo(code);
        });
    }
}
