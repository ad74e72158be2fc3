package org.wordloom.cooccurrence;

import java.io.IOException;

/** Hands the sums of a finished row to the writer of runs, sorted by column block and column, and clears them. */
final class RowEmitter {
    private final BlockOrder order;
    private final RowAccumulator accumulator;
    private final RunWriter writer;
    private final boolean symmetric;
    private final IndexSorter sorter;

    RowEmitter(BlockOrder order, RowAccumulator accumulator, RunWriter writer, boolean symmetric) {
        this.order = order;
        this.accumulator = accumulator;
        this.writer = writer;
        this.symmetric = symmetric;
        this.sorter = new IndexSorter(order.size());
    }

    /** Emits the row at a position; of a symmetric matrix only what does not come before it. */
    void emit(int rowBlock, int rowPosition) throws IOException {
        int size = accumulator.size();
        if (size == 0) {
            return;
        }
        int[] positions = accumulator.touched();
        int kept = keepPositions(positions, size, symmetric ? rowPosition : 0);
        sorter.sort(positions, kept);
        write(positions, kept, rowBlock, rowPosition - order.start(rowBlock));
        accumulator.clear();
    }

    /** Puts the positions of columns that are to be written in the place of the columns; gives how many. */
    private int keepPositions(int[] columns, int size, int firstPosition) {
        long[] sums = accumulator.sums();
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int column = columns[i];
            int position = order.position(column);
            if (position >= firstPosition) {
                columns[kept++] = position;
            } else {
                sums[column] = 0;
            }
        }
        return kept;
    }

    private void write(int[] positions, int size, int rowBlock, int row) throws IOException {
        long[] sums = accumulator.sums();
        int block = symmetric ? rowBlock : 0;
        for (int i = 0; i < size; i++) {
            int position = positions[i];
            while (position >= order.start(block + 1)) {
                block++;
            }
            int column = order.row(position);
            writer.add(block, row, position - order.start(block), sums[column]);
            sums[column] = 0;
        }
    }
}
