package org.wordloom.tokenizer.wordpiece;

/**
 * How a {@link WordPieceModel} takes words apart, and the one source of the defaults.
 *
 * @param unknownToken the piece for a word that the pieces do not cover
 * @param continuingPrefix before each piece but a word's first
 * @param maxCharactersPerWord longer words are unknown
 */
public record WordPieceOptions(String unknownToken, String continuingPrefix, int maxCharactersPerWord) {
    /** BERT's: {@code [UNK]}, {@code ##}, 100. */
    public static WordPieceOptions defaults() {
        return new WordPieceOptions("[UNK]", "##", 100);
    }
}
