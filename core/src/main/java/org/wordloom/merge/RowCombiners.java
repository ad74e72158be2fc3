package org.wordloom.merge;

import java.util.Arrays;

/** The rules, by name. */
final class RowCombiners {
    private RowCombiners() {}

    static RowCombiner of(MergeRule rule, MergeRound round) {
        return switch (rule) {
            case AVERAGE -> (changes, into) -> weightedSum(changes, into, changes.size(), false);
            case WEIGHTED -> (changes, into) -> weightedSum(changes, into, totalUpdates(changes), true);
            case SUM -> (changes, into) -> weightedSum(changes, into, 1f, false);
            case ADASUM -> new AdasumCombiner(round.replicas());
            case CURVATURE -> new CurvatureCombiner(round);
        };
    }

    private static float totalUpdates(RowChanges changes) {
        float sum = 0;
        for (int k = 0; k < changes.size(); k++) {
            sum += changes.updates(k);
        }
        return sum;
    }

    private static void weightedSum(RowChanges changes, float[] into, float total, boolean byUpdates) {
        Arrays.fill(into, 0f);
        for (int k = 0; k < changes.size(); k++) {
            float weight = (byUpdates ? changes.updates(k) : 1f) / total;
            float[] values = changes.values(k);
            int offset = changes.offset(k);
            for (int c = 0; c < into.length; c++) {
                into[c] += weight * values[offset + c];
            }
        }
    }
}
