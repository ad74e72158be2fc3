package org.wordloom.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.TestRandom;

class BlockPartitionTest {
    private final TestRandom random = TestRandom.create();

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 5", "1, 1", "1, 4", "3, 5", "10, 3", "100, 7", "1000, 16", "5000, 64", "777, 776", "64, 100"
    })
    void everyRowHasOnePlaceAndMassesAreEqual(int rows, int blocks) {
        for (long[] masses : shapes(rows)) {
            BlockPartition partition = BlockPartition.equalMass(masses, blocks, random.bits());
            requireConsistent(partition, rows, blocks);
            requireEqual(partition, masses);
        }
    }

    private long[][] shapes(int rows) {
        long[] zipf = new long[rows];
        long[] uniform = new long[rows];
        long[] any = new long[rows];
        for (int row = 0; row < rows; row++) {
            zipf[row] = 1_000_000_000L / (row + 1);
            uniform[row] = 5;
            any[row] = random.below(1000);
        }
        return new long[][] {zipf, uniform, any, new long[rows]};
    }

    private static void requireConsistent(BlockPartition partition, int rows, int blocks) {
        assertThat(partition.rows()).isEqualTo(rows);
        assertThat(partition.blocks()).isEqualTo(blocks);
        int placed = 0;
        for (int block = 0; block < blocks; block++) {
            assertThat(partition.size(block)).isLessThanOrEqualTo(partition.largestSize());
            for (int index = 0; index < partition.size(block); index++) {
                int row = partition.row(block, index);
                assertThat(partition.blockOf(row)).isEqualTo(block);
                assertThat(partition.indexInBlock(row)).isEqualTo(index);
                assertThat(index == 0 || row > partition.row(block, index - 1))
                        .as("in the order of rows")
                        .isTrue();
                placed++;
            }
        }
        assertThat(placed).isEqualTo(rows);
    }

    /** No two blocks differ by more than the heaviest row, where rows without mass count as 1. */
    private static void requireEqual(BlockPartition partition, long[] masses) {
        long[] loads = new long[partition.blocks()];
        long[] sums = new long[partition.blocks()];
        for (int row = 0; row < masses.length; row++) {
            loads[partition.blockOf(row)] += Math.max(1, masses[row]);
            sums[partition.blockOf(row)] += masses[row];
        }
        long heaviest = Math.max(1, Arrays.stream(masses).max().orElse(1));
        long spread = Arrays.stream(loads).max().orElseThrow()
                - Arrays.stream(loads).min().orElseThrow();
        assertThat(spread).isLessThanOrEqualTo(heaviest);
        for (int block = 0; block < sums.length; block++) {
            assertThat(partition.mass(block)).isEqualTo(sums[block]);
        }
    }

    @Test
    void goesFromTheHeaviestRowToTheLightestBlock() {
        BlockPartition partition = BlockPartition.equalMass(new long[] {3, 10, 4, 6, 5}, 2, 9);
        // 10 | 6, then 5 to the second, 4 to the first, 3 to the second: 14 | 14.
        assertThat(partition.row(0, 0)).isEqualTo(1);
        assertThat(partition.row(0, 1)).isEqualTo(2);
        assertThat(partition.mass(0)).isEqualTo(14);
        assertThat(partition.mass(1)).isEqualTo(14);
        assertThat(partition.size(1)).isEqualTo(3);
    }

    @Test
    void saysWhatItIsAndTakes() {
        BlockPartition partition = BlockPartition.equalMass(new long[1000], 7, 1);
        assertThat(partition).hasToString("1000 rows in 7 blocks");
        assertThat(partition.bytes()).isEqualTo(12_000);
    }

    @Test
    void agreesWithTheSlowReference() {
        for (int round = 0; round < 30; round++) {
            long[] masses = new long[random.below(200)];
            Arrays.setAll(masses, row -> random.below(1 + random.below(50)));
            int blocks = 1 + random.below(20);
            long salt = random.bits();
            BlockPartition partition = BlockPartition.equalMass(masses, blocks, salt);
            int[] expected = BlockPartitionReference.equalMass(masses, blocks, salt);
            for (int row = 0; row < masses.length; row++) {
                assertThat(partition.blockOf(row)).as("row %d", row).isEqualTo(expected[row]);
            }
        }
    }

    @Test
    void theSaltDecidesAmongRowsOfEqualMassOnly() {
        long[] masses = new long[1000];
        Arrays.fill(masses, 7);
        BlockPartition partition = BlockPartition.equalMass(masses, 10, 1);
        assertThat(partition).isEqualTo(BlockPartition.equalMass(masses, 10, 1));
        assertThat(partition).hasSameHashCodeAs(BlockPartition.equalMass(masses, 10, 1));
        assertThat(partition).isNotEqualTo(BlockPartition.equalMass(masses, 10, 2));
        Arrays.setAll(masses, row -> 1000L + row);
        assertThat(BlockPartition.equalMass(masses, 10, 1)).isEqualTo(BlockPartition.equalMass(masses, 10, 2));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> BlockPartition.equalMass(new long[3], 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BlockPartition.equalMass(new long[] {1, -2}, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1");
        assertThatThrownBy(() -> BlockPartition.equalMass(new long[] {Long.MAX_VALUE, 5}, 1, 1))
                .isInstanceOf(ArithmeticException.class);
        BlockPartition partition = BlockPartition.equalMass(new long[4], 2, 1);
        assertThatThrownBy(() -> partition.row(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
