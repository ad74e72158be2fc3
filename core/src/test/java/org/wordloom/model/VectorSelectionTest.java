package org.wordloom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.RowSource;
import org.wordloom.vocab.Vocabulary;

class VectorSelectionTest {
    private final Vocabulary vocabulary = Vocabulary.of(new String[] {"a", "b"}, new long[] {2, 1});

    @Test
    void everySelectionOfTwoWords() {
        WordModel model = model(2);
        assertThat(VectorSelection.INPUT.select(model).matrix()).isSameAs(model.input());
        assertThat(VectorSelection.OUTPUT.select(model).matrix()).isSameAs(model.output());
        assertThat(VectorSelection.AVERAGE.select(model).matrix().row(1)).containsExactly(30, 30.5f, 31);
        assertThat(VectorSelection.SUM.select(model).matrix().row(1)).containsExactly(60, 61, 62);
        assertThat(VectorSelection.CONCAT.select(model).matrix().row(1)).containsExactly(10, 11, 12, 50, 50, 50);
        assertThat(VectorSelection.CONCAT.select(model).dimension()).isEqualTo(6);
    }

    /** As models are written whose rows are in files. */
    @ParameterizedTest
    @EnumSource
    void rowByRowTheyAreTheSame(VectorSelection selection) throws IOException {
        WordModel model = model(2);
        RowMatrix matrix = selection.select(model).matrix();
        RowSource rows = selection.select(ModelRows.of(model));
        assertThat(rows.rows()).isEqualTo(matrix.rows());
        assertThat(rows.columns()).isEqualTo(matrix.columns());
        float[] row = new float[rows.columns()];
        try (RowSource.Cursor cursor = rows.open()) {
            for (int id = 0; id < matrix.rows(); id++) {
                cursor.next(row);
                assertThat(row).containsExactly(matrix.row(id));
            }
        }
    }

    @Test
    void bothSidesAreClosedAlsoWhereTheSecondCannotBeOpened() throws IOException {
        AtomicInteger open = new AtomicInteger();
        RowSource input = new CountedRows(open, false);
        VectorSelection.SUM
                .select(new ModelRows(vocabulary, input, new CountedRows(open, false), Map.of()))
                .open()
                .close();
        assertThat(open.get()).isZero();
        RowSource broken =
                VectorSelection.SUM.select(new ModelRows(vocabulary, input, new CountedRows(open, true), Map.of()));
        assertThatThrownBy(broken::open).isInstanceOf(IOException.class).hasMessage("gone");
        assertThat(open.get()).isZero();
    }

    /** Counts what is open. */
    private record CountedRows(AtomicInteger opened, boolean isGone) implements RowSource {
        @Override
        public int rows() {
            return 2;
        }

        @Override
        public int columns() {
            return 3;
        }

        @Override
        public Cursor open() throws IOException {
            if (isGone) {
                throw new IOException("gone");
            }
            opened.incrementAndGet();
            return new Cursor() {
                @Override
                public void next(float[] row) {}

                @Override
                public void close() {
                    opened.decrementAndGet();
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource(names = "INPUT", mode = EnumSource.Mode.EXCLUDE)
    void outputsOfTreeNodesAreRefused(VectorSelection selection) {
        assertThatThrownBy(() -> selection.select(model(1)))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("hierarchical softmax");
    }

    /** As convert makes them of a file of vectors. */
    @ParameterizedTest
    @EnumSource(names = "INPUT", mode = EnumSource.Mode.EXCLUDE)
    void aModelWithoutOutputsSaysSo(VectorSelection selection) {
        WordModel model = new WordModel(vocabulary, new RowMatrix(2, 3), new RowMatrix(0, 3), Map.of());
        assertThatThrownBy(() -> selection.select(model))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("one vector a word")
                .hasMessageNotContaining("hierarchical");
    }

    @Test
    void inputsAreThereWithTreeNodesToo() {
        assertThat(VectorSelection.INPUT.select(model(1)).size()).isEqualTo(2);
    }

    private WordModel model(int outputRows) {
        RowMatrix input = new RowMatrix(2, 3);
        RowMatrix output = new RowMatrix(outputRows, 3);
        for (int column = 0; column < 3; column++) {
            input.set(0, column, column);
            input.set(1, column, 10 + column);
            output.set(outputRows - 1, column, 50);
        }
        return new WordModel(vocabulary, input, output, Map.of());
    }
}
