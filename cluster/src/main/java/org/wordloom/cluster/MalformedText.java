package org.wordloom.cluster;

import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Refuses text with too many malformed bytes. */
public final class MalformedText {
    private MalformedText() {}

    /**
     * Refuses.
     *
     * @param limit the largest share of malformed and NUL bytes that is tolerated
     * @throws WordloomException INPUT above it
     */
    public static void refuse(CorpusStatistics statistics, double limit) {
        double share = statistics.bytes() == 0 ? 0 : (double) statistics.defects() / statistics.bytes();
        if (share > limit) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    String.format(
                            Locale.ROOT,
                            "%.3g of the input is malformed, above --malformed-limit %s: %d bytes that are no UTF-8 and %d"
                                    + " NUL bytes of %d, first in %s; is it text? Clean it, leave it out or raise the limit",
                            share,
                            limit,
                            statistics.malformedBytes(),
                            statistics.nulBytes(),
                            statistics.bytes(),
                            statistics.firstDefect()));
        }
    }
}
