package org.wordloom.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.TestRandom;
import org.wordloom.base.WordloomException;

/** Bounds of a device against the scores themselves, in double precision. */
@Tag("opencl")
class ProductBoundsTest {
    private static final int BLOCK = ProductBounds.ROWS;

    private final TestRandom random = TestRandom.create();
    private OpenClDevice device;

    @BeforeEach
    void device() {
        List<OpenClDevice> devices = OpenClDevices.list();
        assumeFalse(devices.isEmpty(), () -> OpenClDevices.obstacle().orElseThrow());
        device = devices.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "WORK_GROUP,2,1,1,1",
        "WORK_GROUP,300,3,2,33",
        "WORK_GROUP,17,4,3,100",
        "WORK_ITEM,2,2,1,1",
        "WORK_ITEM,300,3,2,40",
        "WORK_ITEM,31,4,4,65"
    })
    void boundsAreAboveEveryScoreAndCloseToTheLargest(
            LaunchForm form, int columns, int blocks, int arenas, int queries) {
        float[][] rows = units(arenas * blocks * BLOCK, columns);
        List<float[]> packed = packed(rows, arenas, columns);
        for (int vectors : new int[] {1, 3}) {
            int count = Math.min(queries, 60);
            float[][] batch = units(count * vectors, columns);
            try (ProductBounds bounds = new ProductBounds(device, form, packed, columns)) {
                assertThat(bounds.blocks()).isEqualTo(arenas * blocks);
                float[] found = bounds.bounds(batch, vectors);
                for (int query = 0; query < count; query++) {
                    for (int block = 0; block < arenas * blocks; block++) {
                        float[][] vectorsOfQuery = Arrays.copyOfRange(batch, query * vectors, (query + 1) * vectors);
                        float[][] rowsOfBlock = Arrays.copyOfRange(rows, block * BLOCK, (block + 1) * BLOCK);
                        assertThat((double) found[bounds.index(query, vectors) + block])
                                .as("query %d, block %d, %d vectors", query, block, vectors)
                                .isBetween(
                                        largest(vectorsOfQuery, rowsOfBlock, ProductBoundsTest::score),
                                        largest(vectorsOfQuery, rowsOfBlock, p -> loosest(p, off(columns))));
                    }
                }
            }
        }
    }

    @Test
    void tooManyRowsAreRefused() {
        List<float[]> arenas = Collections.nCopies(5, new float[BLOCK]);
        assertThatThrownBy(() -> new ProductBounds(device, LaunchForm.WORK_ITEM, arenas, 1))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("search fewer rows");
    }

    private static double largest(float[][] query, float[][] rows, ToDoubleFunction<double[]> score) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(query)
                        .mapToDouble(vector -> dot(vector, row))
                        .toArray())
                .mapToDouble(score)
                .max()
                .orElseThrow();
    }

    /** The score of a row's products with a query's vectors. */
    private static double score(double[] products) {
        return products.length == 1
                ? products[0]
                : (1 + products[0]) * (1 + products[1]) / (2 * (1 + products[2]) + 4e-6);
    }

    /**
     * The most that a bound may be: the score, were each product {@code off} to its advantage. No tolerance of the score
     * itself would do: where 3CosMul divides by nearly 0, the rounding of a product triples the bound.
     */
    private static double loosest(double[] products, double off) {
        return products.length == 1
                ? products[0] + off
                : (1 + products[0] + off)
                        * (1 + products[1] + off)
                        / (2 * Math.max(1 + products[2] - off, 0) + 2e-6)
                        * 1.001;
    }

    /** Fourteen roundings of a sum of products: {@link ProductBounds} takes eight of 1 + product, and has its own. */
    private static double off(int columns) {
        return 14 * (columns + 4) * 0x1p-24;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private float[][] units(int count, int columns) {
        float[][] result = new float[count][columns];
        for (float[] unit : result) {
            double squares = 0;
            for (int i = 0; i < columns; i++) {
                unit[i] = random.below(2001) - 1000.5f;
                squares += (double) unit[i] * unit[i];
            }
            for (int i = 0; i < columns; i++) {
                unit[i] = (float) (unit[i] / Math.sqrt(squares));
            }
        }
        return result;
    }

    private static List<float[]> packed(float[][] rows, int arenas, int columns) {
        int rowsPerArena = rows.length / arenas;
        float[][] result = new float[arenas][rowsPerArena * columns];
        for (int row = 0; row < rows.length; row++) {
            int inside = row % rowsPerArena;
            int panel = inside / ProductBounds.PANEL;
            for (int column = 0; column < columns; column++) {
                int at = (panel * columns + column) * ProductBounds.PANEL + inside % ProductBounds.PANEL;
                result[row / rowsPerArena][at] = rows[row][column];
            }
        }
        return List.of(result);
    }
}
