package org.wordloom.opencl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordloom.TestRandom;
import org.wordloom.blocks.KeyedPermutation;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.kernel.CellBatch;
import org.wordloom.kernel.CellKernels;
import org.wordloom.kernel.CellRule;

/** Two blocks, cells between them and an order, which a device and the scalar kernel can both train. */
final class RandomBlocks {
    static final CellRule RULE = new CellRule(20f, 0.75f, 0.05f, 1f, 100f);

    final CellRule rule;
    final AdaGradRows rows;
    final AdaGradRows columns;
    final Cells cells;
    final List<ShuffledCells> order;

    private RandomBlocks(CellRule rule, AdaGradRows rows, AdaGradRows columns, Cells cells, List<ShuffledCells> order) {
        this.rule = rule;
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
        this.order = order;
    }

    /** Cells of which no two share a row or a column, so that any order gives the same. */
    static RandomBlocks disjoint(TestRandom random, int dim, int cells, int... stretches) {
        int[] columns = new int[cells];
        KeyedPermutation permutation = new KeyedPermutation(cells, random.bits());
        for (int cell = 0; cell < cells; cell++) {
            columns[cell] = (int) permutation.at(cell);
        }
        int[] rows = new int[cells];
        Arrays.setAll(rows, cell -> cell);
        return of(random, dim, Math.max(1, cells), Math.max(1, cells), rows, columns, stretches);
    }

    /** Any cells between blocks of so many rows. */
    static RandomBlocks shared(TestRandom random, int dim, int rowCount, int cells, int... stretches) {
        int[] rows = new int[cells];
        int[] columns = new int[cells];
        for (int cell = 0; cell < cells; cell++) {
            rows[cell] = random.below(rowCount);
            columns[cell] = random.below(rowCount);
        }
        return of(random, dim, rowCount, rowCount, rows, columns, stretches);
    }

    private static RandomBlocks of(
            TestRandom random, int dim, int rowCount, int columnCount, int[] rows, int[] columns, int... stretches) {
        float[] values = new float[rows.length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = 0.1f + 0.1f * random.below(random.oneOf(10, 300, 5000));
        }
        return new RandomBlocks(
                RULE,
                block(random, rowCount, dim),
                block(random, columnCount, dim),
                new Cells(rows, columns, values),
                order(random, rows.length, stretches));
    }

    private static List<ShuffledCells> order(TestRandom random, int cells, int... stretches) {
        List<ShuffledCells> order = new ArrayList<>();
        int from = 0;
        for (int size : stretches) {
            order.add(0, new ShuffledCells(from, new KeyedPermutation(size, random.bits())));
            from += size;
        }
        order.add(0, new ShuffledCells(from, new KeyedPermutation(cells - from, random.bits())));
        return order;
    }

    private static AdaGradRows block(TestRandom random, int rows, int dim) {
        AdaGradRows block = new AdaGradRows(rows, dim);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < dim; k++) {
                block.setWeight(row, k, uniform(random) / (float) Math.sqrt(dim));
                block.setSum(row, k, 1f + Math.abs(uniform(random)));
            }
            block.setBias(row, uniform(random));
            block.setBiasSum(row, 1f + Math.abs(uniform(random)));
        }
        return block;
    }

    private static float uniform(TestRandom random) {
        return (random.below(1 << 24) - (1 << 23)) * (1f / (1 << 23));
    }

    RandomBlocks copy() {
        return new RandomBlocks(rule, rows.copy(), columns.copy(), cells, order);
    }

    RandomBlocks withGradClip(float clip) {
        CellRule other = new CellRule(rule.xMax(), rule.alpha(), rule.rate(), rule.biasRate(), clip);
        return new RandomBlocks(other, rows, columns, cells, order);
    }

    DeviceCells.Outcome train(DeviceCells device) throws InterruptedException {
        return device.train(rows, columns, cells, order, rule);
    }

    /** Trains the cells in their order by the scalar kernel; returns the loss. */
    double trainScalar() {
        double loss = 0;
        CellBatch batch = new CellBatch();
        for (ShuffledCells stretch : order) {
            for (int place = 0; place < stretch.size(); place++) {
                int cell = stretch.from() + (int) stretch.order().at(place);
                batch.clear();
                batch.add(cells.rows()[cell], cells.columns()[cell], cells.values()[cell]);
                loss += CellKernels.scalar().train(batch, rows, columns, rule);
            }
        }
        return loss;
    }
}
