package org.wordloom.kernel;

import org.wordloom.TestRandom;

/** Random rows and batches of random cells between them. */
final class RandomCells {
    private RandomCells() {}

    static AdaGradRows rows(TestRandom random, int rows, int dim, float scale) {
        AdaGradRows result = new AdaGradRows(rows, dim);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < dim; column++) {
                result.setWeight(row, column, scale * uniform(random));
                result.setSum(row, column, 1f + Math.abs(uniform(random)));
            }
            result.setBias(row, uniform(random));
            result.setBiasSum(row, 1f + Math.abs(uniform(random)));
        }
        return result;
    }

    static CellBatch batch(TestRandom random, int cells, int rows, int columns) {
        CellBatch batch = new CellBatch();
        for (int k = 0; k < cells; k++) {
            float value = 0.1f + 0.1f * random.below(random.oneOf(10, 300, 5000));
            batch.add(random.below(rows), random.below(columns), value);
        }
        return batch;
    }

    /** In [-1, 1). */
    static float uniform(TestRandom random) {
        return (random.below(1 << 24) - (1 << 23)) * (1f / (1 << 23));
    }
}
