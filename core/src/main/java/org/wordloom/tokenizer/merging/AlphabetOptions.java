package org.wordloom.tokenizer.merging;

import java.util.List;
import org.wordloom.base.Problems;

/**
 * The pieces that a vocabulary begins with.
 *
 * @param specialTokens tokens that no text has, with the first ids in this order
 * @param limit how many characters to keep, the most frequent ones (of equals the lower code points); 0 keeps all
 * @param forced characters that are kept whether they occur or not, and count towards the limit; the 256 of
 *     {@code ByteLevel} for byte-level pieces
 * @param byteFallback whether the 256 pieces {@code <0x00>} to {@code <0xFF>} follow the special tokens
 * @param continuingPrefix before every character but a word's first, such as {@code ##}; empty for none
 * @param endOfWordSuffix after a word's last character, such as {@code </w>}; empty for none
 */
public record AlphabetOptions(
        List<String> specialTokens,
        int limit,
        String forced,
        boolean byteFallback,
        String continuingPrefix,
        String endOfWordSuffix) {

    public AlphabetOptions {
        specialTokens = List.copyOf(specialTokens);
    }

    /** All characters, nothing else. */
    public static AlphabetOptions defaults() {
        return new AlphabetOptions(List.of(), 0, "", false, "", "");
    }

    public AlphabetOptions withSpecialTokens(List<String> tokens) {
        return new AlphabetOptions(tokens, limit, forced, byteFallback, continuingPrefix, endOfWordSuffix);
    }

    public AlphabetOptions withLimit(int characters) {
        return new AlphabetOptions(specialTokens, characters, forced, byteFallback, continuingPrefix, endOfWordSuffix);
    }

    public AlphabetOptions withForced(String characters) {
        return new AlphabetOptions(specialTokens, limit, characters, byteFallback, continuingPrefix, endOfWordSuffix);
    }

    public AlphabetOptions withByteFallback(boolean fallback) {
        return new AlphabetOptions(specialTokens, limit, forced, fallback, continuingPrefix, endOfWordSuffix);
    }

    public AlphabetOptions withContinuingPrefix(String prefix) {
        return new AlphabetOptions(specialTokens, limit, forced, byteFallback, prefix, endOfWordSuffix);
    }

    public AlphabetOptions withEndOfWordSuffix(String suffix) {
        return new AlphabetOptions(specialTokens, limit, forced, byteFallback, continuingPrefix, suffix);
    }

    /** Adds every value that is out of its range. */
    public void validate(Problems problems) {
        problems.require(limit >= 0, "--alphabet-limit is %d, expected at least 0 (0: all characters)", limit);
        problems.require(
                specialTokens.stream().distinct().count() == specialTokens.size(),
                "--special-tokens names a token twice: %s",
                specialTokens);
        problems.require(
                specialTokens.stream().noneMatch(String::isEmpty),
                "--special-tokens holds an empty token, leave it out");
    }
}
