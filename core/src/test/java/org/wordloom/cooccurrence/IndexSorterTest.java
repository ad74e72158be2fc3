package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;

class IndexSorterTest {
    @Test
    void sortsLikeTheLibrary() {
        TestRandom random = TestRandom.create();
        for (int range : new int[] {1, 63, 64, 65, 4096, 4097, 262_144, 1_000_000}) {
            IndexSorter sorter = new IndexSorter(range);
            for (int size : new int[] {0, 1, 48, 49, 1000, range}) {
                int[] indices = distinct(random, Math.min(size, range), range);
                int[] sorted = indices.clone();
                Arrays.sort(sorted);
                // What lies after the indices stays as it is.
                int[] given = Arrays.copyOf(indices, indices.length + 1);
                sorter.sort(given, indices.length);
                assertThat(Arrays.copyOf(given, indices.length)).isEqualTo(sorted);
                assertThat(given[indices.length]).isZero();
            }
        }
    }

    /** The first of all indices in random order. */
    private static int[] distinct(TestRandom random, int size, int range) {
        int[] all = new int[range];
        Arrays.setAll(all, i -> i);
        for (int i = 0; i < size; i++) {
            int other = i + random.below(range - i);
            int swapped = all[i];
            all[i] = all[other];
            all[other] = swapped;
        }
        return Arrays.copyOf(all, size);
    }
}
