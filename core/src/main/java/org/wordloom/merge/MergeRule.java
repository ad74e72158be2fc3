package org.wordloom.merge;

import java.util.Locale;

/** How the changes that replicas made to a row become one change. */
public enum MergeRule {
    /** The mean over the replicas that updated the row. */
    AVERAGE,
    /** Their mean, weighted by how often each updated the row. */
    WEIGHTED,
    /** Their sum, as if all had happened one after another. */
    SUM,
    /** A tree of pairwise sums, each less what both sides agree on (Adasum; Maleki et al. 2020). */
    ADASUM,
    /**
     * Their sum, shortened in every direction by how far one replica's updates already went towards its optimum: by the
     * curvature that the round met, to what as many updates would have made one after another.
     */
    CURVATURE;

    /** The rule unless another is asked for: docs/decisions/0014-merging-replicas.md. */
    public static final MergeRule DEFAULT = CURVATURE;

    /** The name in options and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
