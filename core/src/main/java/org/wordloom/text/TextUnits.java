package org.wordloom.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.Arrays;

/**
 * The smallest parts that a dictionary segmentation does not split: a run of letters and digits of scripts written with
 * spaces (with the marks on them, and a full stop, an apostrophe or an underscore between two of them); one character of
 * Chinese, Japanese and the South-East Asian scripts written without spaces; one of anything else. Marks belong to the
 * character before them. Words of a dictionary begin and end where units do.
 */
final class TextUnits {
    /** Inside a unit. */
    static final byte INSIDE = 0;
    /** White space. */
    static final byte SPACE = 1;
    /** Punctuation, a symbol or anything else that is no word unless a dictionary has it. */
    static final byte OTHER = 2;
    /** One character of a script written without spaces. */
    static final byte SINGLE = 3;
    /** Letters and digits of scripts written with spaces. */
    static final byte RUN = 4;

    /** Only as a character's class, never as a unit's. */
    private static final byte MARK = 5;

    private static final byte[] CLASSES = new byte[0x10000];

    static {
        for (int c = 0; c < CLASSES.length; c++) {
            CLASSES[c] = classOf(c);
        }
    }

    private byte[] kinds = new byte[1024];
    private int from;

    /** Finds the units of well-formed text. */
    void analyze(byte[] utf8, int from, int to) {
        if (to - from > kinds.length) {
            kinds = new byte[Math.max(to - from, kinds.length + (kinds.length >> 1))];
        }
        this.from = from;
        byte open = SPACE;
        for (int i = from; i < to; ) {
            int length = Utf8.sequence(utf8, i, to);
            byte kind = characterClass(Utf8.codePoint(utf8, i, length));
            if (open == RUN && kind == OTHER && joins(utf8, i, length, to)) {
                kind = RUN;
            }
            boolean continues = (kind == RUN && open == RUN) || (kind == MARK && open != SPACE);
            open = continues ? open : kind == MARK ? OTHER : kind;
            kinds[i - from] = continues ? INSIDE : open;
            Arrays.fill(kinds, i - from + 1, i - from + length, INSIDE);
            i += length;
        }
    }

    /** The kind of the unit that begins at {@code position} of the text, or {@link #INSIDE}. */
    byte kind(int position) {
        return kinds[position - from];
    }

    /** Where the unit that begins at {@code position} ends, in text that ends at {@code to}. */
    int end(int position, int to) {
        int i = position + 1;
        while (i < to && kinds[i - from] == INSIDE) {
            i++;
        }
        return i;
    }

    /** Whether what begins at {@code at} joins letters or digits, as in 3.14, don't, snake_case. */
    private static boolean joins(byte[] utf8, int at, int length, int to) {
        int next = at + length;
        int codePoint = Utf8.codePoint(utf8, at, length);
        boolean joiner = codePoint == '.' || codePoint == '\'' || codePoint == '_' || codePoint == 0x2019;
        return joiner && next < to && characterClass(Utf8.codePoint(utf8, next, Utf8.sequence(utf8, next, to))) == RUN;
    }

    private static byte characterClass(int codePoint) {
        return codePoint < CLASSES.length ? CLASSES[codePoint] : classOf(codePoint);
    }

    private static byte classOf(int codePoint) {
        if (WhiteSpaceCharacters.is(codePoint)) {
            return SPACE;
        }
        return switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.ENCLOSING_MARK,
                    UCharacterCategory.COMBINING_SPACING_MARK -> MARK;
            case UCharacterCategory.UPPERCASE_LETTER,
                    UCharacterCategory.LOWERCASE_LETTER,
                    UCharacterCategory.TITLECASE_LETTER,
                    UCharacterCategory.MODIFIER_LETTER,
                    UCharacterCategory.OTHER_LETTER,
                    UCharacterCategory.DECIMAL_DIGIT_NUMBER,
                    UCharacterCategory.LETTER_NUMBER,
                    UCharacterCategory.OTHER_NUMBER -> isWrittenWithoutSpaces(codePoint) ? SINGLE : RUN;
            default -> OTHER;
        };
    }

    private static boolean isWrittenWithoutSpaces(int codePoint) {
        return UScript.hasScript(codePoint, UScript.HAN)
                || UScript.hasScript(codePoint, UScript.HIRAGANA)
                || UScript.hasScript(codePoint, UScript.KATAKANA)
                || UCharacter.getIntPropertyValue(codePoint, UProperty.LINE_BREAK)
                        == UCharacter.LineBreak.COMPLEX_CONTEXT;
    }
}
