package org.wordloom.cluster.pairs;

import java.util.Arrays;
import org.wordloom.base.CounterRandom;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.cooccurrence.CellSource;
import org.wordloom.cooccurrence.Cells;

/**
 * Counts of pairs that are a function of the words alone, so that every process and partition has the same.
 *
 * @param failAt the pair whose cells cannot be read, as row block · P + column block; -1 for none
 */
record MadeUpCounts(int words, BlockPartition partition, int failAt) implements CellSource {
    static MadeUpCounts of(int words, int blocks) {
        return new MadeUpCounts(words, BlockPartition.equalMass(wordCounts(words), blocks, 1), -1);
    }

    MadeUpCounts failing(int pair) {
        return new MadeUpCounts(words, partition, pair);
    }

    static long[] wordCounts(int words) {
        long[] counts = new long[words];
        for (int word = 0; word < words; word++) {
            counts[word] = 1 + 30L * words / (word + 1);
        }
        return counts;
    }

    /** Words of the same half stand together. */
    static float count(int row, int column) {
        double chance = CounterRandom.unitFloat(CounterRandom.at(row, column));
        double base = 300.0 / ((row + 2) * (column + 2));
        return chance < 0.4 ? 0 : (float) (0.2 + base * (row % 2 == column % 2 ? 4 * chance : 0.2 * chance));
    }

    @Override
    public Cells cells(int rowBlock, int columnBlock) {
        if (rowBlock * partition.blocks() + columnBlock == failAt) {
            throw new IllegalStateException("power is out");
        }
        int capacity = partition.size(rowBlock) * partition.size(columnBlock);
        int[] rows = new int[capacity];
        int[] columns = new int[capacity];
        float[] values = new float[capacity];
        int size = 0;
        for (int row = 0; row < partition.size(rowBlock); row++) {
            for (int column = 0; column < partition.size(columnBlock); column++) {
                float value = count(partition.row(rowBlock, row), partition.row(columnBlock, column));
                if (value > 0) {
                    rows[size] = row;
                    columns[size] = column;
                    values[size++] = value;
                }
            }
        }
        return new Cells(Arrays.copyOf(rows, size), Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
    }
}
