package org.wordloom.tokenizer;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.vocab.Vocabulary;

/** What trainers can count with 64 bits: nothing that they add up is more than the bytes of the whole text. */
public final class CountLimit {
    private CountLimit() {}

    /**
     * Checks that the words, each as often as it occurs, have fewer than 2^63 bytes together.
     *
     * @throws WordloomException INPUT when they have more
     */
    public static void require(Vocabulary words) {
        long left = Long.MAX_VALUE;
        for (int word = 0; word < words.size(); word++) {
            int bytes = words.start(word + 1) - words.start(word);
            if (bytes > 0 && words.count(word) > left / bytes) {
                throw new WordloomException(
                        ExitCode.INPUT,
                        "the words have 2^63 bytes or more, '" + words.word(word) + "' occurs " + words.count(word)
                                + " times; divide all counts by the same number");
            }
            left -= words.count(word) * bytes;
        }
    }
}
