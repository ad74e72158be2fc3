package org.wordloom.cluster.corpus;

import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Refuses text with too many malformed bytes. */
public final class MalformedText {
    private MalformedText() {}

    /**
     * Refuses.
     *
     * @param corpus says the largest share of malformed and NUL bytes that is tolerated
     * @throws WordloomException INPUT above it
     */
    public static void refuse(CorpusStatistics statistics, CorpusOptions corpus) {
        double limit = corpus.malformedLimit();
        double share = statistics.bytes() == 0 ? 0 : (double) statistics.defects() / statistics.bytes();
        if (share > limit) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    String.format(
                            Locale.ROOT,
                            "%.3g of the input is malformed, above --malformed-limit %s: %d bytes of %s and %d"
                                    + " NUL bytes of %d, first in %s; is it %s? Clean it, leave it out or raise the limit",
                            share,
                            limit,
                            statistics.malformedBytes(),
                            whatIsMalformed(corpus),
                            statistics.nulBytes(),
                            statistics.bytes(),
                            statistics.firstDefect(),
                            isJson(corpus) ? "JSON, a line a text" : "text"));
        }
    }

    private static String whatIsMalformed(CorpusOptions corpus) {
        return isJson(corpus)
                ? "lines that are no JSON object, or have no text in '" + corpus.column() + "' but something else,"
                : "malformed UTF-8";
    }

    private static boolean isJson(CorpusOptions corpus) {
        return corpus.format() == CorpusOptions.Format.JSON;
    }
}
