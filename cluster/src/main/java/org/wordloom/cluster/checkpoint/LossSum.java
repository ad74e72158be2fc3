package org.wordloom.cluster.checkpoint;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The loss of what was trained on in a visit, a cycle or a round, and the kernels that ran.
 *
 * @param examples what was trained on: cells, pairs or, by replicas, words
 * @param loss their loss, summed
 * @param kernels the names of the kernels that ran, where those are not the same everywhere: executors need not all have
 *     the same hardware
 */
public record LossSum(long examples, double loss, Set<String> kernels) implements Serializable {
    public static final LossSum NONE = new LossSum(0, 0);

    public LossSum {
        kernels = Collections.unmodifiableSet(new TreeSet<>(kernels));
    }

    public LossSum(long examples, double loss) {
        this(examples, loss, Set.of());
    }

    /** Mean loss an example; 0 without examples. */
    public double meanLoss() {
        return examples == 0 ? 0 : loss / examples;
    }

    public LossSum plus(LossSum other) {
        return new LossSum(examples + other.examples, loss + other.loss, union(kernels, other.kernels));
    }

    /** The names of all kernels, sorted. */
    public static SortedSet<String> kernels(Collection<LossSum> sums) {
        SortedSet<String> all = new TreeSet<>();
        sums.forEach(sum -> all.addAll(sum.kernels));
        return all;
    }

    private static Set<String> union(Set<String> ours, Set<String> theirs) {
        if (ours.containsAll(theirs)) {
            return ours;
        }
        Set<String> union = new TreeSet<>(ours);
        union.addAll(theirs);
        return union;
    }
}
