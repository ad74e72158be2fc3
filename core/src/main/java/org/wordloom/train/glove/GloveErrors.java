package org.wordloom.train.glove;

import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.kernel.CellRule;

/** What can be wrong in a visit of GloVe's cells, whatever kernel trains them. */
final class GloveErrors {
    private GloveErrors() {}

    static boolean fits(int row, int column, float value, AdaGradRows rows, AdaGradRows columns) {
        return row >= 0 && row < rows.rows() && column >= 0 && column < columns.rows() && value > 0;
    }

    /** FORMAT error for a cell that does not fit. */
    static WordloomException misfit(
            int row, int column, float value, AdaGradRows rows, AdaGradRows columns, BlockVisit visit) {
        return new WordloomException(
                ExitCode.FORMAT,
                "the co-occurrence cells of " + visit + " are damaged: row " + row + ", column " + column + ", value "
                        + value + " does not fit blocks of " + rows.rows() + " rows and " + columns.rows()
                        + " columns; count anew");
    }

    /**
     * TRAINING error for a loss that is NaN or infinite.
     *
     * @param trained cells of the visit among which it came up
     * @param cells of the visit
     */
    static WordloomException diverged(long trained, long cells, CellRule rule, BlockVisit visit) {
        return new WordloomException(
                ExitCode.TRAINING,
                String.format(
                        Locale.ROOT,
                        "training diverged in %s, before cell %d of %d: the difference of a cell is NaN or infinite; use a"
                                + " lower --rate than %s (and --bias-rate than %s)",
                        visit,
                        trained,
                        cells,
                        rule.rate(),
                        rule.biasRate()));
    }
}
