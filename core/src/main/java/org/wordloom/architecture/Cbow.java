package org.wordloom.architecture;

import org.wordloom.kernel.Tile;

/** word2vec's CBOW: the mean of the context words' input vectors predicts the centre. */
public final class Cbow implements Architecture {
    private final int centres;

    /** @param centres windows that a tile combines */
    public Cbow(int centres) {
        this.centres = centres;
    }

    @Override
    public int fill(Sentence sentence, int centre, Tile tile) {
        int end = Math.min(centre + centres, sentence.length());
        for (int c = centre; c < end; c++) {
            int from = Math.max(0, c - sentence.window(c));
            int to = Math.min(sentence.length() - 1, c + sentence.window(c));
            if (to > from) {
                addWindow(sentence, c, from, to, tile);
            }
        }
        return end - centre;
    }

    private static void addWindow(Sentence sentence, int c, int from, int to, Tile tile) {
        int target = tile.addTarget(sentence.word(c));
        int hidden = tile.addHidden();
        for (int p = from; p <= to; p++) {
            if (p != c) {
                tile.addInput(sentence.word(p));
            }
        }
        tile.addPair(hidden, target);
    }

    @Override
    public int maxHidden() {
        return centres;
    }

    @Override
    public int maxTargets() {
        return centres;
    }
}
