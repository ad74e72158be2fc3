package org.wordloom.train.glove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Side;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.TestDevice;
import org.wordloom.train.KernelChoice;

/** Visits on a real OpenCL device. */
@Tag("opencl")
class GloveDeviceTest {
    private static final GloveOptions OPTIONS = GloveOptions.builder()
            .dim(20)
            .epochs(8)
            .xMax(20)
            .kernel(KernelChoice.OPENCL)
            .build();
    private static final BlockVisit VISIT = new BlockVisit(3, 1, 2);

    private static OpenClDevice device;

    private final MemoryCells matrix = MemoryCells.random(TestRandom.create(), 400, 0.1);
    private final BlockPartition partition = matrix.partition(3);

    @BeforeAll
    static void findDevice() {
        device = TestDevice.get();
    }

    @AfterEach
    void releaseDevice() {
        GloveVisit.releaseDevice();
    }

    @Test
    void noDeviceBeatsAMillionThreads() {
        assertThat(CellTrial.decide(device, 8, 1_000_000).device()).isFalse();
    }

    /** Three blocks, so that two visits want the device at a time, and blocks of several sizes come to it. */
    @Test
    void aWholeTrainingEndsWithTheLossOfTheProcessor() throws Exception {
        GloveOptions processor = OPTIONS.toBuilder().kernel(KernelChoice.SCALAR).build();
        GloveTrainer.Result expected = GloveTrainerTest.train(processor, matrix, 3);
        GloveTrainer.Result result =
                GloveTrainerTest.train(OPTIONS.toBuilder().threads(2).build(), matrix, 3);
        assertThat(result.kernel()).isEqualTo("opencl: " + device.name());
        assertThat(result.cells()).isEqualTo(expected.cells());
        for (int epoch = 0; epoch < OPTIONS.epochs(); epoch++) {
            double loss = expected.losses()[epoch];
            assertThat(result.losses()[epoch]).as("epoch %d", epoch).isCloseTo(loss, within(0.02 * loss));
        }
        assertThat(result.losses()[7]).isLessThan(0.9 * result.losses()[0]);
    }

    @Test
    void divergenceIsLoud() {
        GloveBlock words = words();
        words.parameters().setWeight(0, 0, Float.NaN);
        expect(ExitCode.TRAINING, "cycle 4, row block 1, column block 2", () -> new GloveVisit(OPTIONS)
                .train(words, contexts(), cells(), VISIT, 4));
    }

    /** Before they reach the device, where they would end the JVM. */
    @Test
    void cellsThatDoNotFitAreRefused() {
        for (int[] cell : new int[][] {{-1, 0}, {0, -1}, {partition.size(1), 0}, {0, partition.size(2)}}) {
            Cells bad = new Cells(new int[] {0, cell[0]}, new int[] {0, cell[1]}, new float[] {1, 1});
            expect(ExitCode.FORMAT, "damaged", () -> train(bad));
        }
        for (float value : new float[] {0, -1, Float.NaN}) {
            Cells bad = new Cells(new int[1], new int[1], new float[] {value});
            expect(ExitCode.FORMAT, "damaged", () -> train(bad));
        }
    }

    @Test
    void aVisitWithoutCellsHasNoLoss() throws Exception {
        assertThat(new GloveVisit(OPTIONS)
                        .train(words(), contexts(), new Cells(new int[0], new int[0], new float[0]), VISIT))
                .isZero();
    }

    private void train(Cells cells) throws Exception {
        new GloveVisit(OPTIONS).train(words(), contexts(), cells, VISIT);
    }

    private GloveBlock words() {
        return GloveBlock.initial(OPTIONS, Side.INPUT, partition, 1);
    }

    private GloveBlock contexts() {
        return GloveBlock.initial(OPTIONS, Side.OUTPUT, partition, 2);
    }

    private Cells cells() throws Exception {
        return matrix.source(partition).cells(1, 2);
    }

    private static void expect(ExitCode code, String text, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(code))
                .hasMessageContaining(text);
    }
}
