package org.wordloom.tokenizer.normalizer;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.wordloom.tokenizer.AlignedText;

/** Composes decomposed code points that arrive in canonical order, and says how the whole changes a text. */
final class Composition implements Decomposition.Changes {
    private static final int NONE = -1;

    private final AlignedText text;
    private int starter = NONE;
    private int starterChange;
    private int lastClass = NONE;
    /** Marks that did not compose with the starter: code point and change in turn. */
    private final IntArrayList marks = new IntArrayList();

    Composition(AlignedText text) {
        this.text = text;
    }

    @Override
    public void transform(int codePoint, int change) {
        int combiningClass = NormalizationData.combiningClass(codePoint);
        if (starter == NONE) {
            if (combiningClass == 0) {
                begin(codePoint, change);
            } else {
                text.transform(codePoint, change);
            }
            return;
        }
        boolean blocked = lastClass != NONE && lastClass >= combiningClass;
        int composed = blocked ? NONE : NormalizationData.composition(starter, codePoint);
        if (composed != NONE) {
            starter = composed;
            starterChange += change - 1;
        } else if (combiningClass == 0) {
            flush();
            begin(codePoint, change);
        } else {
            marks.add(codePoint);
            marks.add(change);
            lastClass = combiningClass;
        }
    }

    @Override
    public void flush() {
        if (starter != NONE) {
            text.transform(starter, starterChange);
        }
        for (int i = 0; i < marks.size(); i += 2) {
            text.transform(marks.getInt(i), marks.getInt(i + 1));
        }
        marks.clear();
        starter = NONE;
        lastClass = NONE;
    }

    private void begin(int codePoint, int change) {
        starter = codePoint;
        starterChange = change;
    }
}
