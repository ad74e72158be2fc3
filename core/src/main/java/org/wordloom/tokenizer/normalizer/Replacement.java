package org.wordloom.tokenizer.normalizer;

import org.wordloom.tokenizer.AlignedText;

/** Replaces a few code points by others, aligned one to one as far as that goes. */
final class Replacement {
    private Replacement() {}

    /** Within an edit of {@code text}: puts {@code replacement} in the place of the next {@code codePoints} ones. */
    static void put(AlignedText text, String replacement, int codePoints) {
        int replaced = 0;
        for (int i = 0; i < replacement.length(); ) {
            int codePoint = replacement.codePointAt(i);
            if (replaced < codePoints) {
                text.replace(codePoint);
                replaced++;
            } else {
                text.insert(codePoint);
            }
            i += Character.charCount(codePoint);
        }
        text.skip(codePoints - replaced);
    }
}
