package org.wordloom.cooccurrence;

/**
 * Sums of pairs of frequent words, which stay in memory while all others go to sorted runs. A pair belongs to the corner
 * when the product of the two ranks (the most frequent word has rank 1) is at most a bound, the shape that Stanford's
 * {@code cooccur} uses: expected counts fall with that product, so these are the pairs that would be in every run.
 *
 * <p>Of a symmetric matrix only the half with column at most row is kept. Rows and columns are word ids, by frequency.
 */
final class DenseCorner {
    private final boolean symmetric;
    /** Row r has the columns 0 … {@code offsets[r + 1] - offsets[r] - 1}, its first sum is at {@code offsets[r]}. */
    private final int[] offsets;

    private final long[] sums;

    /** A corner for words 0 … {@code rows} - 1 that takes at most {@code memoryBytes}; without memory it is empty. */
    DenseCorner(int rows, boolean symmetric, long memoryBytes) {
        this.symmetric = symmetric;
        long bound = largestBound(rows, Math.min(Integer.MAX_VALUE - 8, memoryBytes / Long.BYTES - 1));
        this.offsets = new int[(int) Math.min(rows, bound) + 1];
        for (int row = 0; row < offsets.length - 1; row++) {
            offsets[row + 1] = offsets[row] + (int) width(row, rows, bound);
        }
        this.sums = new long[offsets[offsets.length - 1]];
    }

    /** How many columns of the row are in the corner: those before it. */
    int width(int row) {
        return row < offsets.length - 1 ? offsets[row + 1] - offsets[row] : 0;
    }

    /** Moves what belongs to the corner out of an accumulated row; of a symmetric matrix also what is kept mirrored. */
    void take(int row, RowAccumulator accumulator) {
        int[] touched = accumulator.touched();
        long[] rowSums = accumulator.sums();
        int left = 0;
        for (int i = 0; i < accumulator.size(); i++) {
            int column = touched[i];
            if (column < width(row)) {
                int cell = offsets[row] + column;
                sums[cell] = ExactSums.add(sums[cell], rowSums[column]);
                rowSums[column] = 0;
            } else if (symmetric && column > row && row < width(column)) {
                // It is added when the column's word is the row.
                rowSums[column] = 0;
            } else {
                touched[left++] = column;
            }
        }
        accumulator.shrink(left);
    }

    /** Adds all sums of the row to the accumulator, of a symmetric matrix also those that are kept mirrored. */
    void addTo(int row, RowAccumulator accumulator) {
        for (int column = 0; column < width(row); column++) {
            addTo(accumulator, column, sums[offsets[row] + column]);
        }
        // Widths fall from the square root of the bound on, so the first column that does not reach the row is the
        // last.
        for (int column = row + 1; symmetric && column < offsets.length - 1 && row < width(column); column++) {
            addTo(accumulator, column, sums[offsets[column] + row]);
        }
    }

    private static void addTo(RowAccumulator accumulator, int column, long sum) {
        if (sum != 0) {
            accumulator.add(column, sum);
        }
    }

    long memoryBytes() {
        return (long) Long.BYTES * sums.length + (long) Integer.BYTES * offsets.length;
    }

    private long largestBound(int rows, long places) {
        long low = 0;
        long high = (long) rows * rows;
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (fits(rows, middle, places)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Whether a corner of this bound takes no more than so many longs, two offsets counted as one. */
    private boolean fits(int rows, long bound, long places) {
        long last = Math.min(rows, bound);
        long left = places - last / 2 - 1;
        // Ends where it is decided: a vocabulary may have a thousand times as many rows as there are places.
        for (int row = 0; row < last && left >= 0; row++) {
            left -= width(row, rows, bound);
        }
        return left >= 0;
    }

    private long width(int row, int rows, long bound) {
        return Math.min(symmetric ? row + 1 : rows, bound / (row + 1));
    }
}
