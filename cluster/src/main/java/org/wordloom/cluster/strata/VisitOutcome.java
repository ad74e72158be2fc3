package org.wordloom.cluster.strata;

import java.io.Serializable;

/**
 * What a visit did.
 *
 * @param entries cells (or pairs) that were trained on
 * @param loss their loss, summed
 */
public record VisitOutcome(long entries, double loss) implements Serializable {
    public static final VisitOutcome NONE = new VisitOutcome(0, 0);

    /** Mean loss an entry; 0 without entries. */
    public double meanLoss() {
        return entries == 0 ? 0 : loss / entries;
    }

    public VisitOutcome plus(VisitOutcome other) {
        return new VisitOutcome(entries + other.entries, loss + other.loss);
    }
}
