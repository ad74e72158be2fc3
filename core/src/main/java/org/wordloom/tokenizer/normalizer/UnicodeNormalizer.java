package org.wordloom.tokenizer.normalizer;

import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.Normalizer;

/** A Unicode normalisation form (Unicode Standard Annex 15), with HuggingFace's alignment and its version of Unicode, 9. */
public enum UnicodeNormalizer implements Normalizer {
    NFC(false, true, 0x300),
    NFD(false, false, 0xC0),
    NFKC(true, true, 0xA0),
    NFKD(true, false, 0xA0);

    private final boolean compatible;
    private final boolean composed;
    /** Text all of whose chars are below this stays as it is. */
    private final int firstChanged;

    UnicodeNormalizer(boolean compatible, boolean composed, int firstChanged) {
        this.compatible = compatible;
        this.composed = composed;
        this.firstChanged = firstChanged;
    }

    @Override
    public void normalize(AlignedText text) {
        if (text.firstFrom(firstChanged, 0) == text.length()) {
            return;
        }
        text.beginEdit();
        Decomposition decomposition = new Decomposition(compatible, composed ? new Composition(text) : text::transform);
        int at = 0;
        while (at < text.length()) {
            int changed = text.firstFrom(firstChanged, at);
            // What precedes a changed char may compose with it, or be followed by marks: it goes the long way too.
            int plainEnd = changed == text.length() ? changed : Math.max(at, changed - 1);
            if (plainEnd > at) {
                decomposition.flush();
                text.copy(plainEnd - at);
                at = plainEnd;
            }
            at = decompose(text, at, decomposition);
        }
        decomposition.flush();
        text.endEdit();
    }

    /** Hands on the code points from {@code at} up to where plain text begins, and says where that is. */
    private int decompose(AlignedText text, int from, Decomposition decomposition) {
        int at = from;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            boolean wasPlain = at > from && codePoint < firstChanged && at - from > 1;
            if (wasPlain) {
                return at;
            }
            decomposition.add(codePoint);
            at += Character.charCount(codePoint);
        }
        return at;
    }
}
