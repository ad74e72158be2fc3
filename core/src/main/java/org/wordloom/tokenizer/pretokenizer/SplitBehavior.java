package org.wordloom.tokenizer.pretokenizer;

import org.wordloom.tokenizer.PreTokenizedText.Words;

/** What becomes of the delimiters that a text is split at. For {@code a--b} and the delimiter {@code -}: */
public enum SplitBehavior {
    /** {@code a b}. */
    REMOVED("Removed"),
    /** {@code a - - b}. */
    ISOLATED("Isolated"),
    /** {@code a- - b}. */
    MERGED_WITH_PREVIOUS("MergedWithPrevious"),
    /** {@code a - -b}. */
    MERGED_WITH_NEXT("MergedWithNext"),
    /** {@code a -- b}. */
    CONTIGUOUS("Contiguous");

    private final String label;

    SplitBehavior(String label) {
        this.label = label;
    }

    /** The name in files. */
    public String label() {
        return label;
    }

    /** Gives the words of a text cut into {@code segments} to {@code words}. */
    void apply(MatchSegments segments, Words words) {
        switch (this) {
            case REMOVED -> removed(segments, words);
            case ISOLATED -> isolated(segments, words);
            case MERGED_WITH_PREVIOUS -> merged(segments, words, true);
            case CONTIGUOUS -> merged(segments, words, false);
            case MERGED_WITH_NEXT -> mergedWithNext(segments, words);
        }
    }

    private static void removed(MatchSegments segments, Words words) {
        for (int i = 0; i < segments.size(); i++) {
            if (!segments.isMatch(i)) {
                words.word(segments.from(i), segments.to(i));
            }
        }
    }

    private static void isolated(MatchSegments segments, Words words) {
        for (int i = 0; i < segments.size(); i++) {
            words.word(segments.from(i), segments.to(i));
        }
    }

    /** Joins a match to what precedes it unless that is a match too, or else a segment to one of its kind. */
    private static void merged(MatchSegments segments, Words words, boolean delimiterToText) {
        boolean previous = false;
        int from = -1;
        int to = -1;
        for (int i = 0; i < segments.size(); i++) {
            boolean match = segments.isMatch(i);
            boolean joins = delimiterToText ? match && !previous : match == previous;
            if (from < 0) {
                from = segments.from(i);
            } else if (!joins) {
                words.word(from, to);
                from = segments.from(i);
            }
            to = segments.to(i);
            previous = match;
        }
        if (from >= 0) {
            words.word(from, to);
        }
    }

    /** A match begins the word that its next segment belongs to, unless that is a match too. */
    private static void mergedWithNext(MatchSegments segments, Words words) {
        for (int i = 0; i < segments.size(); i++) {
            boolean joins = segments.isMatch(i) && i + 1 < segments.size() && !segments.isMatch(i + 1);
            int last = joins ? i + 1 : i;
            words.word(segments.from(i), segments.to(last));
            i = last;
        }
    }
}
