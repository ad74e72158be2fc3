package org.wordloom.cluster.strata;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a visit did, or many.
 *
 * @param entries cells (or pairs) that were trained on
 * @param loss their loss, summed
 * @param kernels the names of the kernels that ran, where those are not the same everywhere: executors need not all have
 *     the same hardware
 */
public record VisitOutcome(long entries, double loss, Set<String> kernels) implements Serializable {
    public static final VisitOutcome NONE = new VisitOutcome(0, 0);

    public VisitOutcome {
        kernels = Collections.unmodifiableSet(new TreeSet<>(kernels));
    }

    public VisitOutcome(long entries, double loss) {
        this(entries, loss, Set.of());
    }

    /** Mean loss an entry; 0 without entries. */
    public double meanLoss() {
        return entries == 0 ? 0 : loss / entries;
    }

    public VisitOutcome plus(VisitOutcome other) {
        return new VisitOutcome(entries + other.entries, loss + other.loss, union(kernels, other.kernels));
    }

    /** The names of all kernels, sorted. */
    public static SortedSet<String> kernels(Collection<VisitOutcome> outcomes) {
        SortedSet<String> all = new TreeSet<>();
        outcomes.forEach(outcome -> all.addAll(outcome.kernels));
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
