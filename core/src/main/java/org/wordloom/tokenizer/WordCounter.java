package org.wordloom.tokenizer;

import java.util.Arrays;
import org.wordloom.vocab.WordCounts;

/**
 * Counts the words of texts as a model would get them: what trainers learn from. Counts of several counters can be
 * merged. Not safe for use by several threads.
 */
public final class WordCounter {
    private final Segmenter segmenter;
    private final WordCounts counts = new WordCounts();
    private final Words words = new Words();
    private byte[] utf8 = new byte[256];

    /** @param segmenter for this counter alone */
    public WordCounter(Segmenter segmenter) {
        this.segmenter = segmenter;
    }

    /** Counts the words of {@code text}; added tokens in it are left out. */
    public void add(String text) {
        segmenter.segment(text, words);
    }

    /** What was counted so far; further texts add to it. */
    public WordCounts counts() {
        return counts;
    }

    /** Every char takes three bytes at most, both halves of a pair four together. Text here has no lone surrogates. */
    private int encode(char[] chars, int from, int to) {
        if (3L * (to - from) > utf8.length) {
            utf8 = Arrays.copyOf(utf8, Math.multiplyExact(3, to - from));
        }
        byte[] bytes = utf8;
        int n = 0;
        for (int i = from; i < to; i++) {
            int c = chars[i];
            if (c < 0x80) {
                bytes[n++] = (byte) c;
            } else if (c < 0x800) {
                bytes[n++] = (byte) (0xC0 | (c >> 6));
                bytes[n++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate((char) c)) {
                bytes[n++] = (byte) (0xE0 | (c >> 12));
                bytes[n++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[n++] = (byte) (0x80 | (c & 0x3F));
            } else {
                int codePoint = Character.toCodePoint((char) c, chars[++i]);
                bytes[n++] = (byte) (0xF0 | (codePoint >> 18));
                bytes[n++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
                bytes[n++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
                bytes[n++] = (byte) (0x80 | (codePoint & 0x3F));
            }
        }
        return n;
    }

    private final class Words implements Segmenter.Sink {
        @Override
        public void words(PreTokenizedText words) {
            char[] chars = words.text().chars();
            for (int i = 0; i < words.size(); i++) {
                int length = encode(chars, words.from(i), words.to(i));
                counts.add(utf8, 0, length);
            }
        }

        @Override
        public void token(AddedToken token, String surface, int start, int end) {}
    }
}
