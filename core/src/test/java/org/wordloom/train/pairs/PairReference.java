package org.wordloom.train.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.RandomStream;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.train.pairs.PairVisit.Moment;

/** A visit in plain loops and double precision, over the updates of {@link PairSample} and the same random draws. */
final class PairReference {
    private static final int TILE = 16;
    private static final int NEGATIVE_ROWS = 16;
    private static final int PAIRS_PER_ROW = 2;
    private static final double ROW_STEP = 16;

    private final PairWorld world;
    private final PairRows inputRows;
    private final PairRows outputRows;
    private final double[][] input;
    private final double[][] output;
    private double pairs;
    private int shortTiles;
    private double rate;

    PairReference(PairWorld world, PairBlock input, PairBlock output) {
        this.world = world;
        this.inputRows = input.rows();
        this.outputRows = output.rows();
        this.input = values(input);
        this.output = values(output);
    }

    static double[][] values(PairBlock block) {
        double[][] values = new double[block.rows().size()][];
        for (int row = 0; row < values.length; row++) {
            float[] floats = block.vectors().row(row);
            values[row] = new double[floats.length];
            for (int i = 0; i < floats.length; i++) {
                values[row][i] = floats[i];
            }
        }
        return values;
    }

    double pairs() {
        return pairs;
    }

    /** Tiles that ended because their row would have moved too far. */
    int shortTiles() {
        return shortTiles;
    }

    void train(Cells cells, Moment moment) {
        PairOptions options = world.options;
        PairSample sample =
                PairSample.draw(cells, inputRows, outputRows, options.share(), CounterRandom.at(moment.key(), 0));
        double share = options.share() * inputRows.draws() * outputRows.draws() / world.tables.noise();
        double tiles = share / (NEGATIVE_ROWS * PAIRS_PER_ROW);
        double phase = CounterRandom.unitFloat(CounterRandom.at(moment.key(), 1));
        for (int chunk = 0; chunk < sample.chunks(); chunk++) {
            double progress = moment.begin() + (double) chunk / sample.chunks() * (moment.end() - moment.begin());
            rate = options.rate(progress);
            RandomStream random = new RandomStream(CounterRandom.at(CounterRandom.at(moment.key(), 2), chunk));
            long due = (long) (Math.floor(phase + tiles * (chunk + 1) / sample.chunks())
                    - Math.floor(phase + tiles * chunk / sample.chunks()));
            trainChunk(sample, chunk, due, random);
        }
    }

    private void trainChunk(PairSample sample, int chunk, long negativeTiles, RandomStream random) {
        List<List<double[]>> positives = tiles(sample, chunk);
        int size = sample.start(chunk + 1) - sample.start(chunk);
        int trained = 0;
        long done = 0;
        for (List<double[]> tile : positives) {
            step(tile, 1);
            trained += tile.size();
            for (; done < negativeTiles * trained / size; done++) {
                step(negatives(random), 0);
            }
        }
        for (; done < negativeTiles; done++) {
            step(negatives(random), 0);
        }
    }

    /** Triples of row, column and weight, a list for each tile. */
    private List<List<double[]>> tiles(PairSample sample, int chunk) {
        Map<Integer, Integer> rowCounts = new LinkedHashMap<>();
        Map<Integer, Integer> columnCounts = new LinkedHashMap<>();
        for (int update = sample.start(chunk); update < sample.start(chunk + 1); update++) {
            rowCounts.merge(sample.row(update), 1, Integer::sum);
            columnCounts.merge(sample.column(update), 1, Integer::sum);
        }
        Map<String, List<double[]>> groups = new LinkedHashMap<>();
        rowCounts.keySet().forEach(row -> groups.put("row " + row, new ArrayList<>()));
        columnCounts.keySet().forEach(column -> groups.put("column " + column, new ArrayList<>()));
        for (int update = sample.start(chunk); update < sample.start(chunk + 1); update++) {
            int row = sample.row(update);
            int column = sample.column(update);
            boolean byRow = rowCounts.get(row) >= columnCounts.get(column);
            groups.get(byRow ? "row " + row : "column " + column)
                    .add(new double[] {row, column, sample.weight(update)});
            pairs += sample.weight(update);
        }
        List<List<double[]>> tiles = new ArrayList<>();
        groups.forEach((name, group) -> cut(name, group, tiles));
        return tiles;
    }

    private void cut(String name, List<double[]> group, List<List<double[]>> tiles) {
        List<double[]> tile = new ArrayList<>();
        double step = 0;
        for (double[] update : group) {
            double rowRate =
                    name.startsWith("row") ? inputRows.rate((int) update[0]) : outputRows.rate((int) update[1]);
            step += update[2] * rowRate;
            if (!tile.isEmpty() && (tile.size() == TILE || step > ROW_STEP)) {
                shortTiles += tile.size() < TILE ? 1 : 0;
                tiles.add(tile);
                tile = new ArrayList<>();
                step = update[2] * rowRate;
            }
            tile.add(update);
        }
        if (!tile.isEmpty()) {
            tiles.add(tile);
        }
    }

    private List<double[]> negatives(RandomStream random) {
        int[] rows = new int[NEGATIVE_ROWS];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = inputRows.draw(random.next());
        }
        List<double[]> tile = new ArrayList<>();
        for (int j = 0; j < PAIRS_PER_ROW * world.options.model().negative(); j++) {
            int column = outputRows.draw(random.next());
            for (int row : rows) {
                tile.add(new double[] {row, column, 1});
            }
        }
        return tile;
    }

    /** All gradients of a tile are taken before any row changes. */
    private void step(List<double[]> tile, double label) {
        double[][] oldInput = copy(input);
        double[][] oldOutput = copy(output);
        for (double[] update : tile) {
            int row = (int) update[0];
            int column = (int) update[1];
            double product = dot(oldInput[row], oldOutput[column]);
            double gradient = rate * update[2] * (label - 1 / (1 + Math.exp(-product)));
            for (int i = 0; i < oldInput[row].length; i++) {
                input[row][i] += inputRows.rate(row) * gradient * oldOutput[column][i];
                output[column][i] += outputRows.rate(column) * gradient * oldInput[row][i];
            }
        }
    }

    private static double[][] copy(double[][] values) {
        double[][] copy = new double[values.length][];
        for (int row = 0; row < values.length; row++) {
            copy[row] = values[row].clone();
        }
        return copy;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    void assertEqual(PairBlock trainedInput, PairBlock trainedOutput, double tolerance) {
        assertEqual(values(trainedInput), input, tolerance);
        assertEqual(values(trainedOutput), output, tolerance);
    }

    private static void assertEqual(double[][] actual, double[][] expected, double tolerance) {
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual[row]).as("row %d", row).containsExactly(expected[row], within(tolerance));
        }
    }
}
