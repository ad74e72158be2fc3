package org.wordloom.vocab;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * The binary tree of hierarchical softmax (Morin and Bengio 2005; the Huffman code of word2vec): frequent words have
 * short paths. Inner nodes are numbered from 0 to size − 2, the root last; a path goes from the root to the word.
 */
public final class HuffmanTree {
    private final int[] starts;
    private final int[] nodes;
    private final byte[] codes;
    private final int maxLength;

    /**
     * @param counts counts in descending order, as a vocabulary has them; 0 is taken for 1, or words that never occur would
     *     hang below one another, each a node deeper
     */
    public HuffmanTree(long[] counts) {
        int words = counts.length;
        int[] parent = new int[Math.max(1, 2 * words - 1)];
        byte[] branch = new byte[parent.length];
        link(counts, parent, branch);
        int root = 2 * words - 2;
        starts = new int[words + 1];
        int longest = 0;
        for (int word = 0; word < words; word++) {
            int length = depth(word, root, parent);
            longest = Math.max(longest, length);
            starts[word + 1] = checkedStart((long) starts[word] + length, words);
        }
        maxLength = longest;
        nodes = new int[starts[words]];
        codes = new byte[starts[words]];
        for (int word = 0; word < words; word++) {
            writePath(word, root, parent, branch);
        }
    }

    private static int checkedStart(long start, int words) {
        if (start > Integer.MAX_VALUE - 8) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    "hierarchical softmax over " + words
                            + " words needs more than 2^31 path nodes; use negative sampling,"
                            + " a larger --min-count or --max-size");
        }
        return (int) start;
    }

    /** The path's length: inner nodes from the root to the word. */
    public int length(int word) {
        return starts[word + 1] - starts[word];
    }

    /** The k-th inner node on the word's path; 0 is the root. */
    public int node(int word, int k) {
        return nodes[starts[word] + k];
    }

    /** The branch taken at that node: 0 or 1. */
    public int code(int word, int k) {
        return codes[starts[word] + k];
    }

    public int maxLength() {
        return maxLength;
    }

    /** The number of inner nodes of a tree over this many words. */
    public static int innerNodes(int words) {
        return Math.max(1, words - 1);
    }

    /**
     * How many inner nodes lie above the words of a text, in expectation: what a task needs of the tree.
     *
     * @param counts counts in descending order
     * @param tokens drawn by these counts
     */
    public static double expectedNodes(long[] counts, double tokens) {
        long[] below = link(counts, null, null);
        double all = below.length == 0 ? 0 : below[below.length - 1];
        double expected = 0;
        for (long weight : below) {
            expected += -Math.expm1(-tokens * weight / all);
        }
        return expected;
    }

    /**
     * The two-queue construction: leaves from the rarest up, and inner nodes in the order they were made. Returns how often
     * words below each inner node occur.
     *
     * @param parent is filled with the parent of each word, then of each inner node; null for whoever wants no paths
     * @param branch is filled with the branch that leads there; null likewise
     */
    private static long[] link(long[] counts, int[] parent, byte[] branch) {
        int words = counts.length;
        long[] below = new long[Math.max(0, words - 1)];
        int leaf = words - 1;
        int inner = 0;
        for (int made = 0; made < below.length; made++) {
            for (int side = 0; side < 2; side++) {
                boolean takeLeaf = leaf >= 0 && (inner >= made || weight(counts, leaf) < below[inner]);
                int child = takeLeaf ? leaf-- : words + inner++;
                below[made] = Math.addExact(below[made], takeLeaf ? weight(counts, child) : below[child - words]);
                if (parent != null) {
                    parent[child] = words + made;
                    branch[child] = (byte) side;
                }
            }
        }
        return below;
    }

    private static long weight(long[] counts, int word) {
        return Math.max(1, counts[word]);
    }

    private static int depth(int word, int root, int[] parent) {
        int depth = 0;
        for (int node = word; node != root; node = parent[node]) {
            depth++;
        }
        return depth;
    }

    private void writePath(int word, int root, int[] parent, byte[] branch) {
        int at = starts[word + 1];
        for (int node = word; node != root; node = parent[node]) {
            at--;
            nodes[at] = parent[node] - (starts.length - 1);
            codes[at] = branch[node];
        }
    }
}
