package org.wordloom.merge;

import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;

/**
 * Merges what replicas changed into a block of rows. The result is a function of the changes and of the order of the
 * replicas, nothing else. One thread at a time.
 */
public final class RowMerger {
    private final RowCombiner combiner;

    public RowMerger(MergeRule rule, MergeRound round) {
        this(RowCombiners.of(rule, round));
    }

    RowMerger(RowCombiner combiner) {
        this.combiner = combiner;
    }

    /**
     * Adds the combined changes to the rows.
     *
     * @param block the rows as they were before the round; changed in place
     * @param replicas each replica's changes to this block, in the order of replica numbers
     * @throws WordloomException TRAINING when a change is NaN or infinite
     */
    public void merge(RowMatrix block, List<RowDeltas> replicas) {
        RowChanges changes = new RowChanges(replicas.size(), block.columns());
        int[] next = new int[replicas.size()];
        float[] change = new float[block.columns()];
        for (int row = nextRow(replicas, next); row < Integer.MAX_VALUE; row = nextRow(replicas, next)) {
            changes.clear();
            for (int r = 0; r < next.length; r++) {
                RowDeltas deltas = replicas.get(r);
                if (next[r] < deltas.size() && deltas.row(next[r]) == row) {
                    changes.add(r, deltas, next[r]++);
                }
            }
            combiner.combine(changes, change);
            add(block, row, change);
        }
    }

    private static int nextRow(List<RowDeltas> replicas, int[] next) {
        int row = Integer.MAX_VALUE;
        for (int r = 0; r < next.length; r++) {
            RowDeltas deltas = replicas.get(r);
            if (next[r] < deltas.size()) {
                row = Math.min(row, deltas.row(next[r]));
            }
        }
        return row;
    }

    private static void add(RowMatrix block, int row, float[] change) {
        float[] chunk = block.chunk(row);
        int offset = block.offset(row);
        for (int c = 0; c < change.length; c++) {
            float value = chunk[offset + c] + change[c];
            if (!Float.isFinite(value)) {
                throw new WordloomException(
                        ExitCode.TRAINING,
                        "training diverged: what replicas changed of a row adds up to NaN or infinity; use a lower --rate");
            }
            chunk[offset + c] = value;
        }
    }
}
