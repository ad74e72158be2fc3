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
    /** Null where a word's row is the word's id, as when the matrix holds all words. */
    private final int[] targetRows;

    private final int[] noiseRows;
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
        this(noise, null, null, rows, negatives, drawn, link);
    }

    /**
     * Over a set of rows.
     *
     * @param targetRows the output row of each target
     * @param noiseRows the output row of each word that {@code noise} draws
     * @param rows output rows of the set
     */
    public NegativeSampling(
            NoiseSampler noise, int[] targetRows, int[] noiseRows, int rows, int negatives, int drawn, Link link) {
        this.noise = noise;
        this.targetRows = targetRows;
        this.noiseRows = noiseRows;
        this.rows = rows;
        this.negatives = negatives;
        this.drawn = drawn;
        this.link = link;
    }

    @Override
    public void addTargets(Tile tile) {
        for (int t = 0; t < tile.targets(); t++) {
            int word = tile.target(t);
            int output = tile.addOutput(targetRows == null ? word : targetRows[word], 1f);
            tile.weighTarget(output, t);
        }
    }

    /**
     * All are drawn before the first is weighed: their slots of the alias table, which come from the second cache or from
     * behind it, are then on their way together (4 % of the training loop at 100 columns, docs/LOG.md).
     */
    @Override
    public void addNegatives(Tile tile, RandomStream random) {
        int first = tile.outputs();
        for (int k = 0; k < drawn; k++) {
            int word = noise.word(random.next());
            tile.addOutput(noiseRows == null ? word : noiseRows[word], 0f);
        }
        float share = share();
        for (int output = first; output < tile.outputs(); output++) {
            tile.weighByPairs(output, share);
            leaveOutTargets(tile, output, share);
        }
    }

    /** A target, which is the output of its own number, is no negative of its own pairs. */
    private static void leaveOutTargets(Tile tile, int output, float share) {
        int row = tile.outputRow(output);
        for (int t = 0; t < tile.targets(); t++) {
            if (tile.outputRow(t) == row) {
                leaveOutPairs(tile, t, output, share);
            }
        }
    }

    private static void leaveOutPairs(Tile tile, int t, int output, float share) {
        for (int i = 0; i < tile.hidden(); i++) {
            tile.setWeight(i, output, tile.weight(i, output) - share * tile.pair(i, t));
        }
    }

    @Override
    public int drawn() {
        return drawn;
    }

    /** Weight of a negative for each pair that a hidden vector makes. */
    public float share() {
        return (float) negatives / drawn;
    }

    /** What negatives are drawn by. */
    public NoiseSampler noise() {
        return noise;
    }

    /** The output row of each word that {@link #noise} draws, not a copy; null where it is the word's id. */
    public int[] noiseRows() {
        return noiseRows;
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
