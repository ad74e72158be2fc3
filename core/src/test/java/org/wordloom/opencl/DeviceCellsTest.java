package org.wordloom.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordloom.TestRandom;
import org.wordloom.base.WordloomException;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.AdaGradRows;

/** Both forms of the cell step, on a real device, against the scalar kernel. */
@Tag("opencl")
class DeviceCellsTest {
    private static final double RELATIVE = 1e-5;

    private static OpenClDevice device;

    private final TestRandom random = TestRandom.create();

    @BeforeAll
    static void findDevice() {
        device = TestDevice.get();
    }

    private static DeviceCells open(LaunchForm form, RandomBlocks blocks) {
        return DeviceCells.open(device, form, blocks.rows.dim(), blocks.rows.rows(), blocks.columns.rows());
    }

    @ParameterizedTest
    @EnumSource(LaunchForm.class)
    void allWidthsAgreeWithTheScalarKernel(LaunchForm form) throws Exception {
        for (int dim : new int[] {1, 3, 8, 15, 31, 33, 64, 100, 129, 200, 300}) {
            RandomBlocks blocks = RandomBlocks.disjoint(random, dim, 300);
            try (DeviceCells cells = open(form, blocks)) {
                requireAgreement(cells, blocks);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LaunchForm.class)
    void allNumbersOfCellsAgreeWithTheScalarKernel(LaunchForm form) throws Exception {
        try (DeviceCells cells = DeviceCells.open(device, form, 10, 2500, 2500)) {
            for (int count : new int[] {0, 1, 2, 15, 16, 17, 64, 65, 1023, 1025, 2500}) {
                requireAgreement(cells, RandomBlocks.disjoint(random, 10, count));
            }
            requireAgreement(cells, RandomBlocks.disjoint(random, 10, 2500, 1, 1000, 300));
        }
    }

    /** A strand is trained in order by one work-item or team, so that its cells may share rows. */
    @ParameterizedTest
    @EnumSource(LaunchForm.class)
    void cellsOfAStrandSeeWhatThoseBeforeThemDid(LaunchForm form) throws Exception {
        try (DeviceCells cells = DeviceCells.open(device, form, 50, 2, 2)) {
            for (int dim = 0; dim < 5; dim++) {
                requireAgreement(cells, RandomBlocks.shared(random, 50, 2, CellsKernel.STRAND));
            }
        }
    }

    private static void requireAgreement(DeviceCells cells, RandomBlocks blocks) throws InterruptedException {
        RandomBlocks expected = blocks.copy();
        double loss = expected.trainScalar();
        DeviceCells.Outcome outcome = blocks.train(cells);
        assertThat(outcome.cells()).isEqualTo(blocks.cells.size());
        assertThat(outcome.loss()).isCloseTo(loss, within(RELATIVE * loss));
        requireClose(blocks.rows.lines(), expected.rows.lines());
        requireClose(blocks.rows.biases(), expected.rows.biases());
        requireClose(blocks.columns.lines(), expected.columns.lines());
        requireClose(blocks.columns.biases(), expected.columns.biases());
    }

    /** Relative to the largest value: small weights are differences of large steps. */
    private static void requireClose(float[] values, float[] expected) {
        float largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int k = 0; k < values.length; k++) {
            float bound = (float) RELATIVE * largest;
            if (!(Math.abs(values[k] - expected[k]) <= bound)) {
                assertThat(values[k]).as("value %d", k).isCloseTo(expected[k], within(bound));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LaunchForm.class)
    void clipsAsTheScalarKernelDoes(LaunchForm form) throws Exception {
        RandomBlocks blocks = RandomBlocks.disjoint(random, 20, 200).withGradClip(0.01f);
        try (DeviceCells cells = open(form, blocks)) {
            requireAgreement(cells, blocks);
        }
    }

    @ParameterizedTest
    @EnumSource(LaunchForm.class)
    void moreCellsThanTheDeviceHoldsAreBroughtStretchByStretch(LaunchForm form) throws Exception {
        RandomBlocks blocks = RandomBlocks.disjoint(random, 10, 3000, 900, 1000, 1);
        try (DeviceCells cells = DeviceCells.open(device, form, new CellsShape(10, 3000, 3000), 1200)) {
            requireAgreement(cells, blocks);
        }
    }

    @Test
    void collectionsLoseNothing() throws Exception {
        RandomBlocks blocks = RandomBlocks.disjoint(random, 30, 5000);
        try (DeviceCells cells = open(device.form(), blocks)) {
            Thread collector = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    System.gc();
                }
            });
            collector.start();
            for (int visit = 0; visit < 5; visit++) {
                requireAgreement(cells, blocks);
            }
            collector.interrupt();
            collector.join();
            assertThat(cells.restorations()).isZero();
        }
    }

