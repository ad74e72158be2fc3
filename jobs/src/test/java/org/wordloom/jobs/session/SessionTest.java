package org.wordloom.jobs.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.wordloom.cluster.WordloomPlugin;

class SessionTest {
    @Test
    void localByDefaultWithoutInterface() {
        SparkConf conf = Session.configure(new SparkConf(false), 0);
        assertThat(conf.get("spark.master")).isEqualTo("local[*]");
        assertThat(conf.get("spark.ui.enabled")).isEqualTo("false");
        assertThat(conf.get("spark.plugins")).isEqualTo(WordloomPlugin.class.getName());
    }

    @Test
    void threadsSetTheCoresOfALocalMasterOnly() {
        assertThat(master("local[*]", 3)).isEqualTo("local[3]");
        assertThat(master("local[2]", 3)).isEqualTo("local[2]");
        assertThat(master("spark://host:7077", 3)).isEqualTo("spark://host:7077");
    }

    @Test
    void aTaskWithoutMemoryEndsExecutorsButNotTheDriver() {
        String depth = "spark.executor.killOnFatalError.depth";
        assertThat(Session.configure(new SparkConf(false), 0).get(depth)).isEqualTo("0");
        for (String master : new String[] {"spark://host:7077", "local-cluster[2,1,1024]", "yarn"}) {
            SparkConf conf = Session.configure(new SparkConf(false).setMaster(master), 0);
            assertThat(conf.contains(depth)).as(master).isFalse();
        }
    }

    @Test
    void aLocalRunOutlivesASleepOfTheMachine() {
        String timeout = "spark.storage.blockManagerHeartbeatTimeoutMs";
        assertThat(Session.configure(new SparkConf(false), 0).getTimeAsMs(timeout))
                .isGreaterThan(Duration.ofDays(300).toMillis());
        SparkConf cluster = Session.configure(new SparkConf(false).setMaster("local-cluster[2,1,1024]"), 0);
        assertThat(cluster.contains(timeout)).isFalse();
    }

    @Test
    void whatTheUserSetStays() {
        SparkConf given = new SparkConf(false).set("spark.ui.enabled", "true").set("spark.master", "local[2]");
        assertThat(Session.configure(given, 0).get("spark.ui.enabled")).isEqualTo("true");
    }

    @Test
    void tooLittleMemoryForSparkIsSaidInMegabytes() {
        assertThat(Session.reason(new IllegalArgumentException(
                        "[INVALID_DRIVER_MEMORY] System memory 419430400 must be at least 471859200.\nPlease")))
                .isEqualTo("this JVM's heap of 400 MiB is less than Spark's least, 450 MiB; give --driver-memory 512m"
                        + " or more");
        assertThat(Session.reason(new IllegalArgumentException(
                        "[INVALID_EXECUTOR_MEMORY] Executor memory 104857600 must be at least 471859200.")))
                .contains("executor's memory of 100 MiB", "--executor-memory");
        assertThat(Session.reason(new IllegalStateException("no\nidea"))).isEqualTo("no; check --master and --conf");
    }

    private static String master(String master, int threads) {
        return Session.configure(new SparkConf(false).setMaster(master), threads)
                .get("spark.master");
    }
}
