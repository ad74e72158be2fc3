package org.wordloom.cluster.strata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.cluster.ClusterJvm;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.checkpoint.CheckpointFolder;
import org.wordloom.cluster.checkpoint.CheckpointUnit;
import org.wordloom.cluster.storage.Storage;

/** Drivers and executors in JVMs of their own, some of which die. */
@Tag("cluster")
@ExtendWith(LocalSpark.class)
class StrataClusterTest {
    private static final long PATIENCE_MILLIS = 120_000;

    @TempDir
    private Path folder;

    @Test
    void anyNumberOfExecutorsGivesTheBitsOfOneVisitAfterTheOther() throws Exception {
        Map<String, String> printed = run(
                "local-cluster[1,1,1024] none;local-cluster[2,1,1024] none;local-cluster[3,1,1024] none;local[2] none");
        for (char run = 'a'; run <= 'd'; run++) {
            assertThat(printed)
                    .containsEntry(run + "hash", hash(reference()))
                    .containsEntry(run + "entries", "4000")
                    .containsEntry(run + "cycles", printed.get("dcycles"));
        }
    }

    @Test
    void tasksThatFailAndExecutorsThatDieChangeNothing() throws Exception {
        Map<String, String> printed = run("local-cluster[2,1,1024] fail;local-cluster[2,1,1024] exit");
        assertThat(printed).containsEntry("ahash", hash(reference())).containsEntry("bhash", hash(reference()));
        assertThat(marks("a")).isEqualTo(45);
        assertThat(marks("b")).isEqualTo(1);
    }

    private Map<String, String> run(String runs) throws Exception {
        return new ClusterJvm(folder).run(StrataProgram.class, runs, folder.toString());
    }

    private long marks(String run) throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve(run))) {
            return left.filter(path -> path.getFileName().toString().contains("-"))
                    .count();
        }
    }

    /** A driver is killed with SIGKILL wherever it happens to be before the last cycle; another one goes on. */
    @ParameterizedTest
    @ValueSource(ints = {1, 11})
    void aKilledDriverIsContinuedToTheSameBits(int checkpoints, JavaSparkContext spark) throws Exception {
        Path kept = folder.resolve("a/kept");
        Process driver = new ClusterJvm(folder)
                .start(StrataProgram.class, folder.resolve("killed.log"), "local[1] wait", folder.toString());
        awaitStratum(kept, checkpoints, driver);
        driver.destroyForcibly().waitFor();
        CheckpointFolder folders =
                new CheckpointFolder(new Storage(spark.hadoopConfiguration()), kept.toString(), CheckpointUnit.STRATUM);
        List<String> notes = new ArrayList<>();
        StrataPlan resume = StrataProgram.PLAN.withCheckpoints(
                StrataProgram.PLAN.checkpointInterval(), true, StrataProgram.PLAN.identity());
        StrataResult<float[]> result =
                new StrataJob<>(spark, StrataProgram.MODEL, resume).run(1000, folders, notes::add, true);
        assertThat(result.resumedAt()).isGreaterThanOrEqualTo(checkpoints);
        assertThat(result.kernel()).isEqualTo("toy");
        assertThat(ToyModel.blocks(StrataProgram.MODEL, result.blocks())).isDeepEqualTo(reference());
        assertThat(notes).singleElement().asString().contains("continuing after stratum " + result.resumedAt());
    }

    @Test
    void theReferenceTellsOrdersApart() throws Exception {
        StrataPlan other = StrataPlan.of(4, 10);
        assertThat(hash(ToyModel.reference(StrataProgram.MODEL, other))).isNotEqualTo(hash(reference()));
    }

    private static void awaitStratum(Path checkpoints, int stratum, Process driver) throws Exception {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!reached(checkpoints, stratum)) {
            assertThat(driver.isAlive() && System.currentTimeMillis() < deadline)
                    .as("the driver gets to stratum " + stratum)
                    .isTrue();
            Thread.sleep(2);
        }
    }

    /** Whether a checkpoint of this stratum or a later one has its name, which it gets when it is whole. */
    private static boolean reached(Path checkpoints, int stratum) throws IOException {
        if (!Files.isDirectory(checkpoints)) {
            return false;
        }
        try (Stream<Path> kept = Files.list(checkpoints)) {
            return kept.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("stratum-"))
                    .anyMatch(name -> Long.parseLong(name.substring("stratum-".length())) >= stratum);
        }
    }

    private static float[][][] reference() throws IOException, InterruptedException {
        return ToyModel.reference(StrataProgram.MODEL, StrataProgram.PLAN);
    }

    private static String hash(float[][][] blocks) {
        return Integer.toString(Arrays.deepHashCode(blocks));
    }
}
