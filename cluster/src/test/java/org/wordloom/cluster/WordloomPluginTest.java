package org.wordloom.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wordloom.base.Progress;
import org.wordloom.cluster.progress.ExecutorProgress;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.spark.SparkRun;

@ExtendWith(LocalSpark.class)
class WordloomPluginTest {
    @Test
    void listenersHearOfCountersWhileTasksRun(JavaSparkContext spark) throws Exception {
        List<Progress> heard = Heard.during(() -> SparkRun.stage("work", 1000, "units", key -> {
                    spark.parallelize(List.of(400, 500), 2).foreach(units -> {
                        ExecutorProgress.instance().counter(key).add(units);
                        awaitDone(900);
                    });
                    return key;
                }))
                .progress();
        assertThat(heard.get(0)).isEqualTo(Progress.of("work", 0, 1000, "units", 0));
        assertThat(heard).allMatch(progress -> progress.stage().equals("work"));
        assertThat(heard).anyMatch(progress -> progress.done() == 900 && progress.total() == 1000);
        assertThat(heard.get(heard.size() - 1).done()).isEqualTo(1000);
        int count = new ArrayList<>(heard).size();
        SparkRun.stage("other", 1, "units", key -> key);
        assertThat(heard).hasSize(count);
    }

    /** Waits, in a task, for what the driver has heard of the tasks: on a local master both are in this JVM. */
    private static void awaitDone(long done) throws InterruptedException {
        for (int i = 0; i < 6000 && ProgressBoard.instance().latest().done() < done; i++) {
            Thread.sleep(10);
        }
    }

    @Test
    void aClustersDefaultSerializerIsNotUsed() {
        SparkConf configuration =
                new SparkConf(false).set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
        assertThat(WordloomPlugin.configure(configuration).get("spark.serializer"))
                .isEqualTo("org.apache.spark.serializer.JavaSerializer");
    }

    @Test
    void joinsOtherPlugins() {
        SparkConf configuration = new SparkConf(false).set("spark.plugins", "a.B");
        String both = "a.B," + WordloomPlugin.class.getName();
        assertThat(WordloomPlugin.configure(configuration).get("spark.plugins")).isEqualTo(both);
        assertThat(WordloomPlugin.configure(configuration).get("spark.plugins")).isEqualTo(both);
    }
}
