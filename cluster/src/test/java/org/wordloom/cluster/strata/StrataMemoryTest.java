package org.wordloom.cluster.strata;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.LocalSpark;

@ExtendWith(LocalSpark.class)
class StrataMemoryTest {
    /** As on a standalone cluster whose executors have all cores of their workers. */
    @Test
    void executorsThatDoNotSayTheirCoresAreAsked(JavaSparkContext spark) {
        StandaloneContext unknown = new StandaloneContext(spark);
        // Of 1 GB 768 MB are for visits: one of two blocks in three copies fits, two do not.
        StrataMemory memory = new StrataMemory(0, 110 << 20, 0, 0, 4);
        memory.requireHeap(1L << 30, 1);
        assertThatThrownBy(() -> memory.requireExecutors(unknown))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("2 visits at once");
    }

    /** The context of the tests, under the name of another master. */
    private static final class StandaloneContext extends JavaSparkContext {
        StandaloneContext(JavaSparkContext spark) {
            super(spark.sc());
        }

        @Override
        public String master() {
            return "spark://host:7077";
        }

        @Override
        public SparkConf getConf() {
            return super.getConf().remove("spark.executor.memory");
        }
    }
}
