package org.wordloom.cluster.cooccurrence;

import java.util.Arrays;

/** Numbers of at least 0 as LEB128 bytes (7 bits a byte, low bits first): most words are rare, and their sums small. */
final class PackedSums {
    private static final int MAX_BYTES = 9;

    private PackedSums() {}

    /** Packs. */
    static final class Writer {
        private byte[] bytes = new byte[1 << 12];
        private int used;

        /** Adds {@code values[from, to)}; gives all of their bits, so 0 when all are 0. */
        long add(long[] values, int from, int to) {
            long bits = 0;
            for (int i = from; i < to; i++) {
                bits |= values[i];
                add(values[i]);
            }
            return bits;
        }

        byte[] take() {
            return Arrays.copyOf(bytes, used);
        }

        private void add(long value) {
            if (bytes.length - used < MAX_BYTES) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                bytes[used++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[used++] = (byte) rest;
        }
    }

    /** Unpacks. */
    static final class Reader {
        private final byte[] bytes;
        private int position;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        long next() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes[position++];
                value |= (b & 0x7FL) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }
    }
}
