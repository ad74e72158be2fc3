package org.wordloom.jobs.command;

import java.util.Locale;
import org.wordloom.cluster.CorpusStatistics;
import org.wordloom.jobs.console.Console;
import org.wordloom.vocab.Vocabulary;

/** What the user should know about the corpus. */
final class CorpusNotes {
    private CorpusNotes() {}

    static void tell(CorpusStatistics statistics, Vocabulary vocabulary, Console console) {
        String distinct = statistics.distinctWords() < 0
                ? ""
                : String.format(Locale.ROOT, ", %,d distinct", statistics.distinctWords());
        console.note(
                "%,d words%s; %,d kept, which are %.1f %% of the text",
                statistics.tokens(),
                distinct,
                vocabulary.size(),
                100.0 * vocabulary.totalCount() / Math.max(1, statistics.tokens()));
        if (statistics.defects() > 0) {
            console.warn(String.format(
                    Locale.ROOT,
                    "%,d malformed and %,d NUL bytes in the text, first in %s",
                    statistics.malformedBytes(),
                    statistics.nulBytes(),
                    statistics.firstDefect()));
        }
    }
}
