package org.wordloom.cooccurrence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Packed segments of one bucket, from one or several {@link PairBuckets}, turned back into cells. */
public final class PackedPairs {
    /** A pair takes two bytes at least: the distance of its column, and its sum. */
    private static final int LEAST_PAIR_BYTES = 2;

    private static final int MOST_PAIRS = Integer.MAX_VALUE - 8;

    private PackedPairs() {}

    /**
     * The cells of a bucket: equal pairs of several segments are added up, so that the result does not hang on how they
     * were cut.
     *
     * @param name how errors call them
     * @throws org.wordloom.base.WordloomException FORMAT when the bytes are damaged; ENVIRONMENT when there may be more pairs
     *     in them than an array holds
     */
    public static Cells cells(List<byte[]> segments, String name) throws IOException {
        long capacity = 0;
        List<PairCursor> cursors = new ArrayList<>();
        for (byte[] segment : segments) {
            capacity += segment.length / LEAST_PAIR_BYTES;
            cursors.add(new PairDecoder(segment, name));
        }
        if (capacity > MOST_PAIRS) {
            throw PairEncoder.tooLarge();
        }
        return cursors.isEmpty() ? cells(new PairDecoder(), 0) : cells(MergedPairs.of(cursors), (int) capacity);
    }

    private static Cells cells(PairCursor pairs, int capacity) throws IOException {
        int[] rows = new int[capacity];
        int[] columns = new int[rows.length];
        float[] values = new float[rows.length];
        int size = 0;
        while (pairs.next()) {
            rows[size] = pairs.row();
            columns[size] = pairs.column();
            values[size++] = pairs.sum();
        }
        return new Cells(Arrays.copyOf(rows, size), Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
    }
}
