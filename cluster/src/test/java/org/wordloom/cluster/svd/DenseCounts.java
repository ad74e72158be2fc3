package org.wordloom.cluster.svd;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.vocab.Vocabulary;

/** Counts of a small vocabulary written out, and the same as an artefact would give them: in blocks. */
record DenseCounts(float[][] counts) implements Serializable {
    /** Words in a few topics, so that the matrix has singular values of different sizes; half of the cells are empty. */
    static DenseCounts random(SplittableRandom random, int words) {
        float[][] counts = new float[words][words];
        for (int row = 0; row < words; row++) {
            for (int column = 0; column < words; column++) {
                boolean alike = row % 5 == column % 5 || row % 7 == column % 7;
                if (random.nextInt(alike ? 2 : 3) == 0) {
                    counts[row][column] = random.nextInt(1, alike ? 60 : 20);
                }
            }
        }
        return new DenseCounts(counts);
    }

    int words() {
        return counts.length;
    }

    double[] rowSums() {
        double[] sums = new double[words()];
        for (int row = 0; row < words(); row++) {
            for (float count : counts[row]) {
                sums[row] += count;
            }
        }
        return sums;
    }

    double[] columnSums() {
        double[] sums = new double[words()];
        for (float[] row : counts) {
            for (int column = 0; column < words(); column++) {
                sums[column] += row[column];
            }
        }
        return sums;
    }

    /** max(0, PMI) of every pair, from the definition. */
    double[][] positivePmi(double shift, double smoothing) {
        double[] rows = rowSums();
        double[] columns = columnSums();
        double smoothed = 0;
        for (double sum : columns) {
            smoothed += Math.pow(sum, smoothing);
        }
        double[][] result = new double[words()][words()];
        for (int row = 0; row < words(); row++) {
            for (int column = 0; column < words(); column++) {
                double expected = rows[row] * Math.pow(columns[column], smoothing) / smoothed * shift;
                double count = counts[row][column];
                result[row][column] = count > 0 ? Math.max(0, Math.log(count / expected)) : 0;
            }
        }
        return result;
    }

    PmiSource source(int blocks) {
        StringBuilder names = new StringBuilder();
        int[] starts = new int[words() + 1];
        long[] masses = new long[words()];
        for (int word = 0; word < words(); word++) {
            names.append('w').append(word);
            starts[word + 1] = names.length();
            masses[word] = (long) words() - word;
        }
        byte[] utf8 = names.toString().getBytes(StandardCharsets.US_ASCII);
        BlockPartition partition = BlockPartition.equalMass(masses, blocks, 3);
        return new PmiSource(
                new Vocabulary(utf8, starts, masses),
                partition,
                rowSums(),
                columnSums(),
                (long) words() * words(),
                (row, column) -> cells(partition, row, column));
    }

    private Cells cells(BlockPartition partition, int rowBlock, int columnBlock) {
        int size = 0;
        for (int i = 0; i < partition.size(rowBlock); i++) {
            for (int j = 0; j < partition.size(columnBlock); j++) {
                size += counts[partition.row(rowBlock, i)][partition.row(columnBlock, j)] > 0 ? 1 : 0;
            }
        }
        Cells cells = new Cells(new int[size], new int[size], new float[size]);
        int at = 0;
        for (int i = 0; i < partition.size(rowBlock); i++) {
            for (int j = 0; j < partition.size(columnBlock); j++) {
                float count = counts[partition.row(rowBlock, i)][partition.row(columnBlock, j)];
                if (count > 0) {
                    cells.rows()[at] = i;
                    cells.columns()[at] = j;
                    cells.values()[at++] = count;
                }
            }
        }
        return cells;
    }
}
