package org.wordloom.tokenizer.wordpiece;

import java.util.Arrays;
import org.wordloom.tokenizer.SubwordModel;

/** Pieces by their beginnings, a step a char: a hash table from a node and a char to the node that it leads to. */
final class PieceTrie {
    static final int ROOT = 0;
    static final int NOWHERE = -1;

    private static final int CHAR_BITS = 16;

    private long[] keys = new long[1 << 10];
    private int[] children = new int[1 << 10];
    private int[] ids = {SubwordModel.UNKNOWN};
    private int nodes = 1;

    /** Adds the piece {@code text[from, end)}. */
    void add(String text, int from, int id) {
        int node = ROOT;
        for (int i = from; i < text.length(); i++) {
            node = childOrNew(node, text.charAt(i));
        }
        ids[node] = id;
    }

    /** The node that {@code node} leads to by {@code c}, or {@link #NOWHERE}. */
    int child(int node, char c) {
        long key = key(node, c);
        int slot = slot(key);
        return keys[slot] == key ? children[slot] : NOWHERE;
    }

    /** The piece that ends at the node, or {@link SubwordModel#UNKNOWN}. */
    int id(int node) {
        return ids[node];
    }

    private int childOrNew(int node, char c) {
        int known = child(node, c);
        if (known != NOWHERE) {
            return known;
        }
        if (nodes > keys.length >> 1) {
            rehash();
        }
        if (nodes == ids.length) {
            ids = Arrays.copyOf(ids, 2 * nodes);
        }
        ids[nodes] = SubwordModel.UNKNOWN;
        put(key(node, c), nodes);
        return nodes++;
    }

    private void put(long key, int child) {
        int slot = slot(key);
        keys[slot] = key;
        children[slot] = child;
    }

    /** One is added, so that no key is 0, which is an empty slot. */
    private static long key(int node, char c) {
        return ((long) node << CHAR_BITS | c) + 1;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int mask = keys.length - 1;
        int slot = (int) (mixed >>> 32) & mask;
        while (keys[slot] != key && keys[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[2 * oldKeys.length];
        children = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldChildren[i]);
            }
        }
    }
}
