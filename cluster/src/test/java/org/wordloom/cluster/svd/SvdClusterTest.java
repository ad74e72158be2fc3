package org.wordloom.cluster.svd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.cluster.ClusterJvm;

/** The same bits whatever runs the tasks, and however often. */
@Tag("cluster")
class SvdClusterTest {
    @TempDir
    private Path folder;

    @Test
    void anyNumberOfThreadsAndExecutorsGivesTheSameBits() throws Exception {
        Map<String, String> local = run("local[1];local[2];local[7]");
        assertThat(local.get("adigest")).contains("model.wordloom", "vectors.txt");
        assertThat(local).containsEntry("bdigest", local.get("adigest")).containsEntry("cdigest", local.get("adigest"));
        // On a cluster, where tasks fail once too, dense blocks go through files.
        Map<String, String> cluster = run("local-cluster[2,1,1024]");
        assertThat(cluster).containsEntry("adigest", local.get("adigest"));
        assertThat(local).containsEntry("cmemory", "true");
        assertThat(cluster).containsEntry("amemory", "false");
    }

    private Map<String, String> run(String masters) throws Exception {
        return new ClusterJvm(Files.createTempDirectory(folder, "jvm"))
                .run(
                        SvdProgram.class,
                        masters,
                        folder.resolve("of-" + masters.length()).toString());
    }
}
