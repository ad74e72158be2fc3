package org.wordloom.cluster.strata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.spark.HeapShare;

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

    /** A visit takes 6 of the 768 MB that a heap of 1 GB has for it; two strata of a model of 800 MB leave 1,600. */
    @Test
    void blocksWaitOnDisksWhereMemoryHasNoRoomForThoseOfTwoStrata() {
        StrataMemory memory = new StrataMemory(800L << 20, 1 << 20, 0, 0, 800);
        assertThat(memory.storage(1L << 30, 1, 2)).isEqualTo(StorageLevel.DISK_ONLY());
        assertThat(memory.storage(1L << 30, 1, 3)).isEqualTo(StorageLevel.MEMORY_AND_DISK());
        assertThat(memory.storage(1L << 30, 60, 3)).isEqualTo(StorageLevel.DISK_ONLY());
    }

    /** 32, 128 and 256 blocks for 1, 10 and 100 TB: docs/TERABYTES.md. */
    @Test
    void terabytesTakeAsManyBlocksAsIsWritten() {
        assertThat(fit(1_000_000, 1, 32)).isTrue();
        assertThat(fit(1_000_000, 1, 16)).isFalse();
        assertThat(fit(4_000_000, 10, 128)).isTrue();
        assertThat(fit(4_000_000, 10, 64)).isFalse();
        assertThat(fit(20_000_000, 100, 256)).isTrue();
        assertThat(fit(20_000_000, 100, 128)).isFalse();
    }

    /** Whether 16 visits at once fit 48 GB: 60 % of the tokens are kept, the window is 5, and there are 24 cycles. */
    private static boolean fit(long words, double terabytes, int blocks) {
        double pairs = StrataCost.expectedPairs(0.6 * 170e9 * terabytes, 5, 1);
        StrataCost cost = new StrataCost(words, 100, blocks, 24, pairs);
        return 16 * cost.taskBytes() + cost.sharedBytes() <= HeapShare.usable(48_000_000_000L);
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
