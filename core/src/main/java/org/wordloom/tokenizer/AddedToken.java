package org.wordloom.tokenizer;

/**
 * A token that is found in the text before the model sees it.
 *
 * @param id the token's id
 * @param content the token's text
 * @param singleWord only where no word character precedes or follows it
 * @param stripLeft takes the white space before it along
 * @param stripRight takes the white space after it along
 * @param normalized found in normalised text, itself normalised; else in the text as it is given
 * @param special left out when decoding, if so wished
 */
public record AddedToken(
        int id,
        String content,
        boolean singleWord,
        boolean stripLeft,
        boolean stripRight,
        boolean normalized,
        boolean special) {
    /** A special token that is found as it is, anywhere. */
    public static AddedToken special(int id, String content) {
        return new AddedToken(id, content, false, false, false, false, true);
    }
}
