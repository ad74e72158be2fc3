package org.wordloom.cluster.pairs;

import java.io.IOException;
import java.io.Serializable;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.cluster.cooccurrence.CellSource;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.train.pairs.PairVisit.Portion;

/** What visits train on. Used by several threads at a time. */
interface PairFeed extends Serializable {
    /** The pairs of a visit. */
    Cells cells(BlockVisit visit) throws IOException;

    /** What part of them a visit of a cycle trains. */
    Portion portion(int cycle);

    /** The same counts in every cycle, a part of each. */
    static PairFeed ofCounts(CellSource cells, double share) {
        return new Counts(cells, share);
    }

    /** @param share epochs that a cycle stands for */
    record Counts(CellSource source, double share) implements PairFeed {
        @Override
        public Cells cells(BlockVisit visit) {
            return source.cells(visit.rowBlock(), visit.columnBlock());
        }

        @Override
        public Portion portion(int cycle) {
            return new Portion(share, share);
        }
    }
}
