package org.wordloom.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.Problems;
import org.wordloom.cluster.ClusterJvm;

class TaskDeviceTest {
    @Test
    void oneGpuForAnExecutorAndItsOneTaskIsAccepted() {
        assertThat(problems("1", "1")).isEmpty();
        assertThat(problems(null, null)).isEmpty();
    }

    @Test
    void moreThanOneGpuForAnExecutorIsRefusedWithTheReason() {
        assertThat(problems("2", "1"))
                .singleElement()
                .asString()
                .contains("spark.executor.resource.gpu.amount is 2, expected 1", "one kernel at a time in a JVM");
    }

    @Test
    void tasksMustAskForTheWholeGpu() {
        assertThat(problems("1", null))
                .singleElement()
                .asString()
                .contains("spark.task.resource.gpu.amount is not set");
        assertThat(problems("1", "0.5")).singleElement().asString().contains("is 0.5, expected 1");
    }

    @Test
    void outsideOfSparkThereIsNoAddress() {
        assertThat(TaskDevice.address()).isEmpty();
    }

    @Test
    @Tag("cluster")
    void tasksAreToldTheirDeviceAndOthersComputeOnTheProcessor(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path script = folder.resolve("gpus");
        Files.createFile(script, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(script, "#!/bin/sh\necho '{\"name\":\"gpu\",\"addresses\":[\"3\"]}'\n");
        Map<String, String> printed = new ClusterJvm(folder).run(TaskDeviceProgram.class, script.toString());
        assertThat(printed)
                .containsEntry("addresses", "[3, 3]")
                .containsEntry("owning", "3 of 2 cores")
                .containsEntry("failure", "ENVIRONMENT")
                .containsEntry("driver", "Spark gave this executor no GPU");
    }

    private static List<String> problems(String executor, String task) {
        SparkConf configuration = new SparkConf(false);
        if (executor != null) {
            configuration.set("spark.executor.resource.gpu.amount", executor);
        }
        if (task != null) {
            configuration.set("spark.task.resource.gpu.amount", task);
        }
        Problems problems = new Problems();
        TaskDevice.check(configuration, problems);
        return problems.all();
    }
}
