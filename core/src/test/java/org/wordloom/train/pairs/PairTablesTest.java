package org.wordloom.train.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.Side;
import org.wordloom.train.KernelChoice;
import org.wordloom.vocab.NoiseSampler;

class PairTablesTest {
    private static final int WORDS = 50_000;
    private static final PairOptions OPTIONS = PairWorld.options(8, 1, 1, 0.05, KernelChoice.SCALAR);

    private final long[] counts = counts();
    private final BlockPartition partition = BlockPartition.equalMass(counts, 4, 1);

    /** They are on the driver for the whole run, and on every executor. */
    @Test
    void tablesTakeNoMemoryThatGrowsWithTheWords() {
        // StrictMath.pow makes garbage, but not for this power.
        PairOptions options =
                new PairOptions(OPTIONS.model().toBuilder().noisePower(1).build(), 1);
        PairTables.ofText(options, partition, counts); // what it takes to load classes does not count
        com.sun.management.ThreadMXBean thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        PairTables tables = PairTables.ofText(options, partition, counts);
        long bytes = thread.getCurrentThreadAllocatedBytes() - before;
        assertThat(tables.pairs()).isPositive();
        assertThat(bytes).isLessThan(WORDS);
    }

    @Test
    void sumsOfBlocksAreThoseOfTheirRows() {
        PairOptions options =
                new PairOptions(OPTIONS.model().toBuilder().sample(1e-3).build(), 1);
        PairTables tables = PairTables.ofText(options, partition, counts);
        float[] keep = PairTables.keep(options, counts);
        assertThat(keep[0]).as("frequent words are not all kept").isLessThan(0.5f);
        double[] noise = NoiseSampler.powers(counts, OPTIONS.model().noisePower());
        for (int block = 0; block < partition.blocks(); block++) {
            double pairs = 0;
            double draws = 0;
            for (int index = 0; index < partition.size(block); index++) {
                int word = partition.row(block, index);
                pairs += (double) counts[word] * keep[word];
                draws += noise[word];
            }
            assertThat(tables.draws(Side.INPUT, block)).isEqualTo(pairs);
            assertThat(tables.draws(Side.OUTPUT, block)).isEqualTo(draws);
        }
    }

    /** Java's own sum of a stream has other last bits, and may have others again in another release. */
    @Test
    void sumsAreTakenOneAfterTheOther() {
        PairTables tables = PairTables.ofText(OPTIONS, partition, counts);
        double noise = 0;
        for (double weight : NoiseSampler.powers(counts, OPTIONS.model().noisePower())) {
            noise += weight;
        }
        assertThat(tables.noise()).isEqualTo(noise);
    }

    private static long[] counts() {
        long[] counts = new long[WORDS];
        for (int word = 0; word < WORDS; word++) {
            counts[word] = 1 + 20L * WORDS / (word + 1);
        }
        return counts;
    }
}
