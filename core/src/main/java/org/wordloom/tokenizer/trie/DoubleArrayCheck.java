package org.wordloom.tokenizer.trie;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/** Looks for what a hostile double array could do: lead out of itself, lead in circles. */
final class DoubleArrayCheck {
    private static final int UNKNOWN = -1;
    private static final int OPEN = -2;

    private final int[] units;
    /** From a base to the length of the longest key from there on, or OPEN while its children are being walked. */
    private final Int2IntOpenHashMap heights = new Int2IntOpenHashMap();

    private final IntArrayList bases = new IntArrayList();
    private final IntArrayList nextLabels = new IntArrayList();

    private DoubleArrayCheck(int[] units) {
        this.units = units;
        heights.defaultReturnValue(UNKNOWN);
    }

    static int longestKey(int[] units) {
        if (units.length == 0 || units.length % DoubleArray.BLOCK != 0) {
            throw new IllegalArgumentException("a double array of " + units.length + " units, not a multiple of 256");
        }
        for (int i = 0; i < units.length; i++) {
            int base = i ^ DoubleArray.offset(units[i]);
            if (units[i] >= 0 && base >= units.length) {
                throw new IllegalArgumentException("unit " + i + " leads to unit " + base + " of " + units.length);
            }
            if (units[i] >= 0 && DoubleArray.hasValue(units[i]) && units[base] >= 0) {
                throw new IllegalArgumentException("unit " + i + " has a value that unit " + base + " does not hold");
            }
        }
        if (units[0] < 0) {
            throw new IllegalArgumentException("unit 0, the root, is a value");
        }
        return new DoubleArrayCheck(units).walk(DoubleArray.offset(units[0]));
    }

    /** Depth first with a stack of its own: a hostile key may be longer than the thread's stack is deep. */
    private int walk(int root) {
        open(root);
        while (!bases.isEmpty()) {
            int base = bases.topInt();
            int child = nextChild(base);
            if (child >= 0) {
                visit(child);
            } else {
                close(base);
            }
        }
        return heights.get(root) - 1;
    }

    private void open(int base) {
        heights.put(base, OPEN);
        bases.push(base);
        nextLabels.push(1);
    }

    /** The base of the next child of the node on top, or -1. */
    private int nextChild(int base) {
        for (int label = nextLabels.popInt(); label < DoubleArray.BLOCK; label++) {
            int at = base ^ label;
            if (DoubleArray.isLabelled(units[at], label)) {
                nextLabels.push(label + 1);
                return at ^ DoubleArray.offset(units[at]);
            }
        }
        nextLabels.push(DoubleArray.BLOCK);
        return -1;
    }

    private void visit(int child) {
        int height = heights.get(child);
        if (height == OPEN) {
            throw new IllegalArgumentException("a path that comes back to unit " + child);
        }
        if (height == UNKNOWN) {
            open(child);
        }
    }

    private void close(int base) {
        int height = 0;
        for (int label = 1; label < DoubleArray.BLOCK; label++) {
            int at = base ^ label;
            if (DoubleArray.isLabelled(units[at], label)) {
                height = Math.max(height, heights.get(at ^ DoubleArray.offset(units[at])));
            }
        }
        heights.put(base, height + 1);
        bases.popInt();
        nextLabels.popInt();
    }
}
