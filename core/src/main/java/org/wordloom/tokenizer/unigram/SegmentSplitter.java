package org.wordloom.tokenizer.unigram;

import com.ibm.icu.lang.UScript;

/**
 * Finds the places within a word that no piece reaches across: all segmentations of the word pass through them, so what
 * lies between may be trained on as if it were a word. That is exact, and makes far fewer different ones.
 */
final class SegmentSplitter {
    private static final int ANY_SCRIPT = -1;
    private static final int KATAKANA_LENGTH_MARK = 0x30FC;
    private static final int DIRECT = 1 << 16;

    private final SegmentOptions options;
    private final short[] scripts = new short[DIRECT];
    private int previousScript = ANY_SCRIPT;
    private boolean afterMark;
    private boolean afterDigit;

    SegmentSplitter(SegmentOptions options) {
        this.options = options;
        for (int c = 0; c < DIRECT; c++) {
            scripts[c] = (short) scriptOf(c);
        }
    }

    /** Begins a word. */
    void start() {
        previousScript = ANY_SCRIPT;
        afterMark = false;
        afterDigit = false;
    }

    /** Takes the word's next character: whether no piece may hold both it and the one before. */
    boolean splitsBefore(int codePoint) {
        return codePoint == SegmentOptions.WHITESPACE_MARK ? splitsBeforeMark() : splitsBeforeOther(codePoint);
    }

    private boolean splitsBeforeMark() {
        boolean splits = options.splitByWhitespace()
                && (afterMark ? !options.whitespacePieces() : !options.whitespaceAsSuffix());
        afterMark = true;
        afterDigit = false;
        return splits;
    }

    private boolean splitsBeforeOther(int codePoint) {
        boolean digit = isDigit(codePoint);
        int script = script(codePoint, digit);
        boolean splits = (afterMark && options.splitByWhitespace() && options.whitespaceAsSuffix())
                || (options.splitDigits() && (digit || afterDigit))
                || (options.splitByScript()
                        && script != ANY_SCRIPT
                        && previousScript != ANY_SCRIPT
                        && previousScript != script
                        && !afterMark);
        previousScript = script;
        afterMark = false;
        afterDigit = digit;
        return splits;
    }

    private int script(int codePoint, boolean digit) {
        if (digit && !options.splitByNumber()) {
            return ANY_SCRIPT;
        }
        int script = codePoint < DIRECT ? scripts[codePoint] : scriptOf(codePoint);
        return script == UScript.INHERITED ? previousScript : script;
    }

    private static boolean isDigit(int codePoint) {
        return (codePoint >= '0' && codePoint <= '9') || (codePoint >= 0xFF10 && codePoint <= 0xFF19);
    }

    private static int scriptOf(int codePoint) {
        if (codePoint == KATAKANA_LENGTH_MARK) {
            return UScript.HAN;
        }
        int script = UScript.getScript(codePoint);
        return switch (script) {
            case UScript.HIRAGANA, UScript.KATAKANA -> UScript.HAN;
            default -> script;
        };
    }
}
