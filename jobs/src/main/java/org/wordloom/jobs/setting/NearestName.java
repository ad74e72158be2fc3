package org.wordloom.jobs.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the names that a misspelt one was probably meant to be. */
public final class NearestName {
    private NearestName() {}

    /** The nearest known name, if it is near enough to be a plausible slip. */
    public static Optional<String> of(String name, Collection<String> known) {
        return among(name, known, 1).stream().findFirst();
    }

    /** At most {@code limit} near names, nearest first, ties in the order of the known names. */
    public static List<String> among(String name, Collection<String> known, int limit) {
        int reach = reach(name);
        return known.stream()
                .map(candidate -> new Candidate(candidate, slips(name, candidate, reach)))
                .filter(candidate -> candidate.distance() <= reach)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(limit)
                .map(Candidate::name)
                .toList();
    }

    /** " (did you mean X?)", or nothing: the tail of an error message. */
    public static String suggestion(String name, Collection<String> known) {
        return of(name, known)
                .map(nearest -> " (did you mean " + nearest + "?)")
                .orElse("");
    }

    /** How many slips a name of this length may hold. */
    private static int reach(String name) {
        return Math.max(1, name.length() / 3);
    }

    /** However long a name is, to write it in capitals is one slip, and the likeliest. */
    private static int slips(String name, String candidate, int limit) {
        return name.equalsIgnoreCase(candidate) ? 0 : distance(name, candidate, limit);
    }

    /**
     * Insertions, deletions, substitutions and swaps of neighbouring characters that turn one name into the other
     * (optimal string alignment), or a number above {@code limit} when there are more than that.
     */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                cost[i][j] = step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int different = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + different, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private record Candidate(String name, int distance) {}
}
