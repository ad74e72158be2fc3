package org.wordloom.tokenizer.unigram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The most probable segmentations, one after the other: dynamic programming forwards says how good the best beginning
 * to each position is, then a search backwards (A*) that knows this exactly takes up each segmentation when its turn
 * comes. Of equally probable ones those that are nearly there go first, then those found first.
 *
 * <p>No position is gone on from more often than there are segmentations to find: whatever else ends there has as many
 * better ends before it. So nearly equal scores, which sums in another order tell apart or not, cost no more than others.
 */
final class NBestSearch {
    private final PieceLattice lattice;
    private final double[] best;
    private long found;

    NBestSearch(PieceLattice lattice) {
        this.lattice = lattice;
        this.best = new double[lattice.length() + 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        for (int end = 1; end < best.length; end++) {
            for (int edge = lattice.firstEndingAt(end); edge < lattice.firstEndingAt(end + 1); edge++) {
                best[end] = Math.max(best[end], best[lattice.start(edge)] + lattice.score(edge));
            }
        }
    }

    List<Segmentation> run(int most) {
        List<Segmentation> results = new ArrayList<>();
        PriorityQueue<Ending> agenda = new PriorityQueue<>(
                Comparator.comparingDouble(Ending::bound).reversed().thenComparingInt(Ending::start).thenComparingLong(Ending::number));
        int[] visits = new int[lattice.length() + 1];
        agenda.add(new Ending(lattice.length(), -1, null, 0, best[lattice.length()], found++));
        while (!agenda.isEmpty() && results.size() < most) {
            Ending ending = agenda.poll();
            if (ending.start == 0) {
                results.add(toSegmentation(ending));
            } else if (visits[ending.start]++ < most) {
                extend(ending, agenda);
            }
        }
        return results;
    }

    private void extend(Ending ending, PriorityQueue<Ending> agenda) {
        int end = ending.start;
        for (int edge = lattice.firstEndingAt(end); edge < lattice.firstEndingAt(end + 1); edge++) {
            int start = lattice.start(edge);
            double score = lattice.score(edge) + ending.score;
            agenda.add(new Ending(start, edge, ending, score, best[start] + score, found++));
        }
    }

    private Segmentation toSegmentation(Ending first) {
        int count = 0;
        for (Ending ending = first; ending.next != null; ending = ending.next) {
            count++;
        }
        int[] ids = new int[count];
        int[] ends = new int[count];
        int i = 0;
        for (Ending ending = first; ending.next != null; ending = ending.next) {
            ids[i] = lattice.piece(ending.edge);
            ends[i++] = lattice.end(ending.edge);
        }
        return new Segmentation(ids, ends, first.score);
    }

    /**
     * The last pieces of segmentations.
     *
     * @param start where the first of them begins
     * @param edge the first of them
     * @param next the others, or null at the end of the text
     * @param score what they add together
     * @param bound with the best beginning
     * @param number in the order of finding
     */
    private record Ending(int start, int edge, Ending next, double score, double bound, long number) {}
}
