package org.wordloom.tokenizer.training;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.tokenizer.Normalizer;
import org.wordloom.tokenizer.normalizer.BertNormalizer;
import org.wordloom.tokenizer.normalizer.ExtraWhitespace;
import org.wordloom.tokenizer.normalizer.NormalizerSequence;
import org.wordloom.tokenizer.normalizer.PrecompiledNormalizer;
import org.wordloom.tokenizer.normalizer.UnicodeNormalizer;
import org.wordloom.tokenizer.sentencepiece.NamedCharacterMap;

/** What is done to text first. */
public enum TextNormalization {
    NONE,
    NFC,
    NFD,
    NFKC,
    NFKD,
    /** SentencePiece's default: NFKC, control characters gone, all white space a space, one of several, none at the ends. */
    NMT_NFKC,
    /** BERT's: control characters gone, all white space a space, spaces around ideographs. */
    BERT;

    /** The normaliser, or null for none. */
    Normalizer normalizer() {
        return switch (this) {
            case NONE -> null;
            case NFC -> UnicodeNormalizer.NFC;
            case NFD -> UnicodeNormalizer.NFD;
            case NFKC -> UnicodeNormalizer.NFKC;
            case NFKD -> UnicodeNormalizer.NFKD;
            case NMT_NFKC -> NmtNfkc.NORMALIZER;
            case BERT -> new BertNormalizer(true, true, false, false);
        };
    }

    /** Compiling the map takes a second, once in a JVM and only where it is used. */
    private static final class NmtNfkc {
        private static final Normalizer NORMALIZER = normalizer();

        private static Normalizer normalizer() {
            List<Normalizer> steps = new ArrayList<>();
            steps.add(new PrecompiledNormalizer(NamedCharacterMap.NMT_NFKC.build()));
            steps.addAll(ExtraWhitespace.removal());
            return new NormalizerSequence(steps);
        }
    }
}
