package org.wordloom.train.pairs;

import java.util.Arrays;

/**
 * The updates of a chunk, grouped so that those of a group share their input row or their output row: such a group is
 * one tile, and its shared row is read and written once. An update goes with that of its two rows which is the more
 * frequent one in the chunk. A thread's scratch; nothing is allocated once it has grown to the largest chunk.
 */
final class PairGroups {
    private PairSample sample;
    /** How often each row and column occurs in the chunk; all zero between two chunks. */
    private final int[] rowCounts;

    private final int[] columnCounts;
    /** Where the group of a column begins among the updates grouped by column; valid for columns of this chunk. */
    private final int[] columnStarts;

    private int[] updates = new int[0];
    private int byRow;
    private int size;

    PairGroups(int rows, int columns) {
        rowCounts = new int[rows];
        columnCounts = new int[columns];
        columnStarts = new int[columns];
    }

    /** Groups the updates of a chunk. */
    void group(PairSample from, int chunk) {
        sample = from;
        int start = from.start(chunk);
        int end = from.start(chunk + 1);
        size = end - start;
        if (updates.length < size) {
            updates = new int[size + size / 8];
        }
        count(start, end);
        placeByRow(start, end);
        placeByColumn(start, end);
        clear(start, end);
    }

    /** How many updates there are. Those below {@link #byRow} are grouped by row, the others by column. */
    int size() {
        return size;
    }

    int byRow() {
        return byRow;
    }

    /** The number within the sample of the update at a place. */
    int update(int place) {
        return updates[place];
    }

    private void count(int start, int end) {
        for (int update = start; update < end; update++) {
            rowCounts[sample.row(update)]++;
            columnCounts[sample.column(update)]++;
        }
    }

    /** Updates are sorted by row already. */
    private void placeByRow(int start, int end) {
        byRow = 0;
        for (int update = start; update < end; update++) {
            if (goesWithRow(update)) {
                updates[byRow++] = update;
            }
        }
    }

    /** A counting sort over the columns of the chunk, which keeps to them: a block may have many more. */
    private void placeByColumn(int start, int end) {
        for (int update = start; update < end; update++) {
            columnStarts[sample.column(update)] = 0;
        }
        for (int update = start; update < end; update++) {
            columnStarts[sample.column(update)] += goesWithRow(update) ? 0 : 1;
        }
        int next = byRow;
        for (int update = start; update < end; update++) {
            // The first update of a column finds its number of updates, and leaves the place of its group, negated.
            int column = sample.column(update);
            if (columnStarts[column] >= 0) {
                int group = columnStarts[column];
                columnStarts[column] = -1 - next;
                next += group;
            }
        }
        for (int update = start; update < end; update++) {
            if (!goesWithRow(update)) {
                int column = sample.column(update);
                updates[-1 - columnStarts[column]--] = update;
            }
        }
    }

    private boolean goesWithRow(int update) {
        return rowCounts[sample.row(update)] >= columnCounts[sample.column(update)];
    }

    private void clear(int start, int end) {
        if (end - start > rowCounts.length) {
            Arrays.fill(rowCounts, 0);
            Arrays.fill(columnCounts, 0);
            return;
        }
        for (int update = start; update < end; update++) {
            rowCounts[sample.row(update)] = 0;
            columnCounts[sample.column(update)] = 0;
        }
    }
}
