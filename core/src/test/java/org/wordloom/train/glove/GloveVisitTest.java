package org.wordloom.train.glove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Side;
import org.wordloom.cooccurrence.Cells;

class GloveVisitTest {
    private static final GloveOptions OPTIONS =
            GloveOptions.builder().dim(10).exact(true).build();
    private static final BlockVisit VISIT = new BlockVisit(3, 1, 2);

    private final MemoryCells matrix = MemoryCells.random(TestRandom.create(), 30, 0.7);
    private final BlockPartition partition = matrix.partition(3);

    private GloveBlock words() {
        return GloveBlock.initial(OPTIONS, Side.INPUT, partition, 1);
    }

    private GloveBlock contexts() {
        return GloveBlock.initial(OPTIONS, Side.OUTPUT, partition, 2);
    }

    private Cells cells() throws Exception {
        return matrix.source(partition).cells(1, 2);
    }

    @Test
    void isAPureFunctionOfItsArguments() throws Exception {
        GloveBlock words = words();
        GloveBlock contexts = contexts();
        GloveBlock wordsAgain = words.copy();
        GloveBlock contextsAgain = contexts.copy();
        GloveVisit visit = new GloveVisit(OPTIONS);
        double loss = visit.train(words, contexts, cells(), VISIT);
        assertThat(visit.train(wordsAgain, contextsAgain, cells(), VISIT, 1)).isEqualTo(loss);
        assertThat(wordsAgain.parameters().lines()).isEqualTo(words.parameters().lines());
        assertThat(contextsAgain.parameters().lines())
                .isEqualTo(contexts.parameters().lines());
        assertThat(words().parameters().lines())
                .as("training changed a copy")
                .isNotEqualTo(words.parameters().lines());
    }

    @Test
    void everyCycleHasItsOwnOrder() throws Exception {
        GloveBlock words = words();
        GloveBlock other = words();
        new GloveVisit(OPTIONS).train(words, contexts(), cells(), VISIT);
        new GloveVisit(OPTIONS).train(other, contexts(), cells(), new BlockVisit(4, 1, 2));
        assertThat(other.parameters().lines()).isNotEqualTo(words.parameters().lines());
    }

    @Test
    void initialValuesDoNotHangOnThePartition() {
        BlockPartition other = matrix.partition(7);
        for (int row = 0; row < matrix.words(); row++) {
            GloveBlock block = GloveBlock.initial(OPTIONS, Side.INPUT, partition, partition.blockOf(row));
            GloveBlock elsewhere = GloveBlock.initial(OPTIONS, Side.INPUT, other, other.blockOf(row));
            int index = partition.indexInBlock(row);
            assertThat(block.bias(index)).isEqualTo(elsewhere.bias(other.indexInBlock(row)));
            for (int column = 0; column < OPTIONS.dim(); column++) {
                float value = block.weight(index, column);
                assertThat(value).isEqualTo(elsewhere.weight(other.indexInBlock(row), column));
                assertThat(value).isBetween(-0.05f, 0.05f);
            }
        }
    }

    @Test
    void divergenceIsLoud() throws Exception {
        GloveBlock words = words();
        words.parameters().setWeight(cells().rows()[0], 0, Float.NaN); // a row that the visit meets
        expect(ExitCode.TRAINING, "cycle 4, row block 1, column block 2", () -> new GloveVisit(OPTIONS)
                .train(words, contexts(), cells(), VISIT));
        expect(ExitCode.TRAINING, "--rate", () -> new GloveVisit(OPTIONS).train(words, contexts(), cells(), VISIT, 3));
    }

    @Test
    void cellsThatDoNotFitAreRefused() {
        for (int[] cell : new int[][] {{-1, 0}, {0, -1}, {partition.size(1), 0}, {0, partition.size(2)}}) {
            Cells bad = new Cells(new int[] {cell[0]}, new int[] {cell[1]}, new float[] {1});
            expect(ExitCode.FORMAT, "damaged", () -> train(bad));
        }
        for (float value : new float[] {0, -1, Float.NaN}) {
            Cells bad = new Cells(new int[1], new int[1], new float[] {value});
            expect(ExitCode.FORMAT, "damaged", () -> train(bad));
        }
    }

    @Test
    void blocksOfAnotherVisitAreRefused() {
        assertThatThrownBy(() -> new GloveVisit(OPTIONS).train(contexts(), words(), cells(), VISIT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GloveVisit(OPTIONS).train(words(), contexts(), cells(), new BlockVisit(0, 2, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBlockThatNoArrayHoldsIsRefused() {
        BlockPartition one = BlockPartition.equalMass(new long[20_000], 1, 1);
        GloveOptions wide = OPTIONS.toBuilder().dim(65_536).build();
        expect(ExitCode.USAGE, "--blocks", () -> GloveBlock.initial(wide, Side.INPUT, one, 0));
    }

    @Test
    void anInterruptEndsTheVisit() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> train(cells())).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private void train(Cells cells) throws Exception {
        new GloveVisit(OPTIONS).train(words(), contexts(), cells, VISIT);
    }

    private static void expect(ExitCode code, String text, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(code))
                .hasMessageContaining(text);
    }
}
