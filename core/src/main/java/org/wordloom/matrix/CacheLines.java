package org.wordloom.matrix;

/**
 * Where arrays lie between the lines of the cache, so that rows can begin at one. Java's first element lies 16 bytes after
 * an address that is a multiple of 8: seven times in eight each vector of 512 bits then lies across two lines, and is read
 * and written in two. Training in 300 columns is 4 to 7 % faster when none does (docs/LOG.md).
 *
 * <p>Only speed depends on an answer: a garbage collector may move the array at any time, and on a JVM whose addresses
 * cannot be read, or mean something else, an answer is just not the best one.
 */
public final class CacheLines {
    /** Floats in a line, as in a vector of 512 bits. */
    public static final int FLOATS = 16;

    private static final int LINE_BYTES = FLOATS * Float.BYTES;
    private static final ObjectAddresses ADDRESSES = ObjectAddresses.find();

    private CacheLines() {}

    /** The first element of an array that begins a line, from 0 to 15; 0 where that is not known. Not for inner loops. */
    public static int firstElement(float[] array) {
        return ADDRESSES == null ? 0 : (int) (-ADDRESSES.ofElements(array) & (LINE_BYTES - 1)) / Float.BYTES;
    }
}
