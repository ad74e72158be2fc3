package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.ChildJvm;
import org.wordloom.TestRandom;
import org.wordloom.blocks.BlockPartition;

/** The memory bound holds for a real heap: a child with little more than the counter may take counts a larger corpus. */
class CounterHeapTest {
    private static final int WORDS = 20_000;
    private static final int TOKENS = 600_000;
    private static final long MEMORY = 6 << 20;

    @TempDir
    Path folder;

    @Test
    void aSmallHeapSuffices() throws IOException, InterruptedException {
        List<String> lines = ChildJvm.run(
                List.of("-Xmx14m", "-XX:+UseSerialGC", "--add-modules=jdk.incubator.vector"),
                CounterHeapTest.class,
                folder.toString());
        assertThat(lines.get(lines.size() - 1)).matches("runs [0-9]{2}, pairs [0-9]{7}");
        assertThat(folder).isEmptyDirectory();
    }

    /** Counts in the child's heap. */
    public static void main(String[] arguments) throws IOException {
        BlockPartition partition = BlockPartition.equalMass(new long[WORDS], 4, 1);
        CooccurrenceOptions options = CooccurrenceOptions.defaults();
        FileRunStore store = FileRunStore.within(Path.of(arguments[0]));
        try (WindowCounter counter = new WindowCounter(options, partition, MEMORY, store)) {
            feed(counter);
            long pairs = 0;
            try (BucketCursor buckets = counter.finish()) {
                while (buckets.nextBucket()) {
                    PairCursor cursor = buckets.pairs();
                    while (cursor.next()) {
                        pairs++;
                    }
                }
            }
            System.out.println("runs " + counter.runs() + ", pairs " + pairs);
        }
    }

    private static void feed(WindowCounter counter) throws IOException {
        TestRandom random = TestRandom.fixed(1);
        int[] sequence = new int[20];
        for (int token = 0; token < TOKENS; token += sequence.length) {
            for (int i = 0; i < sequence.length; i++) {
                sequence[i] = random.below(1 + random.below(WORDS));
            }
            counter.add(sequence, 0, sequence.length);
            counter.endSequence();
        }
    }
}
