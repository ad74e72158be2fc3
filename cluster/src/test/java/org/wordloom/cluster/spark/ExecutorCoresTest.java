package org.wordloom.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class ExecutorCoresTest {
    private static final int ALL = Runtime.getRuntime().availableProcessors();

    private final SparkConf configuration = new SparkConf(false);

    @Test
    void aLocalMasterSaysItsThreads() {
        assertThat(cores("local")).isEqualTo(new ExecutorCores(1, true));
        assertThat(cores("local[3]")).isEqualTo(new ExecutorCores(3, true));
        assertThat(cores("local[3,2]")).isEqualTo(new ExecutorCores(3, true));
        assertThat(cores("local[*]")).isEqualTo(new ExecutorCores(ALL, true));
        assertThat(cores("local[*, 4]")).isEqualTo(new ExecutorCores(ALL, true));
    }

    @Test
    void aClusterSaysItsConfiguration() {
        assertThat(cores("local-cluster[2,4,1024]")).isEqualTo(new ExecutorCores(4, false));
        assertThat(cores("spark://host:7077")).isEqualTo(new ExecutorCores(0, false));
        assertThat(cores("yarn")).isEqualTo(new ExecutorCores(1, false));
        assertThat(cores("k8s://https://host:6443")).isEqualTo(new ExecutorCores(1, false));
        configuration.set("spark.executor.cores", "8");
        assertThat(cores("yarn")).isEqualTo(new ExecutorCores(8, false));
    }

    /** Spark reads this setting so, and no other that is in bytes. */
    @Test
    void memoryWithoutAUnitIsInMebibytes() {
        assertThat(ExecutorCores.heapBytes(configuration)).isEqualTo(1L << 30);
        for (String size : new String[] {"4096", "4096m", "4g"}) {
            configuration.set("spark.executor.memory", size);
            assertThat(ExecutorCores.heapBytes(configuration)).as(size).isEqualTo(4L << 30);
        }
    }

    private ExecutorCores cores(String master) {
        return ExecutorCores.of(master, configuration);
    }
}
