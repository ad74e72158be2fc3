package org.wordloom.cluster.replicas;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.RowLayout;
import org.wordloom.format.RowBlockFormat;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.train.RoundTrainer;

/** Blocks of rows as bytes and back. */
record RowBlocks(RowLayout layout, long seed) implements Serializable {

    /** A block before training. */
    byte[] initial(int block) throws IOException {
        RowMatrix rows = new RowMatrix(layout.rowCount(block), layout.dim());
        if (layout.side(block) == Side.INPUT) {
            RoundTrainer.initialize(rows, layout.first(block), seed);
        }
        return bytes(block, rows);
    }

    byte[] bytes(int block, RowMatrix rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.toIntExact(layout.bytes(block)));
        RowBlockFormat.write(rows, layout.side(block).code(), layout.index(block), out);
        return out.toByteArray();
    }

    /** FORMAT error when they are not this block's bytes. */
    RowMatrix rows(int block, byte[] bytes) throws IOException {
        return read(block, new ByteArrayInputStream(bytes), "block " + block + " of the model", bytes.length);
    }

    /** FORMAT error when the stream does not hold this block. */
    RowMatrix read(int block, InputStream in, String name, long length) throws IOException {
        return RowBlockFormat.read(
                in, name, length, layout.side(block).code(), layout.index(block), layout.rowCount(block), layout.dim());
    }

    /** Copies a block's rows to their places in the whole matrix of its side. */
    void copy(int block, RowMatrix rows, RowMatrix matrix) {
        int first = layout.first(block);
        for (int row = 0; row < rows.rows(); row++) {
            System.arraycopy(
                    rows.chunk(row),
                    rows.offset(row),
                    matrix.chunk(first + row),
                    matrix.offset(first + row),
                    rows.columns());
        }
    }
}
