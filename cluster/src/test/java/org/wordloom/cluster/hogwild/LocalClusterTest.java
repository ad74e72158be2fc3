package org.wordloom.cluster.hogwild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.cluster.ClusterJvm;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.Texts;

/**
 * Two executors in JVMs of their own. The driver needs its own JVM too: there is one Spark context a JVM, and Spark's
 * worker takes the executors' class path from an environment variable.
 */
@Tag("cluster")
class LocalClusterTest {
    @TempDir
    private Path folder;

    @Test
    void aClusterGivesWhatOneMachineGives() throws IOException, InterruptedException {
        String text = Texts.random(Seeds.random(LocalClusterTest.class), 3000);
        Path file = Texts.write(folder.resolve("text"), text);
        Texts.write(folder.resolve("text.gz"), "no gzip");
        Map<String, String> local = run("local[2]", file, "local");
        Map<String, String> cluster = run("local-cluster[2,1,1024]", file, "cluster");
        assertThat(cluster).as("asked of the executors, not the sum of both").containsEntry("cores", "1");
        assertThat(cluster).containsEntry("words", local.get("words")).containsEntry("tokens", local.get("tokens"));
        assertThat(cluster).containsEntry("trained", local.get("trained")).containsEntry("committed", "2");
        assertThat(cluster).as("a task names all shards").containsEntry("many", "52000");
        assertThat(cluster.get("failure")).startsWith("INPUT").contains("text.gz");
        assertThat(cluster.get("missing")).startsWith("INPUT").contains("an executor's machine");
        assertThat(local.get("missing")).startsWith("INPUT").endsWith("check the path");
        assertThat(cluster.get("unseen")).startsWith("OUTPUT").contains("executors do not see");
        assertThat(local).as("one JVM sees what it sees").containsEntry("unseen", "not noticed");
        assertThat(Long.parseLong(cluster.get("reports"))).isGreaterThan(6);
    }

    private Map<String, String> run(String master, Path text, String name) throws IOException, InterruptedException {
        Path output = folder.resolve(name);
        return new ClusterJvm(folder).run(LocalClusterProgram.class, master, text.toString(), output.toString());
    }
}
