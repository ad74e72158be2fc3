package org.wordloom.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordloom.TestRandom;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.WordloomException;
import org.wordloom.kernel.ContextGradient;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.matrix.RowMatrix;

/** Both forms of the tile on a device compute what the scalar kernel does. */
@Tag("opencl")
class TileSessionTest {
    private static final double TOLERANCE = 1e-5;

    private final TestRandom random = TestRandom.create();

    /** Tiles of skip-gram (one row a hidden vector) and of CBOW (several), none of which share a row. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1, 12", // of one such tile, a link that saturates may leave the rows as they are
        "7, 3, 1, 2, 40",
        "100, 14, 1, 4, 70",
        "100, 2, 10, 2, 70",
        "128, 5, 3, 1, 5",
        "129, 14, 1, 4, 3",
        "299, 11, 2, 3, 9",
        "300, 14, 1, 4, 5"
    })
    void agreesOnDisjointRows(int columns, int hidden, int inputs, int targets, int tiles) {
        TileShape shape =
                new TileShape(tiles * hidden * inputs, tiles * targets, columns, hidden, hidden * inputs, targets, 0);
        Link link = random.oneOf(Link.values());
        UpdateRule rule = random.oneOf(
                new UpdateRule(ContextGradient.MEAN, null, null),
                new UpdateRule(ContextGradient.ROOT, null, null),
                new UpdateRule(ContextGradient.SUM, TileWorld.rates(random, shape.inputRows()), null),
                new UpdateRule(
                        ContextGradient.MEAN,
                        TileWorld.rates(random, shape.inputRows()),
                        TileWorld.rates(random, shape.outputRows())));
        TileWorld world = new TileWorld(random, shape, 0, rule, link);
        RowMatrix input = TileWorld.copy(world.input);
        RowMatrix output = TileWorld.copy(world.output);
        TileBatch batch = new TileBatch(shape, 2 * tiles);
        IntSupplier inputRow = counter();
        IntSupplier outputRow = counter();
        double[] losses = new double[tiles];
        for (int t = 0; t < tiles; t++) {
            losses[t] = world.add(batch, hidden, inputs, targets, inputRow, outputRow);
        }
        for (LaunchForm form : LaunchForm.values()) {
            check(form, world, batch, input, output, sampled(losses));
        }
    }

    /** One tile after another: drawn rows are the host's, repeated rows get both updates, a target is no negative. */
    @ParameterizedTest
    @CsvSource({"100, 14, 1, 4, 8, 200", "33, 2, 6, 2, 8, 12", "300, 6, 1, 4, 24, 7"})
    void agreesWithNegativesDrawnThere(int columns, int hidden, int inputs, int targets, int drawn, int rows) {
        TileShape shape = new TileShape(rows, rows, columns, hidden, hidden * inputs, targets, drawn);
        UpdateRule rule = new UpdateRule(ContextGradient.MEAN, null, null);
        for (LaunchForm form : LaunchForm.values()) {
            TileWorld world = new TileWorld(random, shape, 5, rule, Link.LOGISTIC);
            RowMatrix input = TileWorld.copy(world.input);
            RowMatrix output = TileWorld.copy(world.output);
            TileBatch batch = new TileBatch(shape, 1);
            double loss = world.add(batch, hidden, inputs, targets, () -> random.below(rows), () -> random.below(rows));
            check(form, world, batch, input, output, loss);
        }
    }

    @ParameterizedTest
    @EnumSource(LaunchForm.class)
    void drawsWhatTheHostDraws(LaunchForm form) {
        int words = 1000;
        int count = 100_000;
        TileShape shape = new TileShape(words, words, 8, 1, 1, 1, 5);
        TileWorld world =
                new TileWorld(random, shape, 5, new UpdateRule(ContextGradient.MEAN, null, null), Link.LOGISTIC);
        long key = random.bits();
        OpenClDevice device = TestDevice.get();
        try (TileSession session =
                TileSession.open(device, form, world.training, world.input, world.output, 2 * count)) {
            int[] draws = session.draws(key, count);
            for (int k = 0; k < count; k++) {
                int expected = world.training.negatives().noise().word(CounterRandom.at(key, k));
                assertThat(draws[k]).as("draw %d", k).isEqualTo(expected);
            }
        }
    }

    private void check(
            LaunchForm form,
            TileWorld world,
            TileBatch batch,
            RowMatrix inputBefore,
            RowMatrix outputBefore,
            double loss) {
        RowMatrix input = TileWorld.copy(inputBefore);
        RowMatrix output = TileWorld.copy(outputBefore);
        double[] measured = new double[1];
        OpenClDevice device = TestDevice.get();
        try (TileSession session =
                TileSession.open(device, form, world.training, input, output, batch.tiles.length / 3 - 1)) {
            session.visit(() -> session.train(batch));
            measured[0] = session.loss();
            session.store(input, output);
            assertThat(session.name()).isEqualTo("opencl");
        }
        assertThat(measured[0]).as("%s, loss", form).isCloseTo(loss, within(TOLERANCE * (1 + loss)));
        assertClose(form + ", input", input, world.input, inputBefore);
        assertClose(form + ", output", output, world.output, outputBefore);
    }

    /** A chunk holds a power of two of rows, here 2²⁰ of 1,216 bytes. */
    @Test
    void matricesThatNoDeviceCanHoldAreRefusedBeforeAnythingIsAllocated() {
        OpenClDevice device = TestDevice.get();
        assertThatThrownBy(() -> TileSession.requireFit(5 << 20, 300, device))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("need 5 buffers");
        assertThatThrownBy(() -> DeviceRequirements.requireAllocation(device.maxAllocation() + 1, device))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("more than a buffer of");
        TileSession.requireFit(1000, 300, device);
    }

    /** Relative to the largest value of the matrix. */
    private static void assertClose(String what, RowMatrix actual, RowMatrix expected, RowMatrix before) {
        double largest = 0;
        double worst = 0;
        double moved = 0;
        for (int row = 0; row < expected.rows(); row++) {
            for (int c = 0; c < expected.columns(); c++) {
                largest = Math.max(largest, Math.abs(expected.get(row, c)));
                moved = Math.max(moved, Math.abs(expected.get(row, c) - before.get(row, c)));
                worst = Math.max(worst, Math.abs(actual.get(row, c) - expected.get(row, c)));
            }
        }
        assertThat(worst).as(what).isLessThanOrEqualTo(TOLERANCE * largest);
        assertThat(moved).as("%s was trained", what).isGreaterThan(100 * TOLERANCE * largest);
    }

    private static double sampled(double[] losses) {
        double sum = 0;
        for (int t = 0; t < losses.length; t += TileBatch.TILES_PER_LOSS) {
            sum += losses[t];
        }
        return sum;
    }

    private static IntSupplier counter() {
        int[] next = new int[1];
        return () -> next[0]++;
    }
}
