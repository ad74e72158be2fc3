package org.wordloom.tokenizer.normalizer;

import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.CharacterClass;
import org.wordloom.tokenizer.Normalizer;

/**
 * What BERT does to text before it splits it.
 *
 * @param cleanText leave out control characters, NUL and U+FFFD, and make all white space spaces
 * @param handleChineseChars put spaces around ideographs
 * @param stripAccents decompose canonically and leave out nonspacing marks
 * @param lowercase lower-case
 */
public record BertNormalizer(boolean cleanText, boolean handleChineseChars, boolean stripAccents, boolean lowercase)
        implements Normalizer {
    private static final int FIRST_IDEOGRAPH = 0x3400;
    private static final Normalizer LOWERCASE = new Lowercase();

    @Override
    public void normalize(AlignedText text) {
        if (cleanText) {
            clean(text);
        }
        if (handleChineseChars && text.firstFrom(FIRST_IDEOGRAPH, 0) < text.length()) {
            isolateIdeographs(text);
        }
        if (stripAccents) {
            UnicodeNormalizer.NFD.normalize(text);
            if (text.firstFrom(0x300, 0) < text.length()) {
                Filter.keep(text, codePoint -> !CharacterClass.is(codePoint, CharacterClass.NONSPACING_MARK));
            }
        }
        if (lowercase) {
            LOWERCASE.normalize(text);
        }
    }

    private static void clean(AlignedText text) {
        Filter.keep(text, BertNormalizer::isKept);
        char[] chars = text.chars();
        for (int i = 0; i < text.length(); i++) {
            if (CharacterClass.isSpace(chars[i])) {
                chars[i] = ' ';
            }
        }
    }

    private static boolean isKept(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint >= ' ' || codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
        }
        return codePoint != 0xFFFD && !CharacterClass.is(codePoint, CharacterClass.CONTROL);
    }

    private static void isolateIdeographs(AlignedText text) {
        text.beginEdit();
        while (text.position() < text.length()) {
            int codePoint = text.codePointAt(text.position());
            if (isIdeograph(codePoint)) {
                text.replace(' ');
                text.insert(codePoint);
                text.insert(' ');
            } else {
                text.copy(Character.charCount(codePoint));
            }
        }
        text.endEdit();
    }

    /** The blocks that BERT takes for Chinese; one of its bounds (U+2B920) is a slip that all its tokenizers share. */
    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= FIRST_IDEOGRAPH && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B73F)
                || (c >= 0x2B740 && c <= 0x2B81F)
                || (c >= 0x2B920 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }
}
