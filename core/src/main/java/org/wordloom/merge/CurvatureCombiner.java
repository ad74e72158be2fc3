package org.wordloom.merge;

/** See {@link MergeRule#CURVATURE}. */
final class CurvatureCombiner implements RowCombiner {
    private final RowCombiner sum;

    CurvatureCombiner(MergeRound round) {
        this.sum = RowCombiners.of(MergeRule.SUM, round);
    }

    @Override
    public void combine(RowChanges changes, float[] into) {
        sum.combine(changes, into);
    }
}
