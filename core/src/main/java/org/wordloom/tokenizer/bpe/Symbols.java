package org.wordloom.tokenizer.bpe;

import java.util.Arrays;
import org.wordloom.tokenizer.SubwordModel;

/**
 * A word as the pieces that it has before any merge, with their places in chars. Used again for the next word. Of a long
 * word no places are stored as long as symbol i stands for char i, as letters do.
 */
final class Symbols {
    private static final int FEW = 64;
    /** Above that many chars room is made at once: growing would hold everything twice. */
    private static final int MANY = 1 << 16;

    private final StartingPieces starting;
    private final boolean fuseUnknown;
    /** A character's bytes, then their pieces. */
    private final int[] bytes = new int[4];

    private int[] ids = new int[FEW];
    private int[] starts = new int[FEW];
    private int[] ends = new int[FEW];
    private int size;
    /** Whether symbol i has been char i so far. */
    private boolean plain;
    /** Whether places are those of {@link #plain} symbols, and not stored. */
    private boolean implied;

    private boolean lastIsUnknown;

    Symbols(StartingPieces starting, boolean fuseUnknown) {
        this.starting = starting;
        this.fuseUnknown = fuseUnknown;
    }

    int size() {
        return size;
    }

    int[] ids() {
        return ids;
    }

    /** Where symbols begin; only of words of up to {@value #FEW} symbols. */
    int[] starts() {
        return starts;
    }

    /** Where symbols end; only of words of up to {@value #FEW} symbols. */
    int[] ends() {
        return ends;
    }

    int start(int symbol) {
        return implied ? symbol : starts[symbol];
    }

    int end(int symbol) {
        return implied ? symbol + 1 : ends[symbol];
    }

    void read(char[] text, int from, int to) {
        size = 0;
        lastIsUnknown = false;
        plain = true;
        implied = false;
        makeRoom(to - from);
        for (int at = from; at < to; ) {
            int codePoint = text[at];
            int next = at + 1;
            if (Character.isHighSurrogate(text[at]) && next < to) {
                codePoint = Character.toCodePoint(text[at], text[next]);
                next++;
            }
            int id = starting.id(codePoint, at == from, next == to);
            if (id != SubwordModel.UNKNOWN) {
                add(id, at - from, next - from);
                lastIsUnknown = false;
            } else if (!addBytes(codePoint, at == from, next == to, at - from, next - from)) {
                addUnknown(at - from, next - from);
            }
            at = next;
        }
    }

    /** Prefix and suffix are part of what is unknown, and their bytes too, as HuggingFace has it. */
    private boolean addBytes(int codePoint, boolean isFirst, boolean isLast, int start, int end) {
        int[] prefix = isFirst ? StartingPieces.NO_BYTES : starting.prefixBytes();
        int[] suffix = isLast ? starting.suffixBytes() : StartingPieces.NO_BYTES;
        int n = utf8(codePoint);
        for (int i = 0; i < n; i++) {
            bytes[i] = starting.bytePiece(bytes[i]);
        }
        if (!areKnown(prefix, prefix.length) || !areKnown(bytes, n) || !areKnown(suffix, suffix.length)) {
            return false;
        }
        addAll(prefix, prefix.length, start, end);
        addAll(bytes, n, start, end);
        addAll(suffix, suffix.length, start, end);
        lastIsUnknown = false;
        return true;
    }

    private static boolean areKnown(int[] ids, int n) {
        for (int i = 0; i < n; i++) {
            if (ids[i] == SubwordModel.UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    private void addAll(int[] more, int n, int start, int end) {
        for (int i = 0; i < n; i++) {
            add(more[i], start, end);
        }
    }

    private void addUnknown(int start, int end) {
        if (starting.unknown() == SubwordModel.UNKNOWN) {
            return;
        }
        if (lastIsUnknown && fuseUnknown) {
            store();
            ends[size - 1] = end;
        } else {
            add(starting.unknown(), start, end);
        }
        lastIsUnknown = true;
    }

    private void add(int id, int start, int end) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, grown());
        }
        if (start != size || end != size + 1) {
            store();
        } else if (plain && size == starts.length) {
            implied = true;
        }
        if (!implied) {
            if (size == starts.length) {
                reservePlaces(ids.length);
            }
            starts[size] = start;
            ends[size] = end;
        }
        ids[size++] = id;
    }

    /** Stores places from now on, and those that went without saying. */
    private void store() {
        plain = false;
        if (implied) {
            implied = false;
            reservePlaces(ids.length);
            for (int i = 0; i < size; i++) {
                starts[i] = i;
                ends[i] = i + 1;
            }
        }
    }

    private void makeRoom(int chars) {
        if (chars > MANY && ids.length < chars) {
            ids = new int[chars];
        }
        if (ids.length > MANY && chars < 1 << 10) {
            // one huge word should not cost its memory for ever
            ids = new int[FEW];
            starts = new int[FEW];
            ends = new int[FEW];
        }
    }

    private int grown() {
        return (int) Math.min(Integer.MAX_VALUE - 8L, 16L + size + (size >> 1));
    }

    private void reservePlaces(int capacity) {
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
    }

    private int utf8(int codePoint) {
        if (codePoint < 0x80) {
            bytes[0] = codePoint;
            return 1;
        }
        int n = codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
        int rest = codePoint;
        for (int i = n - 1; i > 0; i--) {
            bytes[i] = 0x80 | (rest & 0x3F);
            rest >>= 6;
        }
        bytes[0] = (0xF00 >> n & 0xFF) | rest;
        return n;
    }
}
