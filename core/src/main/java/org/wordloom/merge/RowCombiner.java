package org.wordloom.merge;

/** One rule, ready for the rows of a round. */
interface RowCombiner {
    /** Writes the combined change of a row, which at least one replica changed. */
    void combine(RowChanges changes, float[] into);
}
