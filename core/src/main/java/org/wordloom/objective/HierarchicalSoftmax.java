package org.wordloom.objective;

import org.wordloom.base.RandomStream;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.Tile;
import org.wordloom.vocab.HuffmanTree;

/**
 * Hierarchical softmax: the output rows are the inner nodes on the targets' paths, the label of a node is 1 where the
 * path takes branch 0 (word2vec's convention).
 */
public final class HierarchicalSoftmax implements Objective {
    private final HuffmanTree tree;
    /** Null where a target is a word's id and a node's row its number, as when the matrices are whole. */
    private final int[] targetWords;

    private final int[] nodeRows;
    private final int rows;
    private final Link link;

    public HierarchicalSoftmax(HuffmanTree tree, int words, Link link) {
        this(tree, null, null, HuffmanTree.innerNodes(words), link);
    }

    /**
     * Over a set of rows.
     *
     * @param targetWords the word of each target
     * @param nodeRows the output row of each inner node of the tree
     * @param rows output rows of the set
     */
    public HierarchicalSoftmax(HuffmanTree tree, int[] targetWords, int[] nodeRows, int rows, Link link) {
        this.tree = tree;
        this.targetWords = targetWords;
        this.nodeRows = nodeRows;
        this.rows = rows;
        this.link = link;
    }

    @Override
    public void addTargets(Tile tile) {
        for (int t = 0; t < tile.targets(); t++) {
            addPath(tile, t);
        }
    }

    private void addPath(Tile tile, int t) {
        int word = targetWords == null ? tile.target(t) : targetWords[tile.target(t)];
        for (int k = 0; k < tree.length(word); k++) {
            int node = tree.node(word, k);
            int output = tile.addOutput(nodeRows == null ? node : nodeRows[node], 1f - tree.code(word, k));
            tile.weighTarget(output, t);
        }
    }

    @Override
    public void addNegatives(Tile tile, RandomStream random) {
        // The nodes beside a path are its negatives.
    }

    @Override
    public int drawn() {
        return 0;
    }

    @Override
    public Link link() {
        return link;
    }

    @Override
    public int maxOutputs(int targets) {
        return targets * Math.max(1, tree.maxLength());
    }

    @Override
    public int rows() {
        return rows;
    }
}
