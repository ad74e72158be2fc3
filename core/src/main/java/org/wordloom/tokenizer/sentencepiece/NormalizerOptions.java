package org.wordloom.tokenizer.sentencepiece;

import java.io.Serializable;

/**
 * What SentencePiece does to text beside its character map.
 *
 * @param dummyPrefix a space is added at the beginning (at the end, with {@code whitespaceAsSuffix})
 * @param removesExtraWhitespace spaces at both ends vanish, and several in a row become one
 * @param escapesWhitespace a space becomes U+2581
 * @param whitespaceAsSuffix a word's space stands after it
 */
public record NormalizerOptions(
        boolean dummyPrefix, boolean removesExtraWhitespace, boolean escapesWhitespace, boolean whitespaceAsSuffix)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public static NormalizerOptions defaults() {
        return new NormalizerOptions(true, true, true, false);
    }
}
