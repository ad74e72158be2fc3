package org.wordloom.merge;

import java.util.stream.IntStream;
import org.wordloom.TestRandom;

/** Short ways to make changes of rows in a test. */
final class Changes {
    private Changes() {}

    /** One changed row. */
    static RowDeltas row(int row, float updates, float... values) {
        return new RowDeltas(new int[] {row}, new float[] {updates}, values, values.length);
    }

    static RowDeltas none(int columns) {
        return new RowDeltas(new int[0], new float[0], new float[0], columns);
    }

    /** Some of {@code rows} rows. */
    static RowDeltas random(TestRandom random, int rows, int columns) {
        int[] numbers =
                IntStream.range(0, rows).filter(row -> random.below(3) > 0).toArray();
        float[] updates = new float[numbers.length];
        float[] values = new float[numbers.length * columns];
        for (int k = 0; k < updates.length; k++) {
            updates[k] = 1 + random.below(100);
        }
        for (int k = 0; k < values.length; k++) {
            values[k] = random.below(2001) / 1000f - 1;
        }
        return new RowDeltas(numbers, updates, values, columns);
    }

    /** A curvature of random vectors, the first few of them long. */
    static Curvature curvature(TestRandom random, int columns) {
        Curvature curvature = new Curvature(columns);
        float[] vector = new float[columns];
        for (int k = 0; k < 3 * columns; k++) {
            for (int c = 0; c < columns; c++) {
                vector[c] = (random.below(2001) / 1000f - 1) / (1 + c);
            }
            curvature.add(vector, 0, 0.2);
        }
        curvature.addUpdates(3 * columns);
        return curvature;
    }
}
