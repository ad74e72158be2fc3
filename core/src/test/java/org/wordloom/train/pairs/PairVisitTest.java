package org.wordloom.train.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.Strata;
import org.wordloom.kernel.TileKernels;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.pairs.PairVisit.Moment;

class PairVisitTest {
    private final long seed = Long.getLong("wordloom.seed", System.nanoTime());
    private final Random random = seeded();

    private Random seeded() {
        System.out.println("replay with -Dwordloom.seed=" + seed);
        return new Random(seed);
    }

    /** A visit equals a plain loop over the same updates and the same draws. */
    @ParameterizedTest
    @EnumSource(
            value = KernelChoice.class,
            names = {"SCALAR", "SIMD"})
    void agreesWithTheReference(KernelChoice kernel) throws Exception {
        assumeFalse(kernel == KernelChoice.SIMD && TileKernels.simdObstacle() != null, "simd cannot run here");
        for (int dim : new int[] {1, 7, 8, 33}) {
            assertThat(shortTiles(PairWorld.options(dim, 3, 2, 0.05, kernel))).isZero();
        }
    }

    /** As above, where a tile ends before it is full, because its row would move too far. */
    @Test
    void heavyPairsShareATileWithFewOthers() throws Exception {
        assertThat(shortTiles(PairWorld.options(8, 100, 2, 0.02, KernelChoice.SCALAR)))
                .isPositive();
    }

    /** Trains a visit and its reference alike; gives how many tiles ended early. */
    private int shortTiles(PairOptions options) throws Exception {
        PairWorld world = new PairWorld(40, 2, options, random);
        PairBlock input = world.input(0);
        PairBlock output = world.output(1, random);
        PairReference reference = new PairReference(world, input, output);
        Moment moment = new Moment("test", 0.25, 0.5, random.nextLong());
        PairVisit visit = new PairVisit(world.options, world.tables.noise());
        PairVisit.Outcome outcome = visit.train(input, output, world.cells(0, 1), moment, 1);
        reference.train(world.cells(0, 1), moment);
        reference.assertEqual(input, output, 2e-4);
        assertThat(outcome.pairs()).isCloseTo(reference.pairs(), within(1e-6 * reference.pairs()));
        return reference.shortTiles();
    }

    /**
     * What all visits of a cycle do on average is the gradient of the objective over the whole matrix, whatever the
     * number of blocks: the gradient by finite differences.
     */
    @Test
    void allVisitsTogetherFollowTheGradient() throws Exception {
        Random fixed = new Random(1); // where the gradient happens to be short, what is drawn makes more of it noise
        for (int blocks : new int[] {1, 3}) {
            PairWorld world = new PairWorld(9, blocks, PairWorld.options(4, 1, 1, 1e-3, KernelChoice.SCALAR), fixed);
            PairBlock[] inputs =
                    IntStream.range(0, blocks).mapToObj(world::input).toArray(PairBlock[]::new);
            PairBlock[] outputs = IntStream.range(0, blocks)
                    .mapToObj(block -> world.output(block, fixed))
                    .toArray(PairBlock[]::new);
            PairObjective objective = new PairObjective(world, inputs, outputs);
            PairVisit visit = new PairVisit(world.options, world.tables.noise());
            for (int cycle = 0; cycle < 6000; cycle++) {
                // Every visit starts from the same rows: its small steps do not add up to a curve.
                for (int visited = 0; visited < blocks * blocks; visited++) {
                    PairBlock input = copy(inputs[visited / blocks]);
                    PairBlock output = copy(outputs[visited % blocks]);
                    Moment moment = new Moment("test", 0, 0, CounterRandom.at(cycle, visited));
                    visit.train(input, output, world.cells(input.number(), output.number()), moment, 1);
                    objective.observe(input, output);
                }
            }
            objective.assertMoved(6000 * 1e-3);
        }
    }

    private static PairBlock copy(PairBlock block) {
        RowMatrix rows = block.vectors();
        RowMatrix vectors = new RowMatrix(rows.rows(), rows.columns());
        for (int row = 0; row < rows.rows(); row++) {
            vectors.setRow(row, rows.chunk(row), rows.offset(row));
        }
        return new PairBlock(block.side(), block.number(), block.rows(), vectors);
    }

