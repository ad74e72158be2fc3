package org.wordloom.architecture;

import org.wordloom.kernel.Tile;

/**
 * word2vec's skip-gram: each context word, with its input vector, predicts the centre. A tile combines the windows of
 * consecutive centres: their context words overlap, so each row is read and written once for several windows
 * ("context combining", Rengasamy et al. 2017).
 */
public final class SkipGram implements Architecture {
    private final int window;
    private final int centres;

    /**
     * @param window words on each side at most, for every word of a sentence
     * @param centres windows that a tile combines, at most 64
     */
    public SkipGram(int window, int centres) {
        if (centres < 1 || centres > Long.SIZE) {
            throw new IllegalArgumentException("a tile cannot combine " + centres + " windows");
        }
        this.window = window;
        this.centres = centres;
    }

    /**
     * Walks over the positions once with the set of centres whose windows hold the position. Windows are random: a branch
     * for each would often be foretold wrongly, and comparing each with each position took 1 % longer (docs/LOG.md).
     */
    @Override
    public int fill(Sentence sentence, int centre, Tile tile) {
        int end = Math.min(centre + centres, sentence.length());
        int first = centre - window;
        long[] changes = sentence.zeros(end - centre + 2 * window + 1);
        for (int c = centre; c < end; c++) {
            tile.addTarget(sentence.word(c));
            markWindow(changes, c - first, sentence.window(c), 1L << (c - centre));
        }
        int beyond = Math.min(end + window, sentence.length());
        long targets = 0;
        for (int p = first; p < beyond; p++) {
            targets ^= changes[p - first];
            if (targets != 0 && p >= 0) {
                tile.addHidden(targets);
                tile.addInput(sentence.word(p));
            }
        }
        return end - centre;
    }

    /** Marks where a centre's window begins, leaves out the centre, and ends. */
    private static void markWindow(long[] changes, int centre, int width, long bit) {
        changes[centre - width] ^= bit;
        changes[centre] ^= bit;
        changes[centre + 1] ^= bit;
        changes[centre + width + 1] ^= bit;
    }

    @Override
    public int maxHidden() {
        return centres + 2 * window;
    }

    @Override
    public int maxTargets() {
        return centres;
    }
}
