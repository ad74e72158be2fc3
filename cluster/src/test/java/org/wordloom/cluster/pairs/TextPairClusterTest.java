package org.wordloom.cluster.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.cluster.ClusterJvm;

/** Executors in JVMs of their own, one of which dies: the vectors stay the same to the bit. */
@Tag("cluster")
class TextPairClusterTest {
    @TempDir
    private Path folder;

    @Test
    void anyClusterGivesTheBitsOfOneThread() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), TextTraining.topics(2, 1500));
        Map<String, String> deaths = new ClusterJvm(folder)
                .run(
                        TextPairProgram.class,
                        "local local[1] 0;one local-cluster[1,1,1024] 0;dies local-cluster[2,1,1024] 25",
                        text.toString(),
                        folder.toString());
        String expected = TextTraining.digest(folder.resolve("local"));
        for (String run : new String[] {"one", "dies"}) {
            assertThat(TextTraining.digest(folder.resolve(run))).as(run).isEqualTo(expected);
        }
        assertThat(deaths).containsEntry("dies", "1").containsEntry("one", "0");
    }
}
