package org.wordloom.cluster.glove;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.wordloom.base.CounterRandom;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.cooccurrence.CellSource;
import org.wordloom.cooccurrence.Cells;

/** Cells of a made-up corpus: two kinds of words that occur with their own kind. */
record GeneratedCells(BlockPartition partition) implements CellSource {
    /** How often any cells were read in this JVM. */
    static final AtomicInteger READS = new AtomicInteger();

    static GeneratedCells of(int words, int blocks) {
        long[] counts = new long[words];
        Arrays.setAll(counts, word -> 1000 / (word + 1) + 1);
        return new GeneratedCells(BlockPartition.equalMass(counts, blocks, 3));
    }

    @Override
    public Cells cells(int rowBlock, int columnBlock) {
        READS.incrementAndGet();
        int rows = partition.size(rowBlock);
        int columns = partition.size(columnBlock);
        int size = 0;
        int[] cellRows = new int[rows * columns];
        int[] cellColumns = new int[rows * columns];
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                float value = value(partition.row(rowBlock, row), partition.row(columnBlock, column));
                if (value > 0) {
                    cellRows[size] = row;
                    cellColumns[size] = column;
                    values[size++] = value;
                }
            }
        }
        return new Cells(Arrays.copyOf(cellRows, size), Arrays.copyOf(cellColumns, size), Arrays.copyOf(values, size));
    }

    /** Symmetric; 0 for a third of the pairs. */
    private static float value(int a, int b) {
        long bits = CounterRandom.at(Math.min(a, b), Math.max(a, b));
        if (CounterRandom.below(bits, 3) == 0) {
            return 0;
        }
        float strength = a % 2 == b % 2 ? 20 : 0.5f;
        return strength * (0.1f + CounterRandom.unitFloat(bits)) / (1 + Math.min(a, b));
    }

    long entries() {
        long sum = 0;
        for (int row = 0; row < partition.blocks(); row++) {
            for (int column = 0; column < partition.blocks(); column++) {
                sum += cells(row, column).size();
            }
        }
        return sum;
    }
}
