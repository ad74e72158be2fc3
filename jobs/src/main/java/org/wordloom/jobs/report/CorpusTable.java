package org.wordloom.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.vocab.Vocabulary;

/** The corpus as rows of name and value. */
final class CorpusTable {
    private CorpusTable() {}

    static List<String[]> rows(CorpusStatistics corpus, Vocabulary vocabulary) {
        List<String[]> rows = new ArrayList<>();
        rows.add(row("files", corpus.files()));
        rows.add(row("bytes of text", corpus.bytes()));
        rows.add(row("lines", corpus.lines()));
        rows.add(row("words", corpus.tokens()));
        if (corpus.distinctWords() >= 0) {
            rows.add(row("different words", corpus.distinctWords()));
        }
        rows.add(row("words in the vocabulary", vocabulary.size()));
        rows.add(row("occurrences of those", vocabulary.totalCount()));
        rows.add(row("malformed bytes", corpus.malformedBytes()));
        rows.add(row("NUL bytes", corpus.nulBytes()));
        return rows;
    }

    private static String[] row(String name, long value) {
        return new String[] {name, String.format(Locale.ROOT, "%,d", value)};
    }
}
