package org.wordloom.tokenizer.pretokenizer;

import org.wordloom.tokenizer.CharacterClass;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizedText.Words;

/**
 * Splits text as the regular expressions of GPT-2 and of GPT-4 (cl100k and its relatives) do, without a regular
 * expression: contractions, letters, numbers, other characters, white space, each as those patterns have it.
 */
public final class GptScanner implements PreTokenizedText.Splitter {
    /** GPT-2's pattern. */
    public static final String GPT2 =
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";
    /** GPT-4's pattern, as HuggingFace's files of such models have it. */
    public static final String CL100K = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}"
            + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    /** GPT-4's pattern with each digit a word of its own, as Qwen's. */
    public static final String CL100K_SINGLE_DIGITS = CL100K.replace("{1,3}", "");

    static final GptScanner FOR_GPT2 = new GptScanner(false, 0);

    private final boolean newer;
    private final int mostDigits;

    private GptScanner(boolean newer, int mostDigits) {
        this.newer = newer;
        this.mostDigits = mostDigits;
    }

    /** The scanner that does what {@code pattern} does, or null if there is none. */
    static GptScanner of(String pattern) {
        return switch (pattern) {
            case GPT2 -> FOR_GPT2;
            default ->
                pattern.equals(CL100K)
                        ? new GptScanner(true, 3)
                        : pattern.equals(CL100K_SINGLE_DIGITS) ? new GptScanner(true, 1) : null;
        };
    }

    @Override
    public void split(char[] chars, int from, int to, Words words) {
        int at = from;
        while (at < to) {
            int end = newer ? newerEnd(chars, at, to) : olderEnd(chars, at, to);
            words.word(at, end);
            at = end;
        }
    }

    private static int olderEnd(char[] chars, int from, int to) {
        char first = chars[from];
        if (first == '\'') {
            int end = contractionEnd(chars, from, to, false);
            if (end > from) {
                return end;
            }
        }
        int start = first == ' ' && from + 1 < to ? from + 1 : from;
        int bits = classAt(chars, start, to);
        if ((bits & CharacterClass.SPACE) == 0) {
            int kind = bits & (CharacterClass.LETTER | CharacterClass.NUMBER);
            return runEnd(chars, start, to, kind);
        }
        return spaceEnd(chars, from, to);
    }

    private int newerEnd(char[] chars, int from, int to) {
        char first = chars[from];
        if (first == '\'') {
            int end = contractionEnd(chars, from, to, true);
            if (end > from) {
                return end;
            }
        }
        int bits = classAt(chars, from, to);
        if ((bits & CharacterClass.LETTER) != 0) {
            return runEnd(chars, from, to, CharacterClass.LETTER);
        }
        if ((bits & CharacterClass.NUMBER) != 0) {
            return numberEnd(chars, from, to);
        }
        if (first != '\r' && first != '\n') {
            int second = from + Character.charCount(Character.codePointAt(chars, from, to));
            if (second < to && (classAt(chars, second, to) & CharacterClass.LETTER) != 0) {
                return runEnd(chars, second, to, CharacterClass.LETTER);
            }
        }
        int start = first == ' ' && from + 1 < to ? from + 1 : from;
        int kinds = CharacterClass.SPACE | CharacterClass.LETTER | CharacterClass.NUMBER;
        if ((classAt(chars, start, to) & kinds) == 0) {
            return lineEndsEnd(chars, runEnd(chars, start, to, 0), to);
        }
        return newerSpaceEnd(chars, from, to);
    }

    /** {@code \s*[\r\n]+|\s+(?!\S)|\s+}: up to the last line end of the white space if there is one. */
    private static int newerSpaceEnd(char[] chars, int from, int to) {
        int end = whiteEnd(chars, from, to);
        for (int i = end; i > from; i--) {
            if (chars[i - 1] == '\r' || chars[i - 1] == '\n') {
                return i;
            }
        }
        return spaceEnd(from, end, to);
    }

    private static int spaceEnd(char[] chars, int from, int to) {
        return spaceEnd(from, whiteEnd(chars, from, to), to);
    }

    /** {@code \s+(?!\S)|\s+}: white space but its last character when more text follows, unless it is the only one. */
    private static int spaceEnd(int from, int end, int to) {
        return end < to && end - from > 1 ? end - 1 : end;
    }

    /** All white space is in the Basic Multilingual Plane. */
    private static int whiteEnd(char[] chars, int from, int to) {
        int i = from;
        while (i < to && CharacterClass.isSpace(chars[i])) {
            i++;
        }
        return i;
    }

    private static int lineEndsEnd(char[] chars, int from, int to) {
        int i = from;
        while (i < to && (chars[i] == '\r' || chars[i] == '\n')) {
            i++;
        }
        return i;
    }

    private int numberEnd(char[] chars, int from, int to) {
        int i = from;
        for (int digits = 0; digits < mostDigits && i < to; digits++) {
            int codePoint = Character.codePointAt(chars, i, to);
            if (!CharacterClass.is(codePoint, CharacterClass.NUMBER)) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }

    /** The end of the run from {@code from} of letters, of numbers, or (kind 0) of neither those nor white space. */
    private static int runEnd(char[] chars, int from, int to, int kind) {
        int bits = CharacterClass.LETTER | CharacterClass.NUMBER | CharacterClass.SPACE;
        int i = from;
        while (i < to) {
            int codePoint = Character.codePointAt(chars, i, to);
            if ((CharacterClass.of(codePoint) & bits) != kind) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }

    private static int classAt(char[] chars, int at, int to) {
        return CharacterClass.of(Character.codePointAt(chars, at, to));
    }

    /** The end of 's 't 're 've 'm 'll 'd at {@code from}, or {@code from}. */
    private static int contractionEnd(char[] chars, int from, int to, boolean anyCase) {
        char second = from + 1 < to ? fold(chars[from + 1], anyCase) : 0;
        if (second == 's' || second == 't' || second == 'm' || second == 'd') {
            return from + 2;
        }
        char third = from + 2 < to ? fold(chars[from + 2], anyCase) : 0;
        boolean two =
                (second == 'r' && third == 'e') || (second == 'v' && third == 'e') || (second == 'l' && third == 'l');
        return two ? from + 3 : from;
    }

    private static char fold(char c, boolean anyCase) {
        if (!anyCase) {
            return c;
        }
        // The long s is an s to a regular expression that ignores case.
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c == '\u017F' ? 's' : c;
    }
}
