package org.wordloom.tokenizer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds added tokens in text: the leftmost, of those the longest, of equal ones the first. Immutable. */
final class AddedTokenFinder {
    private final Node root = new Node();
    /** Whether a token begins with an ASCII character; with the others {@link #root} is asked. */
    private final boolean[] asciiStarts = new boolean[0x80];

    private boolean empty = true;

    /**
     * A finder.
     *
     * @param contents what is looked for, token by token; empty ones are never found
     */
    AddedTokenFinder(List<AddedToken> tokens, List<String> contents) {
        for (int i = 0; i < tokens.size(); i++) {
            if (!contents.get(i).isEmpty()) {
                add(tokens.get(i), contents.get(i));
            }
        }
    }

    /** Whether nothing can be found. */
    boolean isEmpty() {
        return empty;
    }

    /** Gives what lies between tokens, and the tokens, to {@code sink} in order. */
    void find(char[] text, int from, int to, Sink sink) {
        int done = from;
        int at = from;
        while (!empty && at < to) {
            Match match = text[at] < 0x80 && !asciiStarts[text[at]] ? null : longest(text, at, to);
            if (match == null) {
                at++;
                continue;
            }
            AddedToken token = match.token;
            if (!token.singleWord() || isSingleWord(text, from, at, match.end, to)) {
                int start = token.stripLeft() ? Math.max(done, spaceStart(text, from, at)) : at;
                int end = token.stripRight() ? spaceEnd(text, match.end, to) : match.end;
                if (done < start) {
                    sink.text(done, start);
                }
                // White space that the token before took along may be all of this one.
                if (start < end) {
                    sink.token(token, start, end);
                }
                done = end;
            }
            // White space that one token took along may hold the beginning of no other; matches never overlap.
            at = match.end;
        }
        if (done < to) {
            sink.text(done, to);
        }
    }

    private Match longest(char[] text, int from, int to) {
        Match longest = null;
        Node node = root;
        for (int i = from; i < to; i++) {
            node = node.children.get(text[i]);
            if (node == null) {
                break;
            }
            if (node.token != null) {
                longest = new Match(node.token, i + 1);
            }
        }
        return longest;
    }

    private void add(AddedToken token, String content) {
        Node node = root;
        for (int i = 0; i < content.length(); i++) {
            node = node.children.computeIfAbsent(content.charAt(i), c -> new Node());
        }
        if (node.token == null) {
            node.token = token;
        }
        if (content.charAt(0) < 0x80) {
            asciiStarts[content.charAt(0)] = true;
        }
        empty = false;
    }

    private static boolean isSingleWord(char[] text, int from, int start, int end, int to) {
        boolean wordBefore =
                start > from && CharacterClass.is(Character.codePointBefore(text, start, from), CharacterClass.WORD);
        boolean wordAfter = end < to && CharacterClass.is(Character.codePointAt(text, end, to), CharacterClass.WORD);
        return !wordBefore && !wordAfter;
    }

    private static int spaceStart(char[] text, int from, int at) {
        int start = at;
        while (start > from && CharacterClass.isSpace(text[start - 1])) {
            start--;
        }
        return start;
    }

    private static int spaceEnd(char[] text, int at, int to) {
        int end = at;
        while (end < to && CharacterClass.isSpace(text[end])) {
            end++;
        }
        return end;
    }

    /** Receives the parts of a text. */
    interface Sink {
        void text(int from, int to);

        void token(AddedToken token, int from, int to);
    }

    private record Match(AddedToken token, int end) {}

    private static final class Node {
        private final Map<Character, Node> children = new HashMap<>();
        private AddedToken token;
    }
}
