package org.wordloom.tokenizer.normalizer;

import java.util.List;
import org.wordloom.tokenizer.Normalizer;
import org.wordloom.tokenizer.TextPattern;

/** The steps that leave one space of several, and none at the ends: what SentencePiece does unless told otherwise. */
public final class ExtraWhitespace {
    private static final List<Normalizer> REMOVAL =
            List.of(new Replace(TextPattern.regex(" {2,}"), " "), new Replace(TextPattern.regex("\\A | \\z"), ""));

    private ExtraWhitespace() {}

    public static List<Normalizer> removal() {
        return REMOVAL;
    }
}
