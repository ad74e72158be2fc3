package org.wordloom.tokenizer.trie;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Lays out a {@link DoubleArray}. Ends of keys that carry the same values are stored once, when asked for. */
public final class DoubleArrayBuilder {
    private final byte[][] keys;
    private final int[] values;
    private final boolean sharesEnds;
    private final UnitBlocks blocks = new UnitBlocks();
    private final Map<Ends, Integer> known = new HashMap<>();
    private final int[] labels = new int[DoubleArray.BLOCK];
    private final int[] starts = new int[DoubleArray.BLOCK + 1];

    /** Ranges of keys whose first bytes are laid out and whose rest is not: from, to, depth, unit, four numbers each. */
    private int[] pending = new int[64];

    private int pendingSize;

    private DoubleArrayBuilder(byte[][] keys, int[] values, boolean sharesEnds) {
        this.keys = keys;
        this.values = values;
        this.sharesEnds = sharesEnds;
    }

    /**
     * @param keys distinct, not empty, without zero bytes, in unsigned order
     * @param values of at least 0, one for each key
     */
    public static DoubleArray build(byte[][] keys, int[] values) {
        return DoubleArray.of(new DoubleArrayBuilder(keys, values, false).layOut());
    }

    /** As {@link #build}, smaller where many keys end alike and carry the same values. */
    public static DoubleArray buildShared(byte[][] keys, int[] values) {
        return DoubleArray.of(new DoubleArrayBuilder(keys, values, true).layOut());
    }

    private int[] layOut() {
        requireOrder();
        if (keys.length > 0) {
            push(0, keys.length, 0, 0);
        }
        while (pendingSize > 0) {
            pendingSize -= 4;
            layOut(pending[pendingSize], pending[pendingSize + 1], pending[pendingSize + 2], pending[pendingSize + 3]);
        }
        return blocks.toArray();
    }

    private void requireOrder() {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].length == 0 || values[i] < 0) {
                throw new IllegalArgumentException("an empty key or a negative value at " + i);
            }
            if (i > 0 && Arrays.compareUnsigned(keys[i - 1], keys[i]) >= 0) {
                throw new IllegalArgumentException("keys out of order, or the same twice, at " + i);
            }
        }
    }

    /** Lays out the children of the node at unit {@code parent}, which the keys of a range share {@code depth} bytes of. */
    private void layOut(int from, int to, int depth, int parent) {
        Ends ends = sharesEnds ? new Ends(keys, values, from, to, depth) : null;
        boolean hasValue = keys[from].length == depth;
        Integer twin = sharesEnds ? known.get(ends) : null;
        if (twin != null && UnitBlocks.isReachable(parent, twin)) {
            link(parent, twin, hasValue);
            return;
        }
        int count = groups(from, to, depth);
        int base = blocks.place(parent, labels, count);
        link(parent, base, hasValue);
        if (sharesEnds) {
            known.put(ends, base);
        }
        for (int i = 0; i < count; i++) {
            int at = base ^ labels[i];
            if (labels[i] == 0) {
                blocks.set(at, values[from] | DoubleArray.VALUE_BIT);
            } else {
                blocks.set(at, labels[i]);
                push(starts[i], starts[i + 1], depth + 1, at);
            }
        }
    }

    /** Splits a range by the byte at {@code depth}: fills labels and starts. */
    private int groups(int from, int to, int depth) {
        int count = 0;
        for (int i = from; i < to; i++) {
            int label = keys[i].length == depth ? 0 : label(i, depth);
            if (count == 0 || labels[count - 1] != label) {
                labels[count] = label;
                starts[count++] = i;
            }
        }
        starts[count] = to;
        return count;
    }

    private int label(int key, int depth) {
        int label = keys[key][depth] & 0xFF;
        if (label == 0) {
            throw new IllegalArgumentException("a zero byte in key " + key);
        }
        return label;
    }

    private void link(int parent, int base, boolean hasValue) {
        int label = blocks.unit(parent) & 0xFF;
        int value = hasValue ? DoubleArray.HAS_VALUE_BIT : 0;
        blocks.set(parent, label | value | UnitBlocks.offsetBits(parent, base));
    }

    private void push(int from, int to, int depth, int unit) {
        if (pendingSize + 4 > pending.length) {
            pending = Arrays.copyOf(pending, pending.length * 2);
        }
        pending[pendingSize++] = from;
        pending[pendingSize++] = to;
        pending[pendingSize++] = depth;
        pending[pendingSize++] = unit;
    }

    /** What follows the first {@code depth} bytes of a range of keys, with the values: the same for nodes to be shared. */
    private record Ends(byte[][] keys, int[] values, int from, int to, int depth) {
        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Ends that) || to - from != that.to - that.from) {
                return false;
            }
            for (int i = 0; i < to - from; i++) {
                byte[] mine = keys[from + i];
                byte[] yours = that.keys[that.from + i];
                if (values[from + i] != that.values[that.from + i]
                        || !Arrays.equals(mine, depth, mine.length, yours, that.depth, yours.length)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int i = from; i < to; i++) {
                hash = hash * 31 + values[i];
                for (int k = depth; k < keys[i].length; k++) {
                    hash = hash * 31 + keys[i][k];
                }
            }
            return hash;
        }
    }
}
