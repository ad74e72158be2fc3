package org.wordloom.train.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.TileKernel;
import org.wordloom.kernel.TileKernels;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.opencl.KernelTrial;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.TestDevice;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.KernelDecision;
import org.wordloom.train.pairs.PairVisit.Moment;

/** Visits of counted pairs on a real OpenCL device. */
@Tag("opencl")
@Timeout(120)
class PairDeviceTest {
    private final long seed = Long.getLong("wordloom.seed", System.nanoTime());
    private final Random random = seeded();
    private OpenClDevice device;

    private Random seeded() {
        System.out.println("replay with -Dwordloom.seed=" + seed);
        return new Random(seed);
    }

    @BeforeEach
    void findDevice() {
        device = TestDevice.get();
    }

    @AfterEach
    void releaseDevice() {
        PairVisit.releaseDevice();
    }

    /** Where a launch may move no row twice, the result is that of the scalar kernel, tile after tile in that order. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 33, 130})
    void agreesWithTheScalarKernelWhereRowsAreDisjoint(int dim) throws Exception {
        PairWorld world = new PairWorld(60, 2, PairWorld.options(dim, 3, 2, 0.05, KernelChoice.OPENCL), random);
        Moment moment = new Moment("test", 0.25, 0.5, random.nextLong());
        PairBlock input = world.input(0);
        PairBlock output = world.output(1, random);
        PairBlock expectedInput = copy(input);
        PairBlock expectedOutput = copy(output);
        PairVisit.Work expected = work(world, expectedInput, expectedOutput, moment);
        PairLoss expectedLoss = new PairLoss(0);
        new PairWorker(expected, new MeasuringStep(expected, expectedLoss)).call();
        PairLoss loss = PairDevice.train(device, work(world, input, output, moment), 1, 0);
        assertClose(input.vectors(), expectedInput.vectors());
        assertClose(output.vectors(), expectedOutput.vectors());
        assertThat(loss.mean(3)).isPositive().isCloseTo(expectedLoss.mean(3), withinPercentage(0.01));
    }

    private static PairVisit.Work work(PairWorld world, PairBlock input, PairBlock output, Moment moment) {
        PairSample sample = PairSample.draw(
                world.cells(input.number(), output.number()),
                input.rows(),
                output.rows(),
                world.options.share(),
                CounterRandom.at(moment.key(), 0));
        double drawn =
                world.options.share() * input.rows().draws() * (output.rows().draws() / world.tables.noise());
        PairVisit visit = new PairVisit(world.options, world.tables.noise(), KernelDecision.onProcessor("a test"));
        return visit.new Work(input, output, sample, moment, drawn);
    }

    /** The order of a device, on a processor; the loss of every tile is measured. */
    private static final class MeasuringStep implements PairStep {
        private final TileKernel kernel = TileKernels.scalar();
        private final PairVisit.Work work;
        private final PairLoss loss;
        private final ProcessorPairStep step;

        MeasuringStep(PairVisit.Work work, PairLoss loss) {
            this.work = work;
            this.loss = loss;
            this.step = new ProcessorPairStep(kernel, work);
        }

        @Override
        public boolean atOnce() {
            return true;
        }

        @Override
        public void train(Tile tile, float rate) {
            kernel.multiply(tile, work.input().vectors(), work.output().vectors());
            loss.measure(tile);
            step.train(tile, rate);
        }

        @Override
        public void finish() {
            step.finish();
        }
    }

    /**
     * Blocks of several sizes, several cycles, two threads that fill: the objective ends where the processor's does. The
     * processor measures the loss of a visit's first tiles and of few others, which in visits as small as these makes it
     * 3 % higher.
     */
    @Test
    void aTrainingEndsAtTheObjectiveOfTheProcessor() throws Exception {
        PairOptions options = PairWorld.options(20, 30, 30, 0.05, KernelChoice.OPENCL);
        PairWorld world = new PairWorld(60, 3, options, random);
        PairVisit processor = new PairVisit(options, world.tables.noise(), KernelDecision.onProcessor("a test"));
        PairVisit onDevice = new PairVisit(options, world.tables.noise());
        assertThat(onDevice.kernel()).isEqualTo("opencl: " + device.name());
        List<Double> losses = new ArrayList<>();
        double before = new PairObjective(world, inputs(world), outputs(world)).value();
        double expected = train(world, processor, losses);
        double actual = train(world, onDevice, losses);
        assertThat(expected).isGreaterThan(0.9 * before);
        assertThat(actual).isCloseTo(expected, within(0.01 * Math.abs(expected)));
        assertThat(losses.get(1)).isCloseTo(losses.get(0), withinPercentage(12));
    }

