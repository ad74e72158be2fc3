package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cooccurrence.CooccurrenceOptions.Boundary;
import org.wordloom.cooccurrence.CooccurrenceOptions.Weighting;
import org.wordloom.cooccurrence.ReferenceCounts.Pair;

/** The counter gives the reference's sums, whatever the options, the memory, the blocks and the division of the text. */
class WindowCounterTest {
    private static final int AMPLE = 64 << 20;

    @TempDir
    Path folder;

    @Test
    void agreesWithTheReferenceForAllOptions() throws IOException {
        TestRandom random = TestRandom.create();
        for (Weighting weighting : Weighting.values()) {
            for (boolean symmetric : new boolean[] {true, false}) {
                for (int window : new int[] {1, 2, 10, 23, 100}) {
                    CooccurrenceOptions options =
                            new CooccurrenceOptions(window, symmetric, weighting, Boundary.SENTENCE, 0);
                    RandomCorpus corpus = RandomCorpus.create(random, 1 + random.below(1000), 1 + random.below(300));
                    assertThat(count(corpus, options, 1 + random.below(8), AMPLE))
                            .as("%s, %s", options, corpus)
                            .isEqualTo(reference(corpus, options));
                }
            }
        }
    }

    @Test
    void manySmallFillingsGiveTheSameSums() throws IOException {
        TestRandom random = TestRandom.create();
        for (boolean symmetric : new boolean[] {true, false}) {
            for (int window : new int[] {1, 10, 25}) {
                CooccurrenceOptions options =
                        new CooccurrenceOptions(window, symmetric, Weighting.INVERSE_DISTANCE, Boundary.DOCUMENT, 0);
                RandomCorpus corpus = RandomCorpus.create(random, 10_000, 200 + random.below(2000));
                Map<Pair, BigInteger> expected = reference(corpus, options);
                for (int blocks : new int[] {1, 5}) {
                    // With least memory there are most fillings; with more, the dense corner has its place too.
                    long memory = blocks * WindowCounter.leastMemoryBytes(options, corpus.words(), blocks);
                    assertThat(count(corpus, options, blocks, memory))
                            .as("%s, %d blocks", options, blocks)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void aSmallMemoryForcesManyRunsAndIsNeverExceeded() throws IOException {
        CooccurrenceOptions options = CooccurrenceOptions.defaults();
        RandomCorpus corpus = RandomCorpus.create(TestRandom.create(), 100_000, 3000);
        BlockPartition partition = corpus.partition(4);
        long least = WindowCounter.leastMemoryBytes(options, corpus.words(), 4);
        for (long memory = least; memory < 20 * least; memory = 2 * memory + 1) {
            try (WindowCounter counter = new WindowCounter(options, partition, memory, store())) {
                feed(counter, corpus.sequences());
                counter.finish().close();
                assertThat(counter.tokens()).isEqualTo(100_000 - missing(corpus));
                assertThat(counter.memoryBytes()).as("of %d", memory).isBetween(least / 4, memory);
                assertThat(counter.runs()).as("with %d bytes", memory).isGreaterThan(memory < 3 * least ? 10 : 1);
            }
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void severalCountersTogetherGiveWhatOneGives() throws IOException {
        TestRandom random = TestRandom.create();
        CooccurrenceOptions options = CooccurrenceOptions.defaults();
        RandomCorpus corpus = RandomCorpus.create(random, 15_000, 800);
        BlockPartition partition = corpus.partition(3);
        long least = WindowCounter.leastMemoryBytes(options, corpus.words(), 3);
        List<BucketCursor> parts = new ArrayList<>();
        for (List<int[]> part : split(corpus.sequences(), 5, random)) {
            WindowCounter counter = new WindowCounter(options, partition, least * (1 + random.below(4)), store());
            feed(counter, part);
            parts.add(counter.finish());
        }
        try (BucketCursor merged = new MergedBuckets(parts)) {
            assertThat(ReferenceCounts.read(merged, partition, true)).isEqualTo(reference(corpus, options));
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void sequencesMayComeInPieces() throws IOException {
        TestRandom random = TestRandom.create();
        CooccurrenceOptions options = CooccurrenceOptions.defaults();
        RandomCorpus corpus = RandomCorpus.create(random, 20_000, 500);
        BlockPartition partition = corpus.partition(2);
        long least = WindowCounter.leastMemoryBytes(options, corpus.words(), 2);
        try (WindowCounter counter = new WindowCounter(options, partition, least, store())) {
            for (int[] sequence : corpus.sequences()) {
                for (int from = 0; from < sequence.length; ) {
                    int to = Math.min(sequence.length, from + 1 + random.below(50));
                    counter.add(sequence, from, to);
                    from = to;
                }
                counter.endSequence();
                counter.endSequence();
            }
            try (BucketCursor buckets = counter.finish()) {
                assertThat(ReferenceCounts.read(buckets, partition, true)).isEqualTo(reference(corpus, options));
            }
        }
    }

    @Test
    void leftOnlyCellsHaveTheEarlierWordAsRow() throws IOException {
        CooccurrenceOptions options =
                new CooccurrenceOptions(2, false, Weighting.INVERSE_DISTANCE, Boundary.SENTENCE, 0);
        RandomCorpus corpus = new RandomCorpus(List.of(new int[] {0, 1, 2}), 3);
        assertThat(count(corpus, options, 1, AMPLE))
                .containsOnly(
                        Map.entry(new Pair(0, 1), BigInteger.TWO),
                        Map.entry(new Pair(0, 2), BigInteger.ONE),
                        Map.entry(new Pair(1, 2), BigInteger.TWO));
    }

    @Test
    void aWordNextToItselfCountsInBothDirections() throws IOException {
        CooccurrenceOptions options =
                new CooccurrenceOptions(1, true, Weighting.INVERSE_DISTANCE, Boundary.SENTENCE, 0);
        RandomCorpus corpus = new RandomCorpus(List.of(new int[] {0, 0}), 1);
        assertThat(count(corpus, options, 1, AMPLE)).containsOnly(Map.entry(new Pair(0, 0), BigInteger.TWO));
    }

    @Test
    void nothingGivesNothing() throws IOException {
        assertThat(count(new RandomCorpus(List.of(), 5), CooccurrenceOptions.defaults(), 3, AMPLE))
                .isEmpty();
        assertThat(count(new RandomCorpus(List.of(new int[] {3}), 5), CooccurrenceOptions.defaults(), 3, AMPLE))
                .isEmpty();
    }

    @Test
    void tooLittleMemoryIsRefusedWithTheArithmetic() {
        CooccurrenceOptions options = CooccurrenceOptions.defaults();
        BlockPartition partition = new RandomCorpus(List.of(), 100_000).partition(4);
        long least = WindowCounter.leastMemoryBytes(options, 100_000, 4);
        assertThatThrownBy(() -> new WindowCounter(options, partition, least - 1, store()))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
                .hasMessageContaining(least + " bytes at least")
                .hasMessageContaining("100000 words in 4 blocks");
    }

    @Test
    void anAbandonedCounterLeavesNoFiles() throws IOException {
        CooccurrenceOptions options = CooccurrenceOptions.defaults();
        RandomCorpus corpus = RandomCorpus.create(TestRandom.create(), 50_000, 500);
        long least = WindowCounter.leastMemoryBytes(options, corpus.words(), 1);
        try (WindowCounter counter = new WindowCounter(options, corpus.partition(1), least, store())) {
            feed(counter, corpus.sequences());
            assertThat(files()).isNotEmpty();
        }
        assertThat(files()).isEmpty();
    }

    private Map<Pair, BigInteger> count(RandomCorpus corpus, CooccurrenceOptions options, int blocks, long memory)
            throws IOException {
        BlockPartition partition = corpus.partition(blocks);
        try (WindowCounter counter = new WindowCounter(options, partition, memory, store())) {
            feed(counter, corpus.sequences());
            try (BucketCursor buckets = counter.finish()) {
                return ReferenceCounts.read(buckets, partition, options.symmetric());
            }
        }
    }

    private static Map<Pair, BigInteger> reference(RandomCorpus corpus, CooccurrenceOptions options) {
        return ReferenceCounts.count(
                corpus.sequences(), options, WeightUnits.of(options).scale());
    }

    private static void feed(WindowCounter counter, List<int[]> sequences) throws IOException {
        for (int[] sequence : sequences) {
            counter.add(sequence, 0, sequence.length);
            counter.endSequence();
        }
    }

    private static List<List<int[]>> split(List<int[]> sequences, int parts, TestRandom random) {
        List<List<int[]>> result = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            result.add(new ArrayList<>());
        }
        sequences.forEach(sequence -> result.get(random.below(parts)).add(sequence));
        return result;
    }

    /** Empty sequences count as a token when a corpus is made. */
    private static int missing(RandomCorpus corpus) {
        return (int) corpus.sequences().stream()
                .filter(sequence -> sequence.length == 0)
                .count();
    }

    private FileRunStore store() {
        return FileRunStore.within(folder);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }
}
