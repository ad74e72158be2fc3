package org.wordloom.tokenizer.bpe;

import org.wordloom.base.Problems;

/**
 * How a {@link BpeModel} takes words apart, and the one source of the defaults.
 *
 * @param dropout the probability in [0, 1] with which a merge is left out each time it is due (Provilkov, Emelianenko
 *     and Voita 2020)
 * @param seed of dropout's random numbers; files do not hold it
 * @param unknownToken the piece for an unknown character; empty leaves unknown characters out
 * @param continuingPrefix before each character but a word's first, gone in a merge's right half; empty for none
 * @param endOfWordSuffix after a word's last character; empty for none
 * @param fuseUnknown whether neighbouring unknown characters are one unknown token
 * @param byteFallback whether an unknown character becomes pieces such as {@code <0xE4>}, if all of its bytes are there
 * @param ignoreMerges whether a word that is a piece is taken whole, whatever the merges
 * @param longestFirst whether words are taken apart by longest pieces instead of by merges
 */
public record BpeOptions(
        double dropout,
        long seed,
        String unknownToken,
        String continuingPrefix,
        String endOfWordSuffix,
        boolean fuseUnknown,
        boolean byteFallback,
        boolean ignoreMerges,
        boolean longestFirst) {

    /** No dropout, no unknown token, no prefix nor suffix, merges. */
    public static BpeOptions defaults() {
        return new BpeOptions(0, 1, "", "", "", false, false, false, false);
    }

    public BpeOptions withDropout(double probability) {
        return new BpeOptions(
                probability,
                seed,
                unknownToken,
                continuingPrefix,
                endOfWordSuffix,
                fuseUnknown,
                byteFallback,
                ignoreMerges,
                longestFirst);
    }

    public BpeOptions withSeed(long number) {
        return new BpeOptions(
                dropout,
                number,
                unknownToken,
                continuingPrefix,
                endOfWordSuffix,
                fuseUnknown,
                byteFallback,
                ignoreMerges,
                longestFirst);
    }

    public BpeOptions withUnknownToken(String token) {
        return new BpeOptions(
                dropout,
                seed,
                token,
                continuingPrefix,
                endOfWordSuffix,
                fuseUnknown,
                byteFallback,
                ignoreMerges,
                longestFirst);
    }

    public BpeOptions withContinuingPrefix(String prefix) {
        return new BpeOptions(
                dropout,
                seed,
                unknownToken,
                prefix,
                endOfWordSuffix,
                fuseUnknown,
                byteFallback,
                ignoreMerges,
                longestFirst);
    }

    public BpeOptions withEndOfWordSuffix(String suffix) {
        return new BpeOptions(
                dropout,
                seed,
                unknownToken,
                continuingPrefix,
                suffix,
                fuseUnknown,
                byteFallback,
                ignoreMerges,
                longestFirst);
    }

    public BpeOptions withFuseUnknown(boolean fuse) {
        return new BpeOptions(
                dropout,
                seed,
                unknownToken,
                continuingPrefix,
                endOfWordSuffix,
                fuse,
                byteFallback,
                ignoreMerges,
                longestFirst);
    }

    public BpeOptions withByteFallback(boolean fallback) {
        return new BpeOptions(
                dropout,
                seed,
                unknownToken,
                continuingPrefix,
                endOfWordSuffix,
                fuseUnknown,
                fallback,
                ignoreMerges,
                longestFirst);
    }

    public BpeOptions withIgnoreMerges(boolean ignore) {
        return new BpeOptions(
                dropout,
                seed,
                unknownToken,
                continuingPrefix,
                endOfWordSuffix,
                fuseUnknown,
                byteFallback,
                ignore,
                longestFirst);
    }

    public BpeOptions withLongestFirst(boolean longest) {
        return new BpeOptions(
                dropout,
                seed,
                unknownToken,
                continuingPrefix,
                endOfWordSuffix,
                fuseUnknown,
                byteFallback,
                ignoreMerges,
                longest);
    }

    /** Adds every value that is out of its range. */
    public void validate(Problems problems) {
        problems.require(dropout >= 0 && dropout <= 1, "--dropout is %s, expected 0 to 1", dropout);
    }
}
