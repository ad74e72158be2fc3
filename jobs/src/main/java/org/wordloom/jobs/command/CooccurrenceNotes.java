package org.wordloom.jobs.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordloom.cluster.cooccurrence.CooccurrenceEstimate;
import org.wordloom.cluster.cooccurrence.CooccurrencePlan;
import org.wordloom.cluster.cooccurrence.CooccurrenceSummary;
import org.wordloom.cluster.cooccurrence.CooccurrenceTotals;
import org.wordloom.jobs.console.Console;

/** What the user, and {@code run.json}, hear of counted pairs. */
final class CooccurrenceNotes {
    private CooccurrenceNotes() {}

    static void tell(CooccurrenceSummary summary, Console console) {
        CooccurrenceTotals totals = summary.totals();
        console.note(
                "%,d cells, %,d in the largest block pair; %,d MB of cells, %,d MB shuffled",
                totals.entries(), summary.largestEntries(), summary.cellBytes() >> 20, summary.shuffleBytes() >> 20);
        if (totals.lostEntries() > 0) {
            console.note(
                    "%,d cells below --min-cooccurrence were left out, with %.2f %% of the weight",
                    totals.lostEntries(), 100 * totals.lostWeight() / totals.weight());
        }
    }

    static Map<String, Object> record(
            CooccurrencePlan plan, CooccurrenceEstimate estimate, CooccurrenceSummary summary) {
        Map<String, Object> record = record(plan, summary);
        record.put("estimate", estimate);
        return record;
    }

    static Map<String, Object> record(CooccurrencePlan plan, CooccurrenceSummary summary) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("blocks", plan.blocks());
        record.put("entries", summary.totals().entries());
        record.put("largest-entries", summary.largestEntries());
        record.put("weight", summary.totals().weight());
        record.put("lost-entries", summary.totals().lostEntries());
        record.put("lost-weight", summary.totals().lostWeight());
        record.put("shuffle-bytes", summary.shuffleBytes());
        record.put("cell-bytes", summary.cellBytes());
        return record;
    }
}
