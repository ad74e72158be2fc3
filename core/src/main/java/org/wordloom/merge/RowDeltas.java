package org.wordloom.merge;

import java.util.Arrays;
import org.wordloom.matrix.RowMatrix;

/**
 * The changed rows of one side of one replica in one round: row numbers, ascending; how often each was updated; and its
 * change, after minus before. The rows belong to the whole matrix, or to a block of it after {@link #slice}. Immutable by
 * convention: arrays are handed over, not copied.
 */
public final class RowDeltas {
    private final int[] rows;
    private final float[] updates;
    private final float[] values;
    private final int columns;

    /**
     * @param rows row numbers, strictly ascending, from 0 on
     * @param updates how often each row was updated, above 0
     * @param values the changes, {@code rows.length · columns}
     */
    public RowDeltas(int[] rows, float[] updates, float[] values, int columns) {
        if (columns < 1 || updates.length != rows.length || values.length != (long) rows.length * columns) {
            throw new IllegalArgumentException(rows.length + " rows of " + columns + " with " + updates.length
                    + " numbers of updates and " + values.length + " values");
        }
        this.rows = rows;
        this.updates = updates;
        this.values = values;
        this.columns = columns;
    }

    /**
     * The change of the updated rows.
     *
     * @param before the rows before the round
     * @param after the same rows after it
     * @param ids the number of each row within the whole matrix, ascending; null when the matrices are whole
     * @param updates how often each row was updated
     */
    public static RowDeltas between(RowMatrix before, RowMatrix after, int[] ids, float[] updates) {
        return between(before, 0, after, 0, after.rows(), ids, updates);
    }

    /**
     * The change of the updated rows within a block of consecutive rows, numbered from the block's first.
     *
     * @param block the block before the round
     * @param first the number within {@code after} of the block's first row
     * @param after the whole matrix after the round
     * @param updates how often each row of the whole matrix was updated
     */
    public static RowDeltas between(RowMatrix block, int first, RowMatrix after, float[] updates) {
        return between(block, first, after, first, first + block.rows(), null, updates);
    }

    private static RowDeltas between(
            RowMatrix before, int shift, RowMatrix after, int from, int to, int[] ids, float[] updates) {
        int changed = 0;
        for (int row = from; row < to; row++) {
            changed += updates[row] != 0 ? 1 : 0;
        }
        int columns = after.columns();
        int[] rows = new int[changed];
        float[] counts = new float[changed];
        float[] values = new float[Math.multiplyExact(changed, columns)];
        int k = 0;
        for (int row = from; row < to; row++) {
            if (updates[row] != 0) {
                rows[k] = ids == null ? row - shift : ids[row];
                counts[k] = updates[row];
                subtract(after, row, before, row - shift, values, k * columns);
                k++;
            }
        }
        return new RowDeltas(rows, counts, values, columns);
    }

    private static void subtract(RowMatrix a, int rowA, RowMatrix b, int rowB, float[] to, int at) {
        float[] x = a.chunk(rowA);
        float[] y = b.chunk(rowB);
        int offsetX = a.offset(rowA);
        int offsetY = b.offset(rowB);
        for (int c = 0; c < a.columns(); c++) {
            to[at + c] = x[offsetX + c] - y[offsetY + c];
        }
    }

    /** The rows from {@code first} up to, not including, {@code end}, renumbered from 0: those of a block. */
    public RowDeltas slice(int first, int end) {
        int from = indexOf(first);
        int to = indexOf(end);
        int[] part = Arrays.copyOfRange(rows, from, to);
        for (int k = 0; k < part.length; k++) {
            part[k] -= first;
        }
        return new RowDeltas(
                part,
                Arrays.copyOfRange(updates, from, to),
                Arrays.copyOfRange(values, from * columns, to * columns),
                columns);
    }

    private int indexOf(int row) {
        int at = Arrays.binarySearch(rows, row);
        return at < 0 ? -at - 1 : at;
    }

    public int size() {
        return rows.length;
    }

    public int columns() {
        return columns;
    }

    public int row(int k) {
        return rows[k];
    }

    /** How often the row was updated. */
    public float updates(int k) {
        return updates[k];
    }

    /** All changes, row after row; not a copy. */
    public float[] values() {
        return values;
    }

    /** Bytes that the rows take in memory, and about as many on their way. */
    public long bytes() {
        return (long) rows.length * (Integer.BYTES + Float.BYTES + (long) columns * Float.BYTES);
    }
}
