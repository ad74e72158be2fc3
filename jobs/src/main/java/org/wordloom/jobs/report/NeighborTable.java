package org.wordloom.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wordloom.model.WordVectors;
import org.wordloom.search.ExactSearch;
import org.wordloom.search.Neighbor;

/** Neighbours of some words as a section of the report. */
final class NeighborTable {
    private static final int NEIGHBORS = 6;

    private NeighborTable() {}

    static void add(HtmlPage page, WordVectors vectors, List<Integer> examples) {
        if (examples.isEmpty()) {
            return;
        }
        ExactSearch search = new ExactSearch(vectors, 1);
        List<String[]> rows = new ArrayList<>();
        for (int id : examples) {
            String word = vectors.vocabulary().word(id);
            String neighbors = search.nearest(word, NEIGHBORS).stream()
                    .map(Neighbor::word)
                    .map(HtmlPage::shortened)
                    .collect(Collectors.joining(", "));
            rows.add(new String[] {HtmlPage.shortened(word), neighbors});
        }
        page.section("Neighbours of frequent words");
        page.caption(
                String.format(Locale.ROOT, "Nearest by cosine among the %,d most frequent words.", vectors.size()));
        page.table(rows);
    }
}
