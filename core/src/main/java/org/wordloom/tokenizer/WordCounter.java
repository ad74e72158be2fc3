package org.wordloom.tokenizer;

import org.wordloom.vocab.WordCounts;

/**
 * Counts the words of texts as a model would get them: what trainers learn from. Counts of several counters can be
 * merged. Not safe for use by several threads.
 */
public final class WordCounter {
    private final Segmenter segmenter;
    private final WordCounts counts = new WordCounts();
    private final Words words = new Words();
    private final WordBytes bytes = new WordBytes();

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

    private final class Words implements Segmenter.Sink {
        @Override
        public void words(PreTokenizedText words) {
            char[] chars = words.text().chars();
            for (int i = 0; i < words.size(); i++) {
                int length = bytes.encode(chars, words.from(i), words.to(i));
                counts.add(bytes.array(), 0, length);
            }
        }

        @Override
        public void token(AddedToken token, String surface, int start, int end) {}
    }
}
