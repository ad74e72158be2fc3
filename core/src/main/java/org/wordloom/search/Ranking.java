package org.wordloom.search;

/** The best rows for one query, best first; equal scores by id. Immutable. */
public final class Ranking {
    private final int[] ids;
    private final float[] scores;

    Ranking(int[] ids, float[] scores) {
        this.ids = ids;
        this.scores = scores;
    }

    /** How many were found: at most k, fewer when there are fewer rows. */
    public int size() {
        return ids.length;
    }

    public int id(int rank) {
        return ids[rank];
    }

    public float score(int rank) {
        return scores[rank];
    }
}