    /** Returns the objective's value; adds the mean loss that the visits of the last cycle told. */
    private static double train(PairWorld world, PairVisit visit, List<Double> losses) throws Exception {
        PairBlock[] inputs = inputs(world);
        PairBlock[] outputs = outputs(world);
        int cycles = world.options.cycles();
        int blocks = inputs.length;
        double loss = 0;
        double pairs = 0;
        for (int visited = 0; visited < cycles * blocks * blocks; visited++) {
            int cycle = visited / (blocks * blocks);
            int row = visited / blocks % blocks;
            int column = (visited + row) % blocks;
            Moment moment = new Moment(
                    "test", (double) cycle / cycles, (cycle + 1.0) / cycles, CounterRandom.at(cycle, visited));
            PairVisit.Outcome outcome = visit.train(inputs[row], outputs[column], world.cells(row, column), moment, 2);
            loss += cycle == cycles - 1 ? outcome.pairs() * outcome.loss() : 0;
            pairs += cycle == cycles - 1 ? outcome.pairs() : 0;
        }
        losses.add(loss / pairs);
        return new PairObjective(world, inputs, outputs).value();
    }

    private static PairBlock[] inputs(PairWorld world) {
        PairBlock[] blocks = new PairBlock[world.partition.blocks()];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = world.input(block);
        }
        return blocks;
    }

    private static PairBlock[] outputs(PairWorld world) {
        PairBlock[] blocks = new PairBlock[world.partition.blocks()];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = world.tables.initialOutput(block);
        }
        return blocks;
    }

    @Test
    void divergenceIsToldAndLeavesTheBlocks() {
        PairWorld world = new PairWorld(60, 1, PairWorld.options(20, 50, 1, 9, KernelChoice.OPENCL), random);
        PairVisit visit = new PairVisit(world.options, world.tables.noise());
        PairBlock input = world.input(0);
        PairBlock output = world.output(0, random);
        for (int row = 0; row < 60; row++) {
            output.vectors().set(row, 0, Float.MAX_VALUE);
            input.vectors().set(row, 0, Float.MAX_VALUE);
        }
        assertThatThrownBy(() -> visit.train(input, output, world.cells(0, 0), new Moment("cycle 3", 0, 1, 1), 2))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.TRAINING))
                .hasMessageContaining("cycle 3")
                .hasMessageContaining("--rate");
        assertThat(input.vectors().get(7, 0)).isEqualTo(Float.MAX_VALUE);
    }

    /** A visit without pairs and negatives trains nothing. */
    @Test
    void nothingToTrainIsNothing() throws Exception {
        PairWorld world = new PairWorld(60, 1, PairWorld.options(20, 1, 1, 0.05, KernelChoice.OPENCL), random);
        PairBlock input = world.input(0);
        PairVisit.Outcome outcome = new PairVisit(world.options, world.tables.noise())
                .train(
                        input,
                        world.output(0, random),
                        world.cells(0, 0),
                        new PairVisit.Portion(0, 0),
                        new Moment("test", 0, 1, 1),
                        2);
        assertThat(outcome.pairs()).isZero();
        assertThat(input.vectors().row(5))
                .containsExactly(world.input(0).vectors().row(5));
    }

    @Test
    void bothKernelsAreMeasuredOnTheSamePairs() {
        PairOptions options = PairWorld.options(20, 1, 1, 0.05, KernelChoice.AUTO);
        KernelTrial.Decision decision = PairTrial.decide(options, device);
        assertThat(decision.reason()).contains("pairs/s").contains(device.name());
    }

    private static PairBlock copy(PairBlock block) {
        RowMatrix rows = block.vectors();
        RowMatrix vectors = new RowMatrix(rows.rows(), rows.columns());
        for (int row = 0; row < rows.rows(); row++) {
            vectors.setRow(row, rows.chunk(row), rows.offset(row));
        }
        return new PairBlock(block.side(), block.number(), block.rows(), vectors);
    }

    /** Relative to the largest value of the matrix. */
    private static void assertClose(RowMatrix actual, RowMatrix expected) {
        double largest = 0;
        double worst = 0;
        for (int row = 0; row < expected.rows(); row++) {
            for (int column = 0; column < expected.columns(); column++) {
                largest = Math.max(largest, Math.abs(expected.get(row, column)));
                worst = Math.max(worst, Math.abs(actual.get(row, column) - expected.get(row, column)));
            }
        }
        assertThat(worst).isLessThanOrEqualTo(1e-5 * largest);
    }
}
