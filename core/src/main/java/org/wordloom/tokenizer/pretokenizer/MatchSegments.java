package org.wordloom.tokenizer.pretokenizer;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.wordloom.tokenizer.PatternMatches;
import org.wordloom.tokenizer.TextPattern;

/** A text cut into matches and what lies between them, in order and without gaps. */
final class MatchSegments {
    private final IntArrayList ends = new IntArrayList();
    private final BitSet matches = new BitSet();
    private final int start;
    private int last;

    private MatchSegments(int start) {
        this.start = start;
        this.last = start;
    }

    /** The characters of {@code chars[from, to)} that {@code matches} accepts, each a match. */
    static MatchSegments ofCharacters(char[] chars, int from, int to, IntPredicate matches) {
        MatchSegments segments = new MatchSegments(from);
        int at = from;
        while (at < to) {
            int codePoint = Character.codePointAt(chars, at, to);
            int next = at + Character.charCount(codePoint);
            if (matches.test(codePoint)) {
                segments.match(at, next);
            }
            at = next;
        }
        segments.end(to);
        return segments;
    }

    /** The matches of {@code pattern} in {@code chars[from, to)}, or what lies between them if {@code inverted}. */
    static MatchSegments ofPattern(char[] chars, int from, int to, TextPattern pattern, boolean inverted) {
        MatchSegments segments = new MatchSegments(from);
        PatternMatches matches = pattern.matches(new CharRange(chars, from, to));
        while (matches.next()) {
            segments.match(from + matches.start(), from + matches.end());
        }
        segments.end(to);
        if (inverted) {
            segments.matches.flip(0, segments.size());
        }
        return segments;
    }

    int size() {
        return ends.size();
    }

    int from(int segment) {
        return segment == 0 ? start : ends.getInt(segment - 1);
    }

    int to(int segment) {
        return ends.getInt(segment);
    }

    boolean isMatch(int segment) {
        return matches.get(segment);
    }

    private void match(int from, int to) {
        end(from);
        add(to, true);
    }

    private void end(int to) {
        if (last != to) {
            add(to, false);
        }
    }

    private void add(int to, boolean match) {
        matches.set(ends.size(), match);
        ends.add(to);
        last = to;
    }
}
