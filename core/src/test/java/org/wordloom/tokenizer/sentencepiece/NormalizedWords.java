package org.wordloom.tokenizer.sentencepiece;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.wordloom.vocab.WordCounts;

/**
 * Counts the words of text as SentencePiece would train on them: normalised, each with its whitespace mark. Not safe for
 * use by several threads; counts of several can be merged.
 */
public final class NormalizedWords {
    private static final byte[] MARK = "\u2581".getBytes(StandardCharsets.UTF_8);

    private final Utf8Normalizer normalizer;
    private final boolean splits;
    private final boolean joinsMarks;
    private final NormalizedUtf8 text = new NormalizedUtf8();
    private final WordCounts counts = new WordCounts();

    /**
     * @param splits whether words end at whitespace; else a line is a word
     * @param joinsMarks whether several whitespace marks in a row stay together
     */
    public NormalizedWords(Utf8Normalizer normalizer, boolean splits, boolean joinsMarks) {
        this.normalizer = normalizer;
        this.splits = splits;
        this.joinsMarks = joinsMarks;
    }

    /** Counts the words of the line {@code utf8[from, to)}, which may be malformed, {@code count} times. */
    public void add(byte[] utf8, int from, int to, long count) {
        normalizer.normalize(utf8, from, to, text);
        byte[] bytes = text.bytes();
        int length = text.length();
        int start = 0;
        boolean suffix = normalizer.options().whitespaceAsSuffix();
        for (int i = 0; splits && i < length; ) {
            if (!isMark(bytes, i, length)) {
                i++;
                continue;
            }
            int end = markEnd(bytes, i, length);
            int split = suffix ? end : i;
            if (split > start && split < length) {
                counts.add(bytes, start, split, count);
                start = split;
            }
            i = end;
        }
        if (start < length) {
            counts.add(bytes, start, length, count);
        }
    }

    /** The counts, to be merged or made a vocabulary of. */
    public WordCounts counts() {
        return counts;
    }

    private int markEnd(byte[] bytes, int at, int length) {
        int end = at + MARK.length;
        while (joinsMarks && isMark(bytes, end, length)) {
            end += MARK.length;
        }
        return end;
    }

    private static boolean isMark(byte[] bytes, int at, int length) {
        return at + MARK.length <= length
                && bytes[at] == MARK[0]
                && Arrays.equals(bytes, at, at + MARK.length, MARK, 0, MARK.length);
    }
}
