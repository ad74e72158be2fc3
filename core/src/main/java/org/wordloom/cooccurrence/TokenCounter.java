package org.wordloom.cooccurrence;

import java.io.IOException;

/**
 * Counts a full {@link TokenBuffer} row by row: what stands around the row's places is added up, pairs of the dense corner
 * go there, and the others to a sorted run.
 */
final class TokenCounter {
    private final boolean symmetric;
    private final BlockOrder order;
    private final TokenBuffer buffer;
    private final RunWriter writer;
    private final RowAccumulator accumulator;
    private final RowEmitter emitter;
    private final long cornerBytes;
    /** Made when a first filling was not the last one: a single one needs none. */
    private DenseCorner corner;

    TokenCounter(
            boolean symmetric,
            WeightUnits units,
            BlockOrder order,
            TokenBuffer buffer,
            RunWriter writer,
            long cornerBytes) {
        this.symmetric = symmetric;
        this.order = order;
        this.buffer = buffer;
        this.writer = writer;
        this.accumulator = new RowAccumulator(order.size(), units);
        this.emitter = new RowEmitter(order, accumulator, writer, symmetric);
        this.cornerBytes = cornerBytes;
    }

    TokenBuffer buffer() {
        return buffer;
    }

    /** Counts what the buffer holds, and empties it; the last time what is in the corner goes to the run too. */
    void count(boolean last) throws IOException {
        buffer.index();
        if (!last && corner == null) {
            corner = new DenseCorner(order.size(), symmetric, cornerBytes);
        }
        for (int block = 0; block < order.blocks(); block++) {
            writer.beginRowBlock(block, symmetric ? block : 0);
            for (int position = order.start(block); position < order.start(block + 1); position++) {
                countRow(order.row(position), last);
                emitter.emit(block, position);
            }
            writer.endRowBlock();
        }
        writer.endRun();
        buffer.carry();
    }

    long memoryBytes() {
        return buffer.memoryBytes()
                + writer.memoryBytes()
                + (corner == null ? 0 : corner.memoryBytes())
                + (long) RowAccumulator.BYTES_PER_COLUMN * order.size()
                + BlockOrder.memoryBytes(order.size())
                + IndexSorter.memoryBytes(order.size());
    }

    private void countRow(int row, boolean last) {
        accumulator.addWindows(buffer, buffer.start(row), buffer.end(row), symmetric);
        if (corner != null && last) {
            corner.addTo(row, accumulator);
        } else if (corner != null) {
            corner.take(row, accumulator);
        }
    }
}
