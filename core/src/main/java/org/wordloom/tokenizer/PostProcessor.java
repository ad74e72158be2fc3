package org.wordloom.tokenizer;

import java.util.List;

/** What is done to the encodings of one text or of a pair before they are joined. Immutable, safe to share. */
public interface PostProcessor {
    /** How many special tokens are added to one text, or to a pair. */
    int addedTokens(boolean pair);

    /**
     * The encodings that, joined, are the result.
     *
     * @param encodings of one text or two
     * @param addSpecialTokens whether to add special tokens
     */
    List<Encoding> process(List<Encoding> encodings, boolean addSpecialTokens);
}
