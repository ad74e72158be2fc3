package org.wordloom.tokenizer.normalizer;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.VersionInfo;

/**
 * Decompositions, compositions and combining classes of the characters that Unicode 9 had. HuggingFace's tokenizers
 * normalise by that version and leave newer characters alone; what Unicode 9 had has not changed since.
 */
final class NormalizationData {
    private static final VersionInfo VERSION = VersionInfo.getInstance(9, 0);
    private static final Normalizer2 CANONICAL = Normalizer2.getNFCInstance();
    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();

    private static final int CANONICALLY_DECOMPOSED = 1;
    private static final int COMPATIBLY_DECOMPOSED = 1 << 1;
    private static final int HAS_CLASS = 1 << 2;
    private static final int SECOND_OF_A_PAIR = 1 << 3;

    private static final byte[] BASIC_PLANE = basicPlane();

    private NormalizationData() {}

    /** The full decomposition of {@code codePoint}, or null when it has none. */
    static String decomposition(int codePoint, boolean compatible) {
        int bit = compatible ? COMPATIBLY_DECOMPOSED : CANONICALLY_DECOMPOSED;
        if ((bits(codePoint) & bit) == 0) {
            return null;
        }
        return (compatible ? COMPATIBLE : CANONICAL).getDecomposition(codePoint);
    }

    /** The canonical combining class, 0 … 254. */
    static int combiningClass(int codePoint) {
        return (bits(codePoint) & HAS_CLASS) == 0 ? 0 : UCharacter.getCombiningClass(codePoint);
    }

    /** What {@code first} and {@code second} compose to, or -1. */
    static int composition(int first, int second) {
        if ((bits(second) & SECOND_OF_A_PAIR) == 0) {
            return -1;
        }
        int composed = CANONICAL.composePair(first, second);
        return composed >= 0 && isKnown(composed) ? composed : -1;
    }

    private static int bits(int codePoint) {
        return codePoint < BASIC_PLANE.length ? BASIC_PLANE[codePoint] : compute(codePoint);
    }

    private static byte[] basicPlane() {
        byte[] bits = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];
        for (int c = 0x80; c < bits.length; c++) {
            bits[c] = compute(c);
        }
        return bits;
    }

    private static byte compute(int codePoint) {
        if (!isKnown(codePoint)) {
            return 0;
        }
        int bits = CANONICAL.getDecomposition(codePoint) == null ? 0 : CANONICALLY_DECOMPOSED;
        bits |= COMPATIBLE.getDecomposition(codePoint) == null ? 0 : COMPATIBLY_DECOMPOSED;
        bits |= UCharacter.getCombiningClass(codePoint) == 0 ? 0 : HAS_CLASS;
        bits |= CANONICAL.hasBoundaryBefore(codePoint) ? 0 : SECOND_OF_A_PAIR;
        return (byte) bits;
    }

    private static boolean isKnown(int codePoint) {
        return UCharacter.getAge(codePoint).compareTo(VERSION) <= 0;
    }
}
