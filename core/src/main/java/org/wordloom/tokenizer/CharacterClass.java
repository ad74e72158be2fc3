package org.wordloom.tokenizer;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.util.VersionInfo;

/**
 * What tokenizers ask of a character: a set of bits, of which those of the Basic Multilingual Plane are kept in one array,
 * since every character of every text is asked for.
 *
 * <p>Tokenizers must agree on every character, and HuggingFace's library knows some properties by old versions of Unicode:
 * punctuation, controls and nonspacing marks by version 8, combining marks and scripts by version 9. A newer character has
 * none of those here either. The others are those of ICU's version.
 */
public final class CharacterClass {
    /** General category L*. */
    public static final int LETTER = 1;
    /** General category N*. */
    public static final int NUMBER = 1 << 1;
    /** The property White_Space. */
    public static final int SPACE = 1 << 2;
    /** General category P* of Unicode 8, and the symbols of ASCII. */
    public static final int PUNCTUATION = 1 << 3;
    /** General category Mn of Unicode 8. */
    public static final int NONSPACING_MARK = 1 << 4;
    /** General category M* of Unicode 9. */
    public static final int MARK = 1 << 5;
    /** What a word has by Unicode Technical Standard 18: alphabetic, marks, digits, connectors, joiners. */
    public static final int WORD = 1 << 6;
    /** General categories Cc, Cf and Co of Unicode 8. */
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
        int bits = (category(codePoint) & ~tooNew(codePoint)) ^ changed(codePoint);
        bits |= UCharacter.hasBinaryProperty(codePoint, UProperty.WHITE_SPACE) ? SPACE : 0;
        bits |= UCharacter.hasBinaryProperty(codePoint, UProperty.POSIX_ALNUM) ? WORD : 0;
        bits |= UCharacter.hasBinaryProperty(codePoint, UProperty.JOIN_CONTROL) ? WORD : 0;
        return bits;
    }

    /** The properties in which a character of those versions was otherwise than it is now. */
    private static int changed(int codePoint) {
        return switch (codePoint) {
            case 0x166D -> PUNCTUATION;
            case 0x1734, 0x1885, 0x1886, 0xA9BD, 0x1171E -> NONSPACING_MARK;
            case 0x1CF2, 0x1CF3 -> MARK;
            case 0x111C9 -> PUNCTUATION | NONSPACING_MARK | MARK;
            default -> 0;
        };
    }

    /** The properties that a character has only since later versions than those which count. */
    private static int tooNew(int codePoint) {
        VersionInfo age = UCharacter.getAge(codePoint);
        int version8 = age.getMajor() > 8 ? PUNCTUATION | NONSPACING_MARK | CONTROL : 0;
        return age.getMajor() > 9 ? version8 | MARK : version8;
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
