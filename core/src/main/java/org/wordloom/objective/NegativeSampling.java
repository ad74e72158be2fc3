package org.wordloom.objective;

import org.wordloom.base.RandomStream;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.Tile;
import org.wordloom.vocab.NoiseSampler;

/**
 * Negative sampling (Mikolov et al. 2013) with negatives shared by the whole tile (Ji et al. 2016): a hidden vector
 * that makes p pairs meets every negative of the tile with weight p · K / drawn, so that the expected gradient is that
 * of K negatives a pair. A drawn negative is not one for the pairs whose target it is.
 */
public final class NegativeSampling implements Objective {
    private final NoiseSampler noise;
    private final int rows;
    private final int negatives;
    private final int drawn;
    private final Link link;

    /**
     * @param rows words of the vocabulary
     * @param negatives K, negatives a pair
     * @param drawn negatives drawn for a tile
     */
    public NegativeSampling(NoiseSampler noise, int rows, int negatives, int drawn, Link link) {
        this.noise = noise;
        this.rows = rows;
        this.negatives = negatives;
        this.drawn = drawn;
        this.link = link;
    }

    @Override
    public void addOutputs(Tile tile, RandomStream random) {
        for (int t = 0; t < tile.targets(); t++) {
            int output = tile.addOutput(tile.target(t), 1f);
            for (int i = 0; i < tile.hidden(); i++) {
                tile.setWeight(i, output, tile.pair(i, t));
            }
        }
        float share = (float) negatives / drawn;
        for (int k = 0; k < drawn; k++) {
            addNegative(tile, noise.word(random.next()), share);
        }
    }

    private static void addNegative(Tile tile, int word, float share) {
        int output = tile.addOutput(word, 0f);
        for (int i = 0; i < tile.hidden(); i++) {
            tile.setWeight(i, output, share * tile.pairs(i));
        }
        for (int t = 0; t < tile.targets(); t++) {
            if (tile.target(t) == word) {
                leaveOutPairs(tile, t, output, share);
            }
        }
    }

    /** A target is no negative of its own pairs. */
    private static void leaveOutPairs(Tile tile, int t, int output, float share) {
        for (int i = 0; i < tile.hidden(); i++) {
            tile.setWeight(i, output, tile.weight(i, output) - share * tile.pair(i, t));
        }
    }

    @Override
    public Link link() {
        return link;
    }

    @Override
    public int maxOutputs(int targets) {
        return targets + drawn;
    }

    @Override
    public int rows() {
        return rows;
    }
}
