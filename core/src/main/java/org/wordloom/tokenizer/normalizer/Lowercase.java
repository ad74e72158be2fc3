package org.wordloom.tokenizer.normalizer;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.Normalizer;

/** Lower case, each character for itself: a final sigma becomes an ordinary one. */
public record Lowercase() implements Normalizer {
    private static final int DOTTED_CAPITAL_I = 0x130;

    @Override
    public void normalize(AlignedText text) {
        if (inPlace(text)) {
            return;
        }
        text.beginEdit();
        while (text.position() < text.length()) {
            int codePoint = text.codePointAt(text.position());
            if (codePoint == DOTTED_CAPITAL_I) {
                replaceByAll(text, UCharacter.toLowerCase(ULocale.ROOT, "\u0130"));
            } else {
                text.replace(UCharacter.toLowerCase(codePoint));
            }
        }
        text.endEdit();
    }

    /** Lower-cases as long as a char stands for a char, and says whether that was so to the end. */
    private static boolean inPlace(AlignedText text) {
        char[] chars = text.chars();
        for (int i = 0; i < text.length(); i++) {
            char c = chars[i];
            if (c < 0x80) {
                chars[i] = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
            } else if (c == DOTTED_CAPITAL_I || Character.isSurrogate(c)) {
                return false;
            } else {
                chars[i] = (char) UCharacter.toLowerCase(c);
            }
        }
        return true;
    }

    private static void replaceByAll(AlignedText text, String lower) {
        int first = lower.codePointAt(0);
        text.replace(first);
        lower.codePoints().skip(1).forEach(text::insert);
    }
}
