package org.wordloom.tokenizer.unigram;

import java.io.Serializable;

/**
 * Where the pieces of a vocabulary may not reach across. Names and defaults are SentencePiece's.
 *
 * @param splitByScript pieces have characters of one script; Han, Hiragana and Katakana count as one
 * @param splitByNumber with scripts: digits are of another script than letters
 * @param splitByWhitespace pieces have no whitespace mark but at one end
 * @param splitDigits each digit is a piece
 * @param whitespaceAsSuffix the whitespace mark stands at the end of a word, not at its beginning
 * @param whitespacePieces pieces of whitespace marks only are allowed
 */
public record SegmentOptions(
        boolean splitByScript,
        boolean splitByNumber,
        boolean splitByWhitespace,
        boolean splitDigits,
        boolean whitespaceAsSuffix,
        boolean whitespacePieces)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What SentencePiece writes for a space, U+2581. */
    public static final char WHITESPACE_MARK = '\u2581';

    public static SegmentOptions defaults() {
        return new SegmentOptions(true, true, true, false, false, false);
    }
}
