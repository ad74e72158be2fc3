package org.wordloom.opencl;

import org.wordloom.vocab.NoiseSampler;

/**
 * How the device draws a tile's negatives: number k of the tile's stream of random numbers names a word by the alias
 * table, and that word's output row is the k-th negative. It weighs with a hidden vector {@code share} times what the
 * tile's own outputs weigh with it, but for those outputs that are the same row.
 *
 * @param noise the alias table
 * @param rows the output row of each word that {@code noise} draws; null where a word's row is the word's id
 * @param drawn negatives of a tile
 * @param share weight of a negative for a pair of weight 1
 */
public record TileNegatives(NoiseSampler noise, int[] rows, int drawn, float share) {
    /** The output row of each word. */
    int[] rowOfWord() {
        if (rows != null) {
            return rows;
        }
        int[] identity = new int[noise.size()];
        for (int word = 0; word < identity.length; word++) {
            identity[word] = word;
        }
        return identity;
    }

    /** A device would write where there is no row. */
    void requireWithin(int outputRows) {
        for (int row : rowOfWord()) {
            if (row < 0 || row >= outputRows) {
                throw new IllegalArgumentException("a negative would be row " + row + " of " + outputRows);
            }
        }
    }
}
