package org.wordloom.jobs.command;

import java.util.Locale;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.format.tokenizer.PieceTokenization;
import org.wordloom.jobs.console.Console;
import org.wordloom.text.Tokenization;
import org.wordloom.vocab.Vocabulary;

/** What the user should know about the corpus. */
final class CorpusNotes {
    private CorpusNotes() {}

    /** How many pieces of a tokenizer get vectors; nothing where words are no pieces. */
    static void tellPieces(Tokenization tokenization, Vocabulary vocabulary, Console console) {
        if (tokenization instanceof PieceTokenization pieces) {
            console.note(
                    "these words are pieces: %,d of the tokenizer's %,d; the others are too rare or do not occur",
                    vocabulary.size(), pieces.tokenizer().size());
        }
    }

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
