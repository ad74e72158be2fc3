package org.wordloom.tokenizer.bpe;

import org.wordloom.tokenizer.WordEncoder;

/**
 * Segments lines as subword-nmt does: words are what stands between spaces, {@code @@} and a space join their pieces, and
 * characters that the model does not know pass through. Not safe for use by several threads.
 */
public final class SubwordNmtSegmenter {
    private static final String JOINER = "@@ ";

    private final WordEncoder encoder;
    private final StringBuilder segmented = new StringBuilder();
    private char[] line = new char[256];
    private int wordStart;

    public SubwordNmtSegmenter(BpeModel model) {
        this.encoder = model.newEncoder();
    }

    /** The line with its words in pieces; spaces and line ends around it stay, several spaces within it become one. */
    public String segment(String text) {
        int length = text.length();
        line = length > line.length ? new char[length] : line;
        text.getChars(0, length, line, 0);
        segmented.setLength(0);
        int from = 0;
        while (from < length && isStripped(line[from])) {
            from++;
        }
        segmented.append(line, 0, from);
        int to = length;
        while (to > from && isStripped(line[to - 1])) {
            to--;
        }
        segmentWords(from, to);
        segmented.append(line, to, length - to);
        return segmented.toString();
    }

    private void segmentWords(int from, int to) {
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || line[at] == ' ') {
                if (at > start) {
                    if (start > from) {
                        segmented.append(' ');
                    }
                    segmentWord(start, at);
                }
                start = at + 1;
            }
        }
    }

    private void segmentWord(int from, int to) {
        wordStart = from;
        encoder.encode(line, from, to, this::piece);
    }

    private void piece(int id, int start, int end) {
        if (start > 0) {
            segmented.append(JOINER);
        }
        segmented.append(line, wordStart + start, end - start);
    }

    private static boolean isStripped(char c) {
        return c == ' ' || c == '\r' || c == '\n';
    }
}
