package org.wordloom.matrix;

/**
 * How the values of a row lie in its floats: one after another, then the padding; or with some of the padding moved to the
 * ends of the first lines of the cache, which then hold 15 values and a spare float each, always 0. A thread claims such a
 * line by writing that 0 before it needs the line ({@link SpacedRows}).
 *
 * @param columns values of a row
 * @param lines how many of the first lines have a spare float; 0 in a matrix that is no thread's
 */
public record RowSpacing(int columns, int lines) {
    private static final int LINE = CacheLines.FLOATS;
    private static final int VALUES = LINE - 1;
    /**
     * No more lines of a row are claimed. With 300 columns all lines of a tile's rows fill the first cache: one thread was
     * 6 % slower by claiming them, and not by 8 of each (docs/LOG.md).
     */
    private static final int MOST_LINES = 8;

    public RowSpacing {
        if (columns <= 0
                || lines < 0
                || lines > RowMatrix.stride(columns) - columns
                || lines * LINE > columns + VALUES) {
            throw new IllegalArgumentException("spare floats in " + lines + " lines of " + columns + " columns");
        }
    }

    /** Values one after another. */
    public static RowSpacing dense(int columns) {
        return new RowSpacing(columns, 0);
    }

    /** As many spare floats as the padding has: all 7 lines of 100 columns, 4 of 300, none of 128. */
    public static RowSpacing forThreads(int columns) {
        int stride = RowMatrix.stride(columns);
        return new RowSpacing(columns, Math.min(MOST_LINES, Math.min(stride / LINE, stride - columns)));
    }

    /** Moves the values of a row from where they lie one after another to their places. */
    void spread(float[] row, int at) {
        int rest = lines * VALUES;
        if (rest < columns) {
            System.arraycopy(row, at + rest, row, at + lines * LINE, columns - rest);
        }
        for (int line = lines - 1; line >= 0; line--) {
            System.arraycopy(row, at + line * VALUES, row, at + line * LINE, VALUES);
            row[at + line * LINE + VALUES] = 0f;
        }
    }

    /** Copies the {@link #columns} values of a row from their places to where they lie one after another; also in place. */
    public void collect(float[] row, int at, float[] values, int atValues) {
        for (int line = 0; line < lines; line++) {
            int count = Math.min(VALUES, columns - line * VALUES);
            System.arraycopy(row, at + line * LINE, values, atValues + line * VALUES, count);
        }
        int rest = lines * VALUES;
        if (rest < columns) {
            System.arraycopy(row, at + lines * LINE, values, atValues + rest, columns - rest);
        }
    }
}
