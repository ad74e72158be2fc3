package org.wordloom.cluster.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.cluster.ClusterJvm;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.Texts;

/** The same pieces, and the same encodings, for any number of threads, tasks and executors. */
@Tag("cluster")
class TokenizerClusterTest {
    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "é", "日", "😀");

    @TempDir
    private Path folder;

    @Test
    void tokenizersAndEncodingsDoNotDependOnTheCluster() throws IOException, InterruptedException {
        Path text = Texts.write(folder.resolve("text"), tied(Seeds.random(TokenizerClusterTest.class)));
        Map<String, String> one = run("local[1]", text, 1 << 20, "one");
        Map<String, String> three = run("local[3]", text, 3_000, "three");
        Map<String, String> cluster = run("local-cluster[2,1,1024]", text, 20_000, "cluster");
        assertThat(one).containsKeys("bpe", "wordpiece", "unigram", "encoded");
        assertThat(one.get("spread")).isEqualTo(one.get("unigram"));
        assertThat(Integer.parseInt(one.get("chunks"))).isGreaterThan(1);
        assertThat(three).containsAllEntriesOf(one);
        assertThat(cluster).containsAllEntriesOf(one);
    }

    /** Few letters, and every word as often as many others: most choices of a trainer are ties. */
    private static String tied(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 3_000; line++) {
            for (int word = 0; word < 8; word++) {
                int length = 1 + random.nextInt(24);
                for (int i = 0; i < length; i++) {
                    text.append(LETTERS.get(random.nextInt(word == 0 ? LETTERS.size() : 5)));
                }
                text.append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private Map<String, String> run(String master, Path text, int rangeBytes, String name)
            throws IOException, InterruptedException {
        return new ClusterJvm(folder)
                .run(
                        TokenizerClusterProgram.class,
                        master,
                        text.toString(),
                        Integer.toString(rangeBytes),
                        folder.resolve(name).toString());
    }
}
