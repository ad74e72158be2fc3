package org.wordloom.train.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.TrainingOptions;

/** A small vocabulary with random counts of pairs, split into blocks; the values lie densely in {@link #counts}. */
final class PairWorld {
    final PairOptions options;
    final long[] words;
    final double[][] counts;
    final BlockPartition partition;
    final PairTables tables;

    PairWorld(int size, int blocks, PairOptions options, Random random) {
        this.options = options;
        this.words = new long[size];
        this.counts = new double[size][size];
        for (int word = 0; word < size; word++) {
            words[word] = 1 + 20L * size / (word + 1);
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double expected = 40.0 / ((row + 1) * (column + 1));
                counts[row][column] = random.nextDouble() < 0.3 ? 0 : (float) (0.2 + expected * random.nextDouble());
            }
        }
        this.partition = BlockPartition.equalMass(words, blocks, 1);
        this.tables = new PairTables(options, partition, words, rowWeights());
    }

    static PairOptions options(int dim, int epochs, int cycles, double rate, KernelChoice kernel) {
        return new PairOptions(
                TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                        .dim(dim)
                        .negative(3)
                        .epochs(epochs)
                        .rate(rate)
                        .rowRateCount(30)
                        .sample(0.05)
                        .kernel(kernel)
                        .build(),
                cycles);
    }

    /** The weight of a pair in an epoch. */
    double weight(int row, int column) {
        float[] keep = PairTables.keep(options, words);
        return counts[row][column] * keep[row] * keep[column];
    }

    double[] rowWeights() {
        double[] sums = new double[words.length];
        for (int row = 0; row < words.length; row++) {
            for (int column = 0; column < words.length; column++) {
                sums[row] += weight(row, column);
            }
        }
        return sums;
    }

    Cells cells(int rowBlock, int columnBlock) {
        List<int[]> places = new ArrayList<>();
        for (int row = 0; row < partition.size(rowBlock); row++) {
            for (int column = 0; column < partition.size(columnBlock); column++) {
                if (count(rowBlock, row, columnBlock, column) > 0) {
                    places.add(new int[] {row, column});
                }
            }
        }
        float[] values = new float[places.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) count(rowBlock, places.get(i)[0], columnBlock, places.get(i)[1]);
        }
        return new Cells(
                places.stream().mapToInt(place -> place[0]).toArray(),
                places.stream().mapToInt(place -> place[1]).toArray(),
                values);
    }

    private double count(int rowBlock, int row, int columnBlock, int column) {
        return counts[partition.row(rowBlock, row)][partition.row(columnBlock, column)];
    }

    PairBlock input(int block) {
        return tables.initialInput(block);
    }

    /** Output rows that are not zero, so that gradients reach the input rows. */
    PairBlock output(int block, Random random) {
        PairBlock output = tables.initialOutput(block);
        for (int row = 0; row < output.vectors().rows(); row++) {
            for (int column = 0; column < output.vectors().columns(); column++) {
                output.vectors().set(row, column, (float) random.nextGaussian() * 0.5f);
            }
        }
        return output;
    }
}
