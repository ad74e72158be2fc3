package org.wordloom.tokenizer.normalizer;

/**
 * A map from character sequences to their replacements, as SentencePiece stores it with its models (the precompiled map
 * of {@code nmt_nfkc} and its like). Immutable and safe to share between threads.
 */
public interface CharacterMap {
    /** What {@link #shortest} and {@link #longest} give when no key begins there. */
    long NONE = -1;

    /** The shortest key that begins at {@code utf8[from]} and ends at {@code to} or before, or {@link #NONE}. */
    long shortest(byte[] utf8, int from, int to);

    /** The longest key that begins at {@code utf8[from]} and ends at {@code to} or before, or {@link #NONE}. */
    long longest(byte[] utf8, int from, int to);

    /** The length of a key found, in bytes. */
    static int keyLength(long match) {
        return (int) (match >>> 32);
    }

    /** The number of the replacement of a key found, for {@link #replacement}. */
    static int replacementNumber(long match) {
        return (int) match;
    }

    /** A match to hand out: keyLength in the high half, the replacement's number in the low half. */
    static long match(int keyLength, int replacementNumber) {
        return ((long) keyLength << 32) | replacementNumber;
    }

    /** A replacement, perhaps empty. */
    String replacement(int number);

    /** The map as SentencePiece writes it: the trie's size, the double-array trie, the replacements each ended by NUL. */
    byte[] toBytes();
}
