package org.wordloom.tokenizer;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;

/**
 * What tokenizers ask of a character, by ICU's tables: a set of bits, of which those of the Basic Multilingual Plane are
 * kept in one array, since every character of every text is asked for.
 */
public final class CharacterClass {
    /** General category L*. */
    public static final int LETTER = 1;
    /** General category N*. */
    public static final int NUMBER = 1 << 1;
    /** The property White_Space. */
    public static final int SPACE = 1 << 2;
    /** General category P*, and the symbols of ASCII. */
    public static final int PUNCTUATION = 1 << 3;
    /** General category Mn. */
    public static final int NONSPACING_MARK = 1 << 4;
    /** General category M*. */
    public static final int MARK = 1 << 5;
    /** What a word has by Unicode Technical Standard 18: alphabetic, marks, digits, connectors, joiners. */
    public static final int WORD = 1 << 6;
    /** General categories Cc, Cf and Co. */
    public static final int CONTROL = 1 << 7;

    private static final byte[] BASIC_PLANE = basicPlane();

    private CharacterClass() {}

    /** The bits of {@code codePoint}. */
    public static int of(int codePoint) {
        return codePoint < BASIC_PLANE.length ? BASIC_PLANE[codePoint] & 0xFF : compute(codePoint);
    }

    public static boolean is(int codePoint, int bits) {
        return (of(codePoint) & bits) != 0;
    }

    public static boolean isSpace(int codePoint) {
        return is(codePoint, SPACE);
    }

    private static byte[] basicPlane() {
        byte[] classes = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];
        for (int c = 0; c < classes.length; c++) {
            classes[c] = (byte) compute(c);
        }
        return classes;
    }

    private static int compute(int codePoint) {
        int category = category(codePoint);
        int bits = category;
        bits |= UCharacter.hasBinaryProperty(codePoint, UProperty.WHITE_SPACE) ? SPACE : 0;
        bits |= UCharacter.hasBinaryProperty(codePoint, UProperty.POSIX_ALNUM) ? WORD : 0;
        bits |= UCharacter.hasBinaryProperty(codePoint, UProperty.JOIN_CONTROL) ? WORD : 0;
        return bits;
    }

    private static int category(int codePoint) {
        return switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.UPPERCASE_LETTER,
                    UCharacterCategory.LOWERCASE_LETTER,
                    UCharacterCategory.TITLECASE_LETTER,
                    UCharacterCategory.MODIFIER_LETTER,
                    UCharacterCategory.OTHER_LETTER -> LETTER;
            case UCharacterCategory.DECIMAL_DIGIT_NUMBER,
                    UCharacterCategory.LETTER_NUMBER,
                    UCharacterCategory.OTHER_NUMBER -> NUMBER;
            case UCharacterCategory.NON_SPACING_MARK -> MARK | NONSPACING_MARK | WORD;
            case UCharacterCategory.COMBINING_SPACING_MARK, UCharacterCategory.ENCLOSING_MARK -> MARK | WORD;
            case UCharacterCategory.CONNECTOR_PUNCTUATION -> PUNCTUATION | WORD;
            case UCharacterCategory.DASH_PUNCTUATION,
                    UCharacterCategory.START_PUNCTUATION,
                    UCharacterCategory.END_PUNCTUATION,
                    UCharacterCategory.INITIAL_PUNCTUATION,
                    UCharacterCategory.FINAL_PUNCTUATION,
                    UCharacterCategory.OTHER_PUNCTUATION -> PUNCTUATION;
            case UCharacterCategory.CONTROL, UCharacterCategory.FORMAT, UCharacterCategory.PRIVATE_USE -> CONTROL;
            case UCharacterCategory.MATH_SYMBOL,
                    UCharacterCategory.CURRENCY_SYMBOL,
                    UCharacterCategory.MODIFIER_SYMBOL,
                    UCharacterCategory.OTHER_SYMBOL -> codePoint < 0x80 ? PUNCTUATION : 0;
            default -> 0;
        };
    }
}
