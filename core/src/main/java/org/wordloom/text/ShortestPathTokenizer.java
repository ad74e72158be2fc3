package org.wordloom.text;

import java.util.Arrays;

/**
 * Segments well-formed text by a word list: of all segmentations the one with the fewest words; of these the one with
 * the greatest weight ({@link SegmentationDictionary}: with counts the most probable, without counts the one with the
 * fewest units that are not in the list, then the greatest sum of squared word lengths); of these the one whose last
 * word is shortest, and so on from the end. It is n-shortest-path segmentation (Zhang and Liu, "Model of Chinese words
 * rough segmentation based on n-shortest-paths method", 2002) with all shortest paths as candidates. A unit
 * ({@link TextUnits}) that no word covers is a word by itself, or dropped if it is neither a letter nor a digit.
 */
final class ShortestPathTokenizer implements WordTokenizer {
    /** Where words of the list overlap without end, a stretch is cut after so many bytes, to bound memory. */
    private static final int MAX_STRETCH = 1 << 16;

    private final SegmentationDictionary dictionary;
    private final WordTrie trie;
    private final TextUnits units = new TextUnits();

    /** For each position of the stretch: where the last word of the best path to it begins, and what that path costs. */
    private int[] previous = new int[256];

    private int[] words = new int[256];
    private double[] weights = new double[256];
    private int[] path = new int[256];

    private int stretchStart;
    private int reach;

    ShortestPathTokenizer(SegmentationDictionary dictionary) {
        this.dictionary = dictionary;
        this.trie = dictionary.trie();
    }

    @Override
    public void tokenize(byte[] utf8, int from, int to, WordSink sink) {
        units.analyze(utf8, from, to);
        begin(from);
        for (int position = from; position < to; position = units.end(position, to)) {
            if (position == reach) {
                // No word reaches beyond this position, so every path leads through it.
                emit(utf8, position, sink);
                begin(position);
            }
            extend(utf8, position, to);
        }
        emit(utf8, to, sink);
    }

    private void begin(int position) {
        stretchStart = position;
        reach = position;
        words[0] = 0;
        weights[0] = 0;
    }

    /** Tries every word that begins at {@code position}. */
    private void extend(byte[] utf8, int position, int to) {
        int unitEnd = units.end(position, to);
        offer(position, unitEnd, dictionary.unlistedWeight());
        int limit = (int) Math.min(to, Math.max(unitEnd, (long) stretchStart + MAX_STRETCH));
        int state = WordTrie.ROOT;
        for (int i = position; i < limit; ) {
            state = trie.next(state, utf8[i++]);
            if (state == WordTrie.NONE) {
                return;
            }
            boolean unitEnds = i == to || units.kind(i) != TextUnits.INSIDE;
            int word = unitEnds ? trie.word(state) : WordTrie.NONE;
            if (word != WordTrie.NONE) {
                offer(position, i, dictionary.weight(word));
            }
        }
    }

    /** Offers the path to {@code end} whose last word begins at {@code start}. */
    private void offer(int start, int end, double weight) {
        extendReach(end);
        int newWords = words[start - stretchStart] + 1;
        double newWeight = weights[start - stretchStart] + weight;
        int to = end - stretchStart;
        if (newWords < words[to] || (newWords == words[to] && newWeight >= weights[to])) {
            words[to] = newWords;
            weights[to] = newWeight;
            previous[to] = start;
        }
    }

    private void extendReach(int end) {
        if (end <= reach) {
            return;
        }
        int needed = end - stretchStart + 1;
        if (needed > words.length) {
            int capacity = Math.max(needed, words.length + (words.length >> 1));
            words = Arrays.copyOf(words, capacity);
            weights = Arrays.copyOf(weights, capacity);
            previous = Arrays.copyOf(previous, capacity);
        }
        Arrays.fill(words, reach - stretchStart + 1, needed, Integer.MAX_VALUE);
        reach = end;
    }

    private void emit(byte[] utf8, int end, WordSink sink) {
        if (end == stretchStart) {
            return;
        }
        int n = words[end - stretchStart];
        if (n >= path.length) {
            path = new int[n + (n >> 1) + 1];
        }
        path[n] = end;
        for (int i = n; i > 0; i--) {
            path[i - 1] = previous[path[i] - stretchStart];
        }
        for (int i = 0; i < n; i++) {
            if (isWord(utf8, path[i], path[i + 1])) {
                sink.word(utf8, path[i], path[i + 1]);
            }
        }
    }

    /** A word of the list or letters and digits; not a blank or punctuation that is not in the list. */
    private boolean isWord(byte[] utf8, int start, int end) {
        if (units.kind(start) >= TextUnits.SINGLE) {
            return true;
        }
        int state = WordTrie.ROOT;
        for (int i = start; i < end && state != WordTrie.NONE; i++) {
            state = trie.next(state, utf8[i]);
        }
        return state != WordTrie.NONE && trie.word(state) != WordTrie.NONE;
    }
}
