package org.wordloom.train.glove;

import java.util.Arrays;
import org.wordloom.TestRandom;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cooccurrence.Cells;

/** A small co-occurrence matrix in memory, and its cells by blocks of any partition. */
final class MemoryCells {
    private final float[][] matrix;

    private MemoryCells(float[][] matrix) {
        this.matrix = matrix;
    }

    /** About {@code share} of all cells, with values from 0.1 to some hundreds; frequent rows come first. */
    static MemoryCells random(TestRandom random, int words, double share) {
        float[][] matrix = new float[words][words];
        for (int i = 0; i < words; i++) {
            for (int j = 0; j < words; j++) {
                boolean there = random.below(1000) < 1000 * share;
                matrix[i][j] = there ? 0.1f + random.below(1 + 3000 / (i + j + 1)) * 0.1f : 0f;
            }
        }
        return new MemoryCells(matrix);
    }

    /** What vectors of {@code dim} hidden coordinates explain exactly: x = exp(w·v + b + c). */
    static MemoryCells ofHiddenVectors(TestRandom random, int words, int dim) {
        float[][] rows = hidden(random, words, dim);
        float[][] columns = hidden(random, words, dim);
        float[][] matrix = new float[words][words];
        for (int i = 0; i < words; i++) {
            for (int j = 0; j < words; j++) {
                double product = 2 + 1.0 * i / words + 1.0 * j / words;
                for (int k = 0; k < dim; k++) {
                    product += rows[i][k] * columns[j][k];
                }
                matrix[i][j] = (float) Math.exp(product);
            }
        }
        return new MemoryCells(matrix);
    }

    private static float[][] hidden(TestRandom random, int words, int dim) {
        float[][] vectors = new float[words][dim];
        for (float[] vector : vectors) {
            for (int k = 0; k < dim; k++) {
                vector[k] = random.below(2001) * 1e-3f - 1f;
            }
        }
        return vectors;
    }

    int words() {
        return matrix.length;
    }

    /** Blocks of equal mass, by the sums of the rows. */
    BlockPartition partition(int blocks) {
        long[] masses = new long[words()];
        for (int row = 0; row < masses.length; row++) {
            for (float value : matrix[row]) {
                masses[row] += Math.round(10 * value);
            }
        }
        return BlockPartition.equalMass(masses, blocks, 5);
    }

    CellSource source(BlockPartition partition) {
        return new CellSource() {
            @Override
            public Cells cells(int rowBlock, int columnBlock) {
                return block(partition, rowBlock, columnBlock);
            }

            @Override
            public long size() {
                return MemoryCells.this.size();
            }
        };
    }

    private long size() {
        long size = 0;
        for (float[] row : matrix) {
            for (float value : row) {
                size += value > 0 ? 1 : 0;
            }
        }
        return size;
    }

    private Cells block(BlockPartition partition, int rowBlock, int columnBlock) {
        int most = partition.size(rowBlock) * partition.size(columnBlock);
        int[] rows = new int[most];
        int[] columns = new int[most];
        float[] values = new float[most];
        int n = 0;
        for (int row = 0; row < partition.size(rowBlock); row++) {
            for (int column = 0; column < partition.size(columnBlock); column++) {
                float value = matrix[partition.row(rowBlock, row)][partition.row(columnBlock, column)];
                if (value > 0) {
                    rows[n] = row;
                    columns[n] = column;
                    values[n++] = value;
                }
            }
        }
        return new Cells(Arrays.copyOf(rows, n), Arrays.copyOf(columns, n), Arrays.copyOf(values, n));
    }
}
