package org.wordloom.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.format.tokenizer.Excerpt;
import org.wordloom.vocab.Vocabulary;

/** What words the text formats can hold: white space ends a word there, so no word may contain any. */
final class WritableWords {
    /** Longest word, in bytes, that is written or read. */
    static final int MAX_BYTES = 1 << 16;

    /** Bytes of a word that a message shows. */
    private static final int BEGINNING = 60;

    private WritableWords() {}

    /** Refuses a vocabulary with a word that is empty, overlong or contains ASCII white space. */
    static void check(Vocabulary vocabulary) {
        byte[] utf8 = vocabulary.utf8();
        for (int id = 0; id < vocabulary.size(); id++) {
            int from = vocabulary.start(id);
            int to = vocabulary.start(id + 1);
            if (to - from > MAX_BYTES) {
                throw overlong(utf8, from, to);
            }
            if (from == to) {
                throw refuse(id, "is empty");
            }
            for (int i = from; i < to; i++) {
                if (isSpace(utf8[i])) {
                    String start = new String(utf8, from, Math.min(BEGINNING, to - from), StandardCharsets.UTF_8);
                    throw refuse(id, "contains white space: '" + Excerpt.of(start) + "'");
                }
            }
        }
    }

    /** Refuses a vector that holds NaN or infinity: readers refuse it too. */
    static void checkFinite(Vocabulary words, int id, float[] vector) {
        if (!FiniteCheck.allFinite(vector, 0, vector.length)) {
            throw new WordloomException(
                    ExitCode.TRAINING,
                    "the vector of '" + Excerpt.of(words.word(id))
                            + "' holds NaN or infinity; train again with a lower rate");
        }
    }

    /** Space, tab, line feed, vertical tab, form feed, carriage return. */
    static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Not the fault of a format: none takes longer ones. */
    private static WordloomException overlong(byte[] utf8, int from, int to) {
        return new WordloomException(
                ExitCode.INPUT,
                String.format(
                        Locale.ROOT,
                        "the word '%s…' has %,d bytes, and a file of words takes %,d at most: is the text one of words? Put"
                                + " white space into it, or leave rare words out by a higher --min-count",
                        Excerpt.of(new String(utf8, from, BEGINNING, StandardCharsets.UTF_8)),
                        to - from,
                        MAX_BYTES));
    }

    private static WordloomException refuse(int id, String why) {
        return new WordloomException(
                ExitCode.FORMAT,
                "word " + id + " cannot be written in this format: it " + why
                        + "; write Wordloom's own format instead, or join its parts with '_' before training");
    }
}
