package org.wordloom.cluster.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wordloom.cluster.Seeds;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.PairEncoder;
import scala.Tuple2;

class SegmentMergerTest {
    private final SplittableRandom random = Seeds.random(SegmentMergerTest.class);

    @Test
    void mergesSegmentsOfManyTasksInOrder() {
        BucketNumbers buckets = new BucketNumbers(3, true);
        SortedMap<Long, SortedMap<Long, Long>> expected = new TreeMap<>();
        List<Tuple2<Long, byte[]>> segments = new ArrayList<>();
        int tasks = 1 + random.nextInt(8);
        for (int task = 0; task < tasks; task++) {
            for (int bucket = 0; bucket < buckets.count(); bucket++) {
                if (random.nextInt(4) > 0) {
                    addSegments(bucket, segments, expected);
                }
            }
        }
        segments.sort(Comparator.comparing(Tuple2::_1));
        SegmentMerger merger = new SegmentMerger(segments.iterator(), buckets);
        for (long bucket : expected.keySet()) {
            assertThat(merger.nextBucket()).isTrue();
            assertThat(merger.bucket()).isEqualTo((int) bucket);
            SortedMap<Long, Long> found = new TreeMap<>();
            long before = -1;
            while (merger.next()) {
                long key = (long) merger.row() << 32 | merger.column();
                assertThat(key).isGreaterThan(before);
                before = key;
                found.put(key, merger.sum());
            }
            assertThat(found).isEqualTo(expected.get(bucket));
        }
        assertThat(merger.nextBucket()).isFalse();
    }

    /** Sorted pairs of one task, cut at random places. */
    private void addSegments(
            int bucket, List<Tuple2<Long, byte[]>> segments, SortedMap<Long, SortedMap<Long, Long>> expected) {
        SortedMap<Long, Long> pairs = new TreeMap<>();
        for (int pair = random.nextInt(200); pair >= 0; pair--) {
            pairs.put((long) random.nextInt(20) << 32 | random.nextInt(50), 1 + random.nextLong(1L << 40));
        }
        PairEncoder encoder = new PairEncoder();
        long first = -1;
        for (long key : pairs.keySet()) {
            first = first < 0 ? key : first;
            encoder.add((int) (key >>> 32), (int) key, pairs.get(key));
            expected.computeIfAbsent((long) bucket, none -> new TreeMap<>()).merge(key, pairs.get(key), Long::sum);
            if (random.nextInt(10) == 0) {
                segments.add(new Tuple2<>(SegmentKey.of(bucket, (int) (first >>> 32)), encoder.take()));
                first = -1;
            }
        }
        if (first >= 0) {
            segments.add(new Tuple2<>(SegmentKey.of(bucket, (int) (first >>> 32)), encoder.take()));
        }
    }
}
