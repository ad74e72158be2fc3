package org.wordloom.tokenizer.unigram;

import java.nio.charset.StandardCharsets;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.WordCounts;

/** Cuts counted words where no piece may reach across, for trainers that know nothing but words. */
public final class WordCutter {
    private final SegmentSplitter splitter;
    private final WordCounts counts = new WordCounts();

    private WordCutter(SegmentOptions options) {
        this.splitter = new SegmentSplitter(options);
    }

    /** What lies between the cuts of the words, with counts; characters are as many as before. */
    public static Vocabulary cut(Vocabulary words, SegmentOptions options) {
        WordCutter cutter = new WordCutter(options);
        for (int word = 0; word < words.size(); word++) {
            cutter.add(words.utf8(), words.start(word), words.start(word + 1), words.count(word));
        }
        return cutter.counts.toUnorderedVocabulary();
    }

    private void add(byte[] utf8, int from, int to, long count) {
        String word = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        splitter.start();
        int start = from;
        int at = from;
        for (int i = 0; i < word.length(); ) {
            int codePoint = word.codePointAt(i);
            if (splitter.splitsBefore(codePoint) && at > start) {
                counts.add(utf8, start, at, count);
                start = at;
            }
            i += Character.charCount(codePoint);
            at += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
        }
        counts.add(utf8, start, to, count);
    }
}
