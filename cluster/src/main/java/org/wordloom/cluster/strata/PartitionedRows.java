package org.wordloom.cluster.strata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.Side;
import org.wordloom.matrix.RowSource;

/**
 * The rows of one side that lie in blocks in this JVM, in the order of their numbers.
 *
 * @param blocks all of them, by number
 */
record PartitionedRows<B>(List<B> blocks, BlockPartition partition, VectorWriter.Copier<B> copier, int dim)
        implements RowSource {

    static <B> PartitionedRows<B> of(
            BlockSource<B> source, Side side, BlockPartition partition, VectorWriter.Copier<B> copier, int dim)
            throws IOException {
        List<B> blocks = new ArrayList<>();
        for (int block = 0; block < partition.blocks(); block++) {
            blocks.add(source.block(side, block));
        }
        return new PartitionedRows<>(blocks, partition, copier, dim);
    }

    @Override
    public int rows() {
        return partition.rows();
    }

    @Override
    public int columns() {
        return dim;
    }

    @Override
    public Cursor open() {
        return new Cursor() {
            private int at;

            @Override
            public void next(float[] row) {
                copier.copy(blocks.get(partition.blockOf(at)), partition.indexInBlock(at), row);
                at++;
            }

            @Override
            public void close() {
                // There is nothing to close.
            }
        };
    }
}
