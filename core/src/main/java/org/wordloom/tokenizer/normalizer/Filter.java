package org.wordloom.tokenizer.normalizer;

import java.util.function.IntPredicate;
import org.wordloom.tokenizer.AlignedText;

/** Leaves characters out. */
final class Filter {
    private Filter() {}

    /** Keeps the code points that {@code keep} accepts; each stays aligned to its own original. */
    static void keep(AlignedText text, IntPredicate keep) {
        int at = firstRejected(text, keep);
        if (at == text.length()) {
            return;
        }
        text.beginEdit();
        text.copy(at);
        while (text.position() < text.length()) {
            int codePoint = text.codePointAt(text.position());
            if (keep.test(codePoint)) {
                text.copy(Character.charCount(codePoint));
            } else {
                text.skip(1);
            }
        }
        text.endEdit();
    }

    private static int firstRejected(AlignedText text, IntPredicate keep) {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (!keep.test(codePoint)) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }
}
