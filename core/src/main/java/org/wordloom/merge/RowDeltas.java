package org.wordloom.merge;

import org.wordloom.matrix.RowMatrix;

/**
 * The changed rows of one side of one replica in one round: row numbers, ascending; how often each was updated; and its
 * change, after minus before. The rows belong to the whole matrix, or to a block of it. Immutable by
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
        int changed = 0;
        for (float count : updates) {
            changed += count != 0 ? 1 : 0;
        }
        int columns = after.columns();
        int[] rows = new int[changed];
        float[] counts = new float[changed];
        float[] values = new float[Math.multiplyExact(changed, columns)];
        int k = 0;
        for (int row = 0; row < after.rows(); row++) {
            if (updates[row] != 0) {
                rows[k] = ids == null ? row : ids[row];
                counts[k] = updates[row];
                subtract(after, before, row, values, k * columns);
                k++;
            }
        }
        return new RowDeltas(rows, counts, values, columns);
    }

    private static void subtract(RowMatrix a, RowMatrix b, int row, float[] to, int at) {
        float[] x = a.chunk(row);
        float[] y = b.chunk(row);
        int offsetX = a.offset(row);
        int offsetY = b.offset(row);
        for (int c = 0; c < a.columns(); c++) {
            to[at + c] = x[offsetX + c] - y[offsetY + c];
        }
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
}
