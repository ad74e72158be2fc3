package org.wordloom.jobs.command;

import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.cluster.cooccurrence.CooccurrenceTotals;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.cooccurrence.CooccurrenceOptions;

/** Refuses what leaves nothing to learn from: the vectors would be the random ones that training begins with. */
final class PairsCheck {
    private PairsCheck() {}

    /** INPUT error when counting found no cell. */
    static void requireSome(CooccurrenceTotals totals, CooccurrenceOptions options) {
        if (totals.entries() > 0) {
            return;
        }
        if (totals.lostEntries() > 0) {
            throw error(String.format(
                    Locale.ROOT,
                    "all of the %,d cells are below --min-cooccurrence %s: lower it, or use more text",
                    totals.lostEntries(),
                    options.minimum()));
        }
        throw error("no word stands near another within the windows of --window " + options.window()
                + ": is there one word a line? --boundary document lets windows cross lines");
    }

    /** INPUT error when earlier counts hold no cell. */
    static void requireSome(CooccurrenceFolder counts, String path) {
        if (counts.entries() == 0) {
            throw error(path + " holds no cell, and there is nothing to train on: count more text");
        }
    }

    /** INPUT error when every sentence is of one word. */
    static void requireSome(EncodedCorpus corpus) {
        if (corpus.tokens() == corpus.sentences()) {
            throw error(
                    "every line has one word only that is kept, and words learn from those beside them: join lines to"
                            + " sentences, or lower --min-count");
        }
    }

    /** INPUT error when training on text met no pair. */
    static void requireSome(StrataSummary trained) {
        if (trained.entries() == 0) {
            throw error("no word was trained with another: use more text, or --sample 0, which keeps all words");
        }
    }

    private static WordloomException error(String message) {
        return new WordloomException(ExitCode.INPUT, message);
    }
}
