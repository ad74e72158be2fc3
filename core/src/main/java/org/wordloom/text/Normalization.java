package org.wordloom.text;

import com.ibm.icu.text.Normalizer2;

/** A Unicode normalisation form (Unicode Standard Annex 15), as ICU computes it. */
public enum Normalization {
    NONE,
    NFC,
    NFD,
    NFKC,
    NFKD;

    /** ICU's normalizer of this form; not for {@link #NONE}. */
    Normalizer2 normalizer() {
        return switch (this) {
            case NONE -> throw new IllegalStateException("no normalizer belongs to NONE");
            case NFC -> Normalizer2.getNFCInstance();
            case NFD -> Normalizer2.getNFDInstance();
            case NFKC -> Normalizer2.getNFKCInstance();
            case NFKD -> Normalizer2.getNFKDInstance();
        };
    }
}
