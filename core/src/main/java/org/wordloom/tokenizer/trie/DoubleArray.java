package org.wordloom.tokenizer.trie;

/**
 * A read-only map from byte strings to numbers of at least 0, walked byte by byte. The units are those of Darts-clone
 * (Yata), which SentencePiece stores in its models: bits 0–7 label, bit 8 whether a value hangs below, bits 9–30 offset
 * to the children; a value has bit 31 set. A child of the node whose children begin at {@code base} lies at
 * {@code base ^ label}, a value at {@code base}.
 *
 * <p>A loop over text holds a base and steps itself, with the static methods, which saves it an object for each step:
 *
 * <pre>{@code
 * int base = trie.rootBase();
 * for (…) {
 *     int at = base ^ label;
 *     int unit = units[at];
 *     if (!DoubleArray.isLabelled(unit, label)) break;
 *     base = at ^ DoubleArray.offset(unit);
 *     if (DoubleArray.hasValue(unit)) { … DoubleArray.value(units[base]) … }
 * }
 * }</pre>
 */
public final class DoubleArray {
    /** Children of one node lie within a block of so many units. */
    public static final int BLOCK = 256;

    static final int VALUE_BIT = 1 << 31;
    static final int HAS_VALUE_BIT = 1 << 8;
    static final int FAR_BIT = 1 << 9;
    static final int LABEL_MASK = VALUE_BIT | 0xFF;

    private final int[] units;
    private final int longestKey;

    private DoubleArray(int[] units, int longestKey) {
        this.units = units;
        this.longestKey = longestKey;
    }

    /**
     * Takes units from anywhere, after a look at each: children within the array, no path that comes back to where it
     * was.
     *
     * @throws IllegalArgumentException that says which unit is wrong
     */
    public static DoubleArray of(int[] units) {
        return new DoubleArray(units, DoubleArrayCheck.longestKey(units));
    }

    /** The units themselves, for loops over text and for writers; not to be changed. */
    public int[] units() {
        return units;
    }

    /** The most bytes that a key has. */
    public int longestKey() {
        return longestKey;
    }

    /** Where the root's children begin. */
    public int rootBase() {
        return offset(units[0]);
    }

    /** The number of the key {@code bytes[from, to)}, or -1. */
    public int get(byte[] bytes, int from, int to) {
        int unit = units[0];
        int base = offset(unit);
        for (int i = from; i < to; i++) {
            int at = base ^ (bytes[i] & 0xFF);
            unit = units[at];
            if (!isLabelled(unit, bytes[i] & 0xFF)) {
                return -1;
            }
            base = at ^ offset(unit);
        }
        return hasValue(unit) ? value(units[base]) : -1;
    }

    /** Whether the unit is a child by this label, 1 … 255; label 0 is never a child's. */
    public static boolean isLabelled(int unit, int label) {
        return (unit & LABEL_MASK) == label && label != 0;
    }

    /** What a child's place is to be xor-ed with to get the base of its own children. */
    public static int offset(int unit) {
        return (unit >>> 10) << ((unit & FAR_BIT) >>> 6);
    }

    /** Whether a key ends at this unit. */
    public static boolean hasValue(int unit) {
        return (unit & HAS_VALUE_BIT) != 0;
    }

    /** The number in the unit at the base. */
    public static int value(int unit) {
        return unit & ~VALUE_BIT;
    }
}
