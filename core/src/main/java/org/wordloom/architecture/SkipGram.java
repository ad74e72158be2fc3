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
     * @param window words on each side at most
     * @param centres windows that a tile combines, at most 64
     */
    public SkipGram(int window, int centres) {
        if (centres < 1 || centres > Long.SIZE) {
            throw new IllegalArgumentException("a tile cannot combine " + centres + " windows");
        }
        this.window = window;
        this.centres = centres;
    }

    @Override
    public int fill(Sentence sentence, int centre, Tile tile) {
        int end = Math.min(centre + centres, sentence.length());
        int from = sentence.length();
        int to = 0;
        for (int c = centre; c < end; c++) {
            tile.addTarget(sentence.word(c));
            from = Math.min(from, c - sentence.window(c));
            to = Math.max(to, c + sentence.window(c));
        }
        to = Math.min(to, sentence.length() - 1);
        for (int p = Math.max(0, from); p <= to; p++) {
            addContext(sentence, p, centre, end, tile);
        }
        return end - centre;
    }

    /**
     * Adds the context word at p with a pair for each centre whose window holds it; nothing if none does. Windows are
     * random, so that a branch for each would often be foretold wrongly.
     */
    private static void addContext(Sentence sentence, int p, int centre, int end, Tile tile) {
        long targets = 0;
        for (int c = centre; c < end; c++) {
            int distance = Math.abs(c - p);
            int outside =
                    (sentence.window(c) - distance) | (distance - 1); // negative: beyond the window, or the centre
            targets |= (~outside >>> (Integer.SIZE - 1)) * (1L << (c - centre));
        }
        if (targets != 0) {
            tile.addHidden(targets);
            tile.addInput(sentence.word(p));
        }
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
