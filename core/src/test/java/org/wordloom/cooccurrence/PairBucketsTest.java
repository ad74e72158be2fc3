package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;

/** Pairs come out of their buckets as often as they went in. */
class PairBucketsTest {
    /** What a bucket's segments hold, by bucket. */
    private final Map<Integer, List<byte[]>> segments = new TreeMap<>();

    private long handedOn;

    @Test
    void pairsComeBackAsOftenAsTheyWentIn() throws IOException {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 60; round++) {
            int rows = 1 + random.below(300);
            BlockPartition partition = partition(random, rows, 1 + random.below(9));
            int capacity = 1 + random.below(2000);
            segments.clear();
            handedOn = 0;
            PairBuckets buckets = new PairBuckets(new BlockOrder(partition), capacity, sink(partition.blocks()));
            int[][] expected = new int[rows][rows];
            int pairs = random.below(5000);
            for (int pair = 0; pair < pairs; pair++) {
                int input = random.below(1 + random.below(rows));
                int output = random.below(1 + random.below(rows));
                expected[input][output]++;
                buckets.add(input, output);
            }
            buckets.flush();
            assertThat(buckets.total()).isEqualTo(pairs);
            assertThat(handedOn).isEqualTo(pairs);
            assertThat(matrix(partition)).isDeepEqualTo(expected);
        }
    }

    @Test
    void longRowsAreCutIntoSegments() throws IOException {
        BlockPartition partition = BlockPartition.equalMass(new long[] {1, 1}, 1, 1);
        PairBuckets buckets = new PairBuckets(new BlockOrder(partition), 8, sink(1));
        for (int i = 0; i < 20; i++) {
            buckets.add(0, i % 2);
        }
        buckets.flush();
        assertThat(segments.get(0)).hasSize(3);
        assertThat(matrix(partition)).isDeepEqualTo(new int[][] {{10, 10}, {0, 0}});
    }

    @Test
    void damagedSegmentsAreRefused() throws IOException {
        BlockPartition partition = BlockPartition.equalMass(new long[] {1, 1, 1}, 1, 1);
        PairBuckets buckets = new PairBuckets(new BlockOrder(partition), 8, sink(1));
        buckets.add(0, 1);
        buckets.add(2, 2);
        buckets.flush();
        byte[] whole = segments.get(0).get(0);
        for (int length = 1; length < whole.length; length++) {
            List<byte[]> cut = List.of(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> PackedPairs.cells(cut, "cut")).isInstanceOf(WordloomException.class);
        }
        assertThat(PackedPairs.cells(List.of(), "none").size()).isZero();
    }

    @Test
    void radixSortSorts() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 100; round++) {
            int size = random.below(3000);
            long largest = random.bits() >>> (1 + random.below(62));
            long[] numbers = new long[size + random.below(10)];
            for (int i = 0; i < size; i++) {
                numbers[i] = largest == 0 ? 0 : Math.floorMod(random.bits(), largest + 1);
            }
            long[] expected = Arrays.copyOf(numbers, size);
            Arrays.sort(expected);
            long[] sorted = new RadixSort(numbers.length).sort(numbers, size, largest);
            assertThat(Arrays.copyOf(sorted, size)).containsExactly(expected);
        }
    }

    private SegmentSink sink(int blocks) {
        return (rowBlock, columnBlock, firstRow, bytes, pairs) -> {
            PairDecoder decoder = new PairDecoder(bytes, "segment");
            assertThat(decoder.next()).isTrue();
            assertThat(decoder.row()).isEqualTo(firstRow);
            handedOn += pairs;
            segments.computeIfAbsent(rowBlock * blocks + columnBlock, bucket -> new ArrayList<>())
                    .add(bytes);
        };
    }

    private int[][] matrix(BlockPartition partition) throws IOException {
        int[][] matrix = new int[partition.rows()][partition.rows()];
        for (Map.Entry<Integer, List<byte[]>> bucket : segments.entrySet()) {
            Cells cells = PackedPairs.cells(bucket.getValue(), "bucket");
            for (int i = 0; i < cells.size(); i++) {
                int row = partition.row(bucket.getKey() / partition.blocks(), cells.rows()[i]);
                int column = partition.row(bucket.getKey() % partition.blocks(), cells.columns()[i]);
                assertThat(matrix[row][column]).isZero();
                matrix[row][column] = (int) cells.values()[i];
            }
        }
        return matrix;
    }

    private static BlockPartition partition(TestRandom random, int rows, int blocks) {
        long[] masses = new long[rows];
        for (int row = 0; row < rows; row++) {
            masses[row] = random.below(100);
        }
        return BlockPartition.equalMass(masses, blocks, random.bits());
    }
}
