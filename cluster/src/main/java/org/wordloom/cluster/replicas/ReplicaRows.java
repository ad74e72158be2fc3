package org.wordloom.cluster.replicas;

import java.io.Serializable;
import java.util.function.IntUnaryOperator;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.merge.RowDeltas;

/**
 * The rows of one block that one replica updated in a round, as they are after it: what was there before, the merging task
 * knows, so that the replica needs no copy of the model it began with.
 *
 * <p>A class and not a record, so that any of Spark's serialisers can carry it.
 */
final class ReplicaRows implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int replica;
    private final int[] rows;
    private final float[] updates;
    private final float[] values;

    private ReplicaRows(int replica, int[] rows, float[] updates, float[] values) {
        this.replica = replica;
        this.rows = rows;
        this.updates = updates;
        this.values = values;
    }

    /**
     * Takes the updated rows of a block out of a trained matrix.
     *
     * @param from the first row of the matrix that belongs to the block
     * @param to the end of those rows, exclusive
     * @param updates how often each row of the matrix was updated
     * @param place of a row of the matrix within the block
     */
    static ReplicaRows of(int replica, RowMatrix matrix, int from, int to, float[] updates, IntUnaryOperator place) {
        int changed = 0;
        for (int row = from; row < to; row++) {
            changed += updates[row] == 0 ? 0 : 1;
        }
        int columns = matrix.columns();
        int[] rows = new int[changed];
        float[] counts = new float[changed];
        float[] values = new float[changed * columns];
        int k = 0;
        for (int row = from; row < to; row++) {
            if (updates[row] != 0) {
                rows[k] = place.applyAsInt(row);
                counts[k] = updates[row];
                System.arraycopy(matrix.chunk(row), matrix.offset(row), values, k * columns, columns);
                k++;
            }
        }
        return new ReplicaRows(replica, rows, counts, values);
    }

    int replica() {
        return replica;
    }

    int size() {
        return rows.length;
    }

    /** Bytes on the way, about. */
    long bytes() {
        return (long) rows.length * (Integer.BYTES + Float.BYTES) + (long) values.length * Float.BYTES;
    }

    /** What the replica changed; the values of this object become the changes: to be called once. */
    RowDeltas deltas(RowMatrix before) {
        int columns = before.columns();
        for (int k = 0; k < rows.length; k++) {
            float[] chunk = before.chunk(rows[k]);
            int offset = before.offset(rows[k]);
            for (int c = 0; c < columns; c++) {
                values[k * columns + c] -= chunk[offset + c];
            }
        }
        return new RowDeltas(rows, updates, values, columns);
    }
}