    /** One thread: the same bits, in whatever order the visits of a stratum run. */
    @Test
    void visitsOfAStratumCommute() throws Exception {
        PairWorld world = new PairWorld(60, 3, PairWorld.options(20, 2, 4, 0.05, KernelChoice.AUTO), random);
        RowMatrix[] forwards = trainCycle(world, false);
        RowMatrix[] backwards = trainCycle(world, true);
        for (int i = 0; i < forwards.length; i++) {
            for (int row = 0; row < forwards[i].rows(); row++) {
                assertThat(backwards[i].row(row)).containsExactly(forwards[i].row(row));
            }
        }
    }

    private RowMatrix[] trainCycle(PairWorld world, boolean backwards) throws Exception {
        int blocks = world.partition.blocks();
        PairBlock[] inputs = IntStream.range(0, blocks).mapToObj(world::input).toArray(PairBlock[]::new);
        PairBlock[] outputs =
                IntStream.range(0, blocks).mapToObj(world.tables::initialOutput).toArray(PairBlock[]::new);
        PairVisit visit = new PairVisit(world.options, world.tables.noise());
        Strata strata = new Strata(blocks);
        for (int stratum = 0; stratum < blocks; stratum++) {
            for (int i = 0; i < blocks; i++) {
                int row = backwards ? blocks - 1 - i : i;
                int column = strata.columnBlock(stratum, row);
                Moment moment = new Moment("test", 0, 1, CounterRandom.at(row, column));
                visit.train(inputs[row], outputs[column], world.cells(row, column), moment, 1);
            }
        }
        return java.util.stream.Stream.concat(java.util.Arrays.stream(inputs), java.util.Arrays.stream(outputs))
                .map(PairBlock::vectors)
                .toArray(RowMatrix[]::new);
    }

    /** Threads share the rows: no two runs are the same, but all of the work is done. */
    @Test
    void threadsDoAllOfTheWork() throws Exception {
        PairWorld world = new PairWorld(60, 1, PairWorld.options(20, 50, 1, 0.05, KernelChoice.AUTO), random);
        PairVisit visit = new PairVisit(world.options, world.tables.noise());
        Moment moment = new Moment("test", 0, 1, random.nextLong());
        PairVisit.Outcome one = visit.train(world.input(0), world.output(0, random), world.cells(0, 0), moment, 1);
        PairVisit.Outcome four = visit.train(world.input(0), world.output(0, random), world.cells(0, 0), moment, 4);
        assertThat(four.pairs()).isEqualTo(one.pairs());
        assertThat(four.loss()).isPositive().isFinite();
    }

    @Test
    void divergenceIsTold() {
        PairWorld world = new PairWorld(60, 1, PairWorld.options(20, 50, 1, 9, KernelChoice.AUTO), random);
        PairVisit visit = new PairVisit(world.options, world.tables.noise());
        PairBlock input = world.input(0);
        PairBlock output = world.output(0, random);
        for (int row = 0; row < 60; row++) {
            output.vectors().set(row, 0, Float.MAX_VALUE);
            input.vectors().set(row, 0, Float.MAX_VALUE);
        }
        for (int threads : new int[] {1, 3}) {
            assertThatThrownBy(() ->
                            visit.train(input, output, world.cells(0, 0), new Moment("cycle 3", 0, 1, 1), threads))
                    .isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(ExitCode.TRAINING))
                    .hasMessageContaining("cycle 3")
                    .hasMessageContaining("--rate");
        }
    }

    /** The loss falls, and pairs that occur come to score above pairs that do not. */
    @Test
    void trainingLearns() throws Exception {
        PairWorld world = new PairWorld(60, 2, PairWorld.options(20, 30, 30, 0.05, KernelChoice.AUTO), random);
        PairBlock[] inputs = {world.input(0), world.input(1)};
        PairBlock[] outputs = {world.tables.initialOutput(0), world.tables.initialOutput(1)};
        PairVisit visit = new PairVisit(world.options, world.tables.noise());
        double before = new PairObjective(world, inputs, outputs).value();
        for (int cycle = 0; cycle < 30; cycle++) {
            for (int visited = 0; visited < 4; visited++) {
                int row = visited / 2;
                int column = (visited + row) % 2;
                Moment moment = new Moment("test", cycle / 30.0, (cycle + 1) / 30.0, CounterRandom.at(cycle, visited));
                visit.train(inputs[row], outputs[column], world.cells(row, column), moment, 1);
            }
        }
        assertThat(new PairObjective(world, inputs, outputs).value()).isGreaterThan(before * 0.82);
    }
}
