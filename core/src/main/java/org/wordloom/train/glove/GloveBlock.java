package org.wordloom.train.glove;

import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.Side;
import org.wordloom.kernel.AdaGradRows;

/**
 * A block of GloVe's rows: word vectors w or context vectors w̃ with their biases and AdaGrad sums. Trained in place by
 * {@link GloveVisit}; {@code GloveBlockFormat} turns it into bytes and back.
 */
public final class GloveBlock {
    private final Side side;
    private final int block;
    private final AdaGradRows parameters;

    /** A block of rows that are there already, as when it is read; the rows are shared, not copied. */
    public GloveBlock(Side side, int block, AdaGradRows parameters) {
        this.side = side;
        this.block = block;
        this.parameters = parameters;
    }

    /**
     * The block before training: weights and biases uniform in [-½, ½) / dim, as Stanford's program draws them, AdaGrad
     * sums 1. A value depends on seed, side, row number and column alone, never on the partition.
     *
     * @throws WordloomException USAGE when the block has more rows than one array can hold
     */
    public static GloveBlock initial(GloveOptions options, Side side, BlockPartition partition, int block) {
        int dim = options.dim();
        requireOneArray(partition.size(block), dim, partition.blocks());
        AdaGradRows rows = new AdaGradRows(partition.size(block), dim);
        long key = CounterRandom.key(options.seed(), Purpose.INITIAL_VECTORS, side.code());
        for (int index = 0; index < rows.rows(); index++) {
            long position = (long) partition.row(block, index) * (dim + 1);
            for (int column = 0; column < dim; column++) {
                rows.setWeight(index, column, uniform(key, position + column, dim));
            }
            rows.setBias(index, uniform(key, position + dim, dim));
        }
        return new GloveBlock(side, block, rows);
    }

    private static void requireOneArray(int rows, int dim, int blocks) {
        if (rows > AdaGradRows.maxRows(dim)) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "a block of " + rows + " rows of width " + dim + " takes " + AdaGradRows.bytes(rows, dim)
                            + " bytes, and one array holds " + AdaGradRows.maxRows(dim)
                            + " such rows; use more --blocks than "
                            + blocks);
        }
    }

    private static float uniform(long key, long position, int dim) {
        return (CounterRandom.unitFloat(CounterRandom.at(key, position)) - 0.5f) / dim;
    }

    public Side side() {
        return side;
    }

    /** The number of the block in the partition. */
    public int block() {
        return block;
    }

    /** How many rows the block has. */
    public int size() {
        return parameters.rows();
    }

    public int dim() {
        return parameters.dim();
    }

    /** Vectors, biases and AdaGrad sums of the rows, as the kernel wants them; the same object at each call. */
    public AdaGradRows parameters() {
        return parameters;
    }

    public GloveBlock copy() {
        return new GloveBlock(side, block, parameters.copy());
    }

    /** Bytes of memory that this block takes; its file is a little larger. */
    public long bytes() {
        return AdaGradRows.bytes(size(), dim());
    }

    public float bias(int index) {
        return parameters.bias(index);
    }

    public float weight(int index, int column) {
        return parameters.weight(index, column);
    }

    @Override
    public String toString() {
        return side + " " + block + " (" + size() + " x " + dim() + ")";
    }
}
