package org.wordloom.cooccurrence;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.TestRandom;
import org.wordloom.blocks.BlockPartition;

/** Sequences of word ids in which, as in text, a few words are frequent and most are rare. */
record RandomCorpus(List<int[]> sequences, int words) {
    static RandomCorpus create(TestRandom random, int tokens, int words) {
        List<int[]> sequences = new ArrayList<>();
        for (int left = tokens; left > 0; ) {
            // Also empty sequences, those of one word, and some that are longer than any filling of a small counter.
            int longest = random.oneOf(1, 3, 30, 300, 10_000);
            int[] sequence = new int[Math.min(left, random.below(longest + 1))];
            for (int i = 0; i < sequence.length; i++) {
                sequence[i] = word(random, words);
            }
            sequences.add(sequence);
            left -= Math.max(1, sequence.length);
        }
        return new RandomCorpus(sequences, words);
    }

    /** About Zipf's law: the logarithm of the rank is uniform. */
    private static int word(TestRandom random, int words) {
        double uniform = (random.bits() >>> 11) * 0x1p-53;
        return Math.min(words - 1, (int) StrictMath.exp(uniform * StrictMath.log(words + 1.0)) - 1);
    }

    BlockPartition partition(int blocks) {
        long[] counts = new long[words];
        for (int[] sequence : sequences) {
            for (int word : sequence) {
                counts[word]++;
            }
        }
        return BlockPartition.equalMass(counts, blocks, 1);
    }
}
