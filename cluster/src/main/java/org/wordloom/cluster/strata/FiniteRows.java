package org.wordloom.cluster.strata;

import java.io.IOException;
import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.format.FiniteCheck;
import org.wordloom.matrix.RowSource;
import org.wordloom.vocab.Vocabulary;

/**
 * The last guard: rows that training made, of which none with NaN or infinity is handed on. Visits look at a sample of what
 * they compute, and the rest of the last ones is looked at nowhere else.
 *
 * @param words whose rows they are
 * @param side the vectors' name in the error
 * @param rate that the training began with
 */
record FiniteRows(RowSource source, Vocabulary words, String side, double rate) implements RowSource {
    @Override
    public int rows() {
        return source.rows();
    }

    @Override
    public int columns() {
        return source.columns();
    }

    @Override
    public Cursor open() throws IOException {
        Cursor cursor = source.open();
        return new Cursor() {
            private int at;

            @Override
            public void next(float[] row) throws IOException {
                cursor.next(row);
                if (!FiniteCheck.allFinite(row, 0, columns())) {
                    throw diverged(at);
                }
                at++;
            }

            @Override
            public void close() throws IOException {
                cursor.close();
            }
        };
    }

    private WordloomException diverged(int row) {
        return new WordloomException(
                ExitCode.TRAINING,
                String.format(
                        Locale.ROOT,
                        "training diverged: the %s vector of '%s' is NaN or infinite at the end of the last cycle; use a"
                                + " lower --rate than %s",
                        side,
                        words.word(row),
                        rate));
    }
}
