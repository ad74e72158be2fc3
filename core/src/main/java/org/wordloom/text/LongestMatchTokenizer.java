package org.wordloom.text;

/**
 * Segments well-formed text by a word list: from left to right always the longest word of the list. Where none begins, a
 * unit ({@link TextUnits}) is a word by itself, or dropped if it is neither a letter nor a digit.
 */
final class LongestMatchTokenizer implements WordTokenizer {
    private final WordTrie trie;
    private final TextUnits units = new TextUnits();

    LongestMatchTokenizer(SegmentationDictionary dictionary) {
        trie = dictionary.trie();
    }

    @Override
    public void tokenize(byte[] utf8, int from, int to, WordSink sink) {
        units.analyze(utf8, from, to);
        int start = from;
        while (start < to) {
            int end = longestMatch(utf8, start, to);
            if (end == start) {
                end = units.end(start, to);
                if (units.kind(start) >= TextUnits.SINGLE) {
                    sink.word(utf8, start, end);
                }
            } else {
                sink.word(utf8, start, end);
            }
            start = end;
        }
    }

    /** The end of the longest word of the list that begins at {@code start}, or {@code start} if there is none. */
    private int longestMatch(byte[] utf8, int start, int to) {
        int longest = start;
        int i = start;
        int state = WordTrie.ROOT;
        while (i < to) {
            state = trie.next(state, utf8[i++]);
            if (state == WordTrie.NONE) {
                return longest;
            }
            boolean unitEnds = i == to || units.kind(i) != TextUnits.INSIDE;
            if (unitEnds && trie.word(state) != WordTrie.NONE) {
                longest = i;
            }
        }
        return longest;
    }
}
