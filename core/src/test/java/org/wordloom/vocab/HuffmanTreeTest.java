package org.wordloom.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;

/** Huffman codes: free of prefixes, as short as can be, and with paths that are those of one tree. */
class HuffmanTreeTest {
    private static final int TEXTS = 2000;

    private final TestRandom random = TestRandom.create();

    @Test
    void isATreeWithOptimalCodes() {
        for (int words = 2; words < 200; words += 1 + words / 10) {
            check(randomCounts(words, 1_000_000_000));
            check(randomCounts(words, 3));
            long[] equal = new long[words];
            Arrays.fill(equal, 5);
            check(equal);
        }
    }

    @Test
    void countsMayExceed32Bits() {
        check(new long[] {1L << 60, 1L << 40, (1L << 33) + 1, 1L << 33, 1L << 32, 1L << 31, 7, 1});
    }

    @Test
    void aGeometricVocabularyHasAPathAsLongAsItself() {
        long[] counts = new long[60];
        Arrays.setAll(counts, word -> 1L << (59 - word));
        check(counts);
        assertThat(new HuffmanTree(counts).maxLength()).isEqualTo(59);
    }

    @Test
    void wordsThatNeverOccurHaveShortPathsToo() {
        long[] counts = new long[10_000];
        counts[0] = 7;
        assertThat(new HuffmanTree(counts).maxLength()).isLessThan(20);
    }

    @Test
    void oneWordHasAnEmptyPath() {
        HuffmanTree tree = new HuffmanTree(new long[] {9});
        assertThat(tree.length(0)).isZero();
        assertThat(tree.maxLength()).isZero();
        assertThat(HuffmanTree.innerNodes(1)).isEqualTo(1);
    }

    @Test
    void twoWordsHaveOneBitEach() {
        HuffmanTree tree = new HuffmanTree(new long[] {9, 4});
        assertThat(tree.length(0)).isEqualTo(1);
        assertThat(tree.length(1)).isEqualTo(1);
        assertThat(tree.node(0, 0)).isZero();
        assertThat(tree.node(1, 0)).isZero();
        assertThat(tree.code(0, 0)).isNotEqualTo(tree.code(1, 0));
    }

    /** As word2vec's: of the two that become one, the rarer has branch 0; of two that are as rare, the inner node. */
    @Test
    void theMoreFrequentSideOfANodeIsBranchOne() {
        HuffmanTree tree = new HuffmanTree(new long[] {9, 5, 4});
        assertThat(codes(tree, 3)).containsExactly("1", "01", "00");
        assertThat(codes(new HuffmanTree(new long[] {9, 4}), 2)).containsExactly("1", "0");
    }

    private static List<String> codes(HuffmanTree tree, int words) {
        List<String> codes = new ArrayList<>();
        for (int word = 0; word < words; word++) {
            StringBuilder code = new StringBuilder();
            for (int k = 0; k < tree.length(word); k++) {
                code.append(tree.code(word, k));
            }
            codes.add(code.toString());
        }
        return codes;
    }

    @Test
    void expectsTheNodesThatATextMeets() {
        long[] counts = new long[500];
        Arrays.setAll(counts, word -> 100_000 / (word + 1));
        HuffmanTree tree = new HuffmanTree(counts);
        NoiseSampler words = new NoiseDistribution(counts, 1).sampler();
        double met = 0;
        for (int text = 0; text < TEXTS; text++) {
            Set<Integer> nodes = new HashSet<>();
            for (int token = 0; token < 200; token++) {
                int word = words.word(random.bits());
                for (int k = 0; k < tree.length(word); k++) {
                    nodes.add(tree.node(word, k));
                }
            }
            met += (double) nodes.size() / TEXTS;
        }
        assertThat(HuffmanTree.expectedNodes(counts, 200)).isCloseTo(met, within(2.5));
    }

    private void check(long[] counts) {
        HuffmanTree tree = new HuffmanTree(counts);
        assertThat(weightedLength(tree, counts)).isEqualTo(optimalLength(counts));
        checkPaths(tree, counts.length);
    }

    /** Each (node, branch) is reached by one prefix alone, and no code is a prefix of another. */
    private static void checkPaths(HuffmanTree tree, int words) {
        String[] prefixOfNode = new String[HuffmanTree.innerNodes(words)];
        Set<String> codes = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        int longest = 0;
        for (int word = 0; word < words; word++) {
            StringBuilder code = new StringBuilder();
            for (int k = 0; k < tree.length(word); k++) {
                String prefix = code.toString();
                prefixes.add(prefix);
                int node = tree.node(word, k);
                assertThat(prefixOfNode[node]).as("node %d", node).isIn(null, prefix);
                prefixOfNode[node] = prefix;
                assertThat(tree.code(word, k)).isBetween(0, 1);
                code.append(tree.code(word, k));
            }
            assertThat(codes.add(code.toString()))
                    .as("the code of %d is its own", word)
                    .isTrue();
            longest = Math.max(longest, tree.length(word));
        }
        assertThat(codes).doesNotContainAnyElementsOf(prefixes);
        assertThat(prefixOfNode).doesNotContainNull();
        assertThat(new HashSet<>(Arrays.asList(prefixOfNode))).hasSize(prefixOfNode.length);
        assertThat(prefixOfNode[words - 2]).as("the root is the last node").isEmpty();
        assertThat(tree.maxLength()).isEqualTo(longest);
    }

    private static long weightedLength(HuffmanTree tree, long[] counts) {
        long length = 0;
        for (int word = 0; word < counts.length; word++) {
            length += counts[word] * tree.length(word);
        }
        return length;
    }

    /** Huffman's algorithm as in the text books: the sum of all merged weights is the length of the code. */
    private static long optimalLength(long[] counts) {
        PriorityQueue<Long> queue = new PriorityQueue<>();
        Arrays.stream(counts).forEach(queue::add);
        long length = 0;
        while (queue.size() > 1) {
            long merged = queue.remove() + queue.remove();
            length += merged;
            queue.add(merged);
        }
        return length;
    }

    private long[] randomCounts(int words, int most) {
        long[] counts = new long[words];
        Arrays.setAll(counts, word -> -1L - random.below(most));
        Arrays.sort(counts);
        Arrays.setAll(counts, word -> -counts[word]);
        return counts;
    }
}
