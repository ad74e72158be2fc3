package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketNumbersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 32, 45, 46, 100, 1024})
    void numbersFollowTheOrderOfBlocks(int blocks) {
        for (boolean half : new boolean[] {false, true}) {
            BucketNumbers buckets = new BucketNumbers(blocks, half);
            int expected = 0;
            for (int row = 0; row < blocks; row++) {
                for (int column = half ? row : 0; column < blocks; column++) {
                    assertThat(buckets.number(row, column)).isEqualTo(expected);
                    assertThat(buckets.rowBlock(expected)).isEqualTo(row);
                    assertThat(buckets.columnBlock(expected)).isEqualTo(column);
                    expected++;
                }
            }
            assertThat(buckets.count()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 31, 32, 45, 46, 1000})
    void filesHoldConsecutiveBuckets(int blocks) {
        BucketNumbers buckets = new BucketNumbers(blocks, true);
        assertThat(buckets.files()).isBetween(1, 1024);
        for (int file = 0; file < buckets.files(); file++) {
            int first = buckets.firstBucket(file);
            int end = buckets.firstBucket(file + 1);
            assertThat(end).isGreaterThan(first);
            assertThat(buckets.fileOf(first)).isEqualTo(file);
            assertThat(buckets.fileOf(end - 1)).isEqualTo(file);
        }
        assertThat(buckets.firstBucket(buckets.files())).isEqualTo(buckets.count());
    }

    @Test
    void tooManyBlocksAreRefused() {
        assertThatThrownBy(() -> new BucketNumbers(0, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BucketNumbers(1025, true)).isInstanceOf(IllegalArgumentException.class);
    }
}