    @Test
    void divergenceEndsTheVisitAndLeavesTheBlocks() throws Exception {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, 3e38f}) {
            RandomBlocks blocks = RandomBlocks.disjoint(random, 20, 5000);
            blocks.rows.setWeight(17, 3, bad);
            blocks.columns.setWeight(blocks.cells.columns()[17], 3, 2f);
            RandomBlocks before = blocks.copy();
            try (DeviceCells cells = open(device.form(), blocks)) {
                DeviceCells.Outcome outcome = blocks.train(cells);
                assertThat(Double.isFinite(outcome.loss())).isFalse();
                assertThat(outcome.cells()).isBetween(1L, 5000L);
            }
            assertThat(blocks.rows.lines()).containsExactly(before.rows.lines());
        }
    }

    @Test
    void anInterruptEndsTheVisitAndLeavesTheBlocks() {
        RandomBlocks blocks = RandomBlocks.disjoint(random, 20, 500);
        RandomBlocks before = blocks.copy();
        try (DeviceCells cells = open(device.form(), blocks)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> blocks.train(cells)).isInstanceOf(InterruptedException.class);
        }
        assertThat(blocks.rows.lines()).containsExactly(before.rows.lines());
    }

    @Test
    void aBlockThatNoArrayHoldsIsRefused() {
        assertThatThrownBy(() -> DeviceCells.open(device, device.form(), 300, 5_000_000, 10))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("--blocks");
    }

    @Test
    void theMeasurementFindsTheDeviceRight() {
        DeviceMeasurement.Figures figures = new CellsMeasurement().run(device);
        assertThat(figures.error()).isLessThan(RELATIVE);
        assertThat(figures.device()).isPositive();
        assertThat(figures.processor()).isPositive();
        assertThat(CellsTiming.bytesPerCell(128)).isEqualTo(2 * 2 * (128 + 128 + 2) * 4 + 12);
    }

    @Test
    void aSessionServesWhatItHasRoomFor() {
        DeviceCells first = DeviceCells.reopen(null, device, new AdaGradRows(10, 7), new AdaGradRows(20, 7));
        assertThat(DeviceCells.reopen(first, device, new AdaGradRows(3, 7), new AdaGradRows(20, 7)))
                .isSameAs(first);
        DeviceCells second = DeviceCells.reopen(first, device, new AdaGradRows(30, 7), new AdaGradRows(3, 7));
        assertThat(DeviceCells.reopen(second, device, new AdaGradRows(30, 7), new AdaGradRows(20, 7)))
                .isSameAs(second)
                .isNotSameAs(first);
        DeviceCells third = DeviceCells.reopen(second, device, new AdaGradRows(1, 8), new AdaGradRows(1, 8));
        assertThat(third).isNotSameAs(second);
        third.close();
    }

    /** Blocks smaller than those it was opened for. */
    @Test
    void blocksMayHaveFewerRows() throws Exception {
        try (DeviceCells cells = DeviceCells.open(device, device.form(), 10, 100, 100)) {
            AdaGradRows none = new AdaGradRows(0, 10);
            Cells empty = new Cells(new int[0], new int[0], new float[0]);
            assertThat(cells.train(none, none, empty, List.of(), RandomBlocks.RULE)
                            .loss())
                    .isZero();
            requireAgreement(cells, RandomBlocks.disjoint(random, 10, 60));
        }
    }
}
