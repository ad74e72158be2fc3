package org.wordloom.tokenizer;

import org.wordloom.text.Utf8Text;
import org.wordloom.text.WordTokenizer;

/**
 * The words that a model would get, for counting them. Words longer than a limit are cut, which bounds the counts of text
 * without spaces. Malformed UTF-8 counts as U+FFFD.
 */
public final class SegmentedWords implements WordTokenizer {
    private final Segmenter segmenter;
    private final int longestWord;
    private final WordBytes bytes = new WordBytes();

    /**
     * A tokenizer for one thread.
     *
     * @param longestWord in chars, at least 2
     */
    public SegmentedWords(Segmenter segmenter, int longestWord) {
        this.segmenter = segmenter;
        this.longestWord = longestWord;
    }

    @Override
    public void tokenize(byte[] utf8, int from, int to, WordSink sink) {
        segmenter.segment(Utf8Text.decode(utf8, from, to), new Segmenter.Sink() {
            @Override
            public void words(PreTokenizedText words) {
                char[] chars = words.text().chars();
                for (int i = 0; i < words.size(); i++) {
                    cut(chars, words.from(i), words.to(i), sink);
                }
            }

            @Override
            public void token(AddedToken token, String surface, int start, int end) {
                // No model learns what an added token is made of.
            }
        });
    }

    private void cut(char[] chars, int from, int to, WordSink sink) {
        for (int start = from; start < to; ) {
            int end = Math.min(to, start + longestWord);
            if (end < to && Character.isLowSurrogate(chars[end])) {
                end--;
            }
            int length = bytes.encode(chars, start, end);
            sink.word(bytes.array(), 0, length);
            start = end;
        }
    }
}
