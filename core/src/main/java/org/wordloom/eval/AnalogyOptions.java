package org.wordloom.eval;

import org.wordloom.search.AnalogyMethod;

/**
 * How analogies are judged. The defaults are gensim's; word2vec's compute-accuracy is usually run with 30,000 words.
 *
 * @param method how a question is answered
 * @param restrictVocabulary only the first so many words are known and searched
 * @param ignoreCase compare words in upper case; of several spellings the most frequent one counts
 * @param wrongForUnknown a question with an unknown word counts as answered wrongly instead of being left out
 * @param threads threads of the search
 */
public record AnalogyOptions(
        AnalogyMethod method, int restrictVocabulary, boolean ignoreCase, boolean wrongForUnknown, int threads) {
    public static AnalogyOptions defaults() {
        return new AnalogyOptions(AnalogyMethod.COS_ADD, 300_000, true, false, 1);
    }
}
