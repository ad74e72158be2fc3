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
     * @param centres windows that a tile combines
     */
    public SkipGram(int window, int centres) {
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

    /** Adds the context word at p with a pair for each centre whose window holds it; nothing if none does. */
    private static void addContext(Sentence sentence, int p, int centre, int end, Tile tile) {
        int hidden = -1;
        for (int c = centre; c < end; c++) {
            if (c != p && Math.abs(c - p) <= sentence.window(c)) {
                if (hidden < 0) {
                    hidden = tile.addHidden();
                    tile.addInput(sentence.word(p));
                }
                tile.addPair(hidden, c - centre);
            }
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
