package org.wordloom.cluster.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.cluster.ClusterJvm;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.replicas.ReplicaTraining.EncodedText;
import org.wordloom.matrix.RowMatrix;

/** Drivers and executors in JVMs of their own, some of which die. */
@Tag("cluster")
@ExtendWith(LocalSpark.class)
class ReplicaClusterTest {
    private static final long PATIENCE_MILLIS = 120_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local-cluster[3,1,1024] none",
                "local-cluster[2,2,1024] kill",
                "standalone[1,1,1024] none",
            })
    void anyNumberOfExecutorsGivesTheSameBitsAndSoDoesOneThatDies(String run, JavaSparkContext spark) throws Exception {
        Map<String, String> printed = new ClusterJvm(folder).run(ReplicaProgram.class, run, folder.toString());
        assertThat(printed)
                .containsEntry("hash", reference(spark))
                .containsEntry("rounds", "6")
                .containsEntry("cores", run.replaceAll(".*,(\\d+),.*", "$1"))
                .containsEntry("killed", Boolean.toString(run.endsWith("kill")))
                // Whole executors are asked for in one way: with dynamic allocation each one has executors of its own.
                .containsEntry("profiles", run.contains(",2,") ? "2" : "1");
    }

    /** A driver is killed with SIGKILL after some rounds; another one goes on. */
    @Test
    void aKilledDriverIsContinuedToTheSameBits(JavaSparkContext spark) throws Exception {
        Process driver = new ClusterJvm(folder)
                .start(ReplicaProgram.class, folder.resolve("killed.log"), "local[1] wait", folder.toString());
        Path third = folder.resolve(".out.checkpoints/step-000000000003/MANIFEST");
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!Files.exists(third)) {
            assertThat(driver.isAlive() && System.currentTimeMillis() < deadline)
                    .as(Files.readString(folder.resolve("killed.log")))
                    .isTrue();
            Thread.sleep(2);
        }
        driver.destroyForcibly().waitFor();
        String expected = reference(spark);
        ReplicaTraining training = new ReplicaTraining(folder);
        ReplicaPlan resume =
                training.plan(ReplicaProgram.OPTIONS, ReplicaProgram.MERGING, Duration.ofMinutes(10), true);
        ReplicaResult result = training.run(spark, training.text(spark), resume, "out");
        assertThat(result.replicas().resumedAt()).isGreaterThanOrEqualTo(3);
        assertThat(ReplicaProgram.hash(training.model("out"))).hasToString(expected);
    }

    private String reference(JavaSparkContext spark) throws Exception {
        Path own = Files.createDirectories(folder.resolve("reference"));
        EncodedText text = new ReplicaTraining(own).text(spark);
        RowMatrix[] model = new ReplicaReference(
                        text.corpus(), text.words().counts(), ReplicaProgram.OPTIONS, ReplicaProgram.MERGING)
                .train();
        return Integer.toString(31 * ReplicaProgram.hash(model[0]) + ReplicaProgram.hash(model[1]));
    }
}
