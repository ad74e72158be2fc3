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

    /** A corner for words 0 … {@code rows} - 1 that takes at most {@code memoryBytes}, or is empty. */
    DenseCorner(int rows, boolean symmetric, long memoryBytes) {
        this.symmetric = symmetric;
        this.offsets = new int[rows + 1];
        long cells = Math.min(Integer.MAX_VALUE - 8, memoryBytes / Long.BYTES - rows / 2 - 1);
        long bound = largestBound(rows, cells);
        for (int row = 0; row < rows; row++) {
            offsets[row + 1] = offsets[row] + (int) width(row, rows, bound);
        }
        this.sums = new long[offsets[rows]];
    }

    /** How many columns of the row are in the corner: those before it. */
    int width(int row) {
        return offsets[row + 1] - offsets[row];
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
        int start = offsets[row];
        for (int column = 0; column < width(row); column++) {
            if (sums[start + column] != 0) {
                accumulator.add(column, sums[start + column]);
            }
        }
        // Widths fall from the square root of the bound on, so the first column that does not reach the row is the
        // last.
        for (int column = row + 1; symmetric && column < offsets.length - 1 && row < width(column); column++) {
            long sum = sums[offsets[column] + row];
            if (sum != 0) {
                accumulator.add(column, sum);
            }
        }
    }

    long memoryBytes() {
        return (long) Long.BYTES * sums.length + (long) Integer.BYTES * offsets.length;
    }

    private long largestBound(int rows, long cells) {
        long low = 0;
        long high = (long) rows * rows;
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (cells(rows, middle) <= cells) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private long cells(int rows, long bound) {
        long cells = 0;
        for (int row = 0; row < rows; row++) {
            cells += width(row, rows, bound);
        }
        return cells;
    }

    private long width(int row, int rows, long bound) {
        return Math.min(symmetric ? row + 1 : rows, bound / (row + 1));
    }
}
