package org.wordloom.cluster.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.cluster.ClusterJvm;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.Texts;

/** Executors in JVMs of their own, some of which die: the bytes stay the same. */
@Tag("cluster")
class CooccurrenceClusterTest {
    @TempDir
    private Path folder;

    @Test
    void anyClusterGivesTheBytesOfOneThread() throws Exception {
        Path text = Texts.write(folder.resolve("text"), Texts.random(Seeds.random(getClass()), 30_000));
        Map<String, String> deaths = new ClusterJvm(folder)
                .run(
                        CooccurrenceProgram.class,
                        "one local[1] 0;mapdies local-cluster[3,1,1024] 1;mergedies local-cluster[2,1,1024] 4",
                        text.toString(),
                        folder.toString());
        SortedMap<String, String> expected = Artefacts.digest(folder.resolve("one"));
        for (String run : new String[] {"mapdies", "mergedies"}) {
            assertThat(Artefacts.digest(folder.resolve(run))).as(run).isEqualTo(expected);
        }
        assertThat(deaths).containsEntry("mapdies", "1").containsEntry("mergedies", "1");
    }
}
