package org.wordloom.tokenizer.postprocessor;

import org.wordloom.tokenizer.ByteAlphabet;
import org.wordloom.tokenizer.CharacterClass;
import org.wordloom.tokenizer.Encoding;

/** Takes the white space at the ends of byte-level pieces out of their offsets. */
final class OffsetTrimming {
    private static final char SPACE = ByteAlphabet.charOf(' ');

    private OffsetTrimming() {}

    /**
     * Trims every piece.
     *
     * @throws IllegalArgumentException when the encoding is of two texts
     */
    static Encoding trim(Encoding encoding, boolean addPrefixSpace) {
        String text = encoding.text().orElseThrow(() -> new IllegalArgumentException("an encoding of two texts"));
        int[] starts = new int[encoding.size()];
        int[] ends = new int[encoding.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = encoding.start(i);
            ends[i] = encoding.end(i);
            String piece = encoding.piece(i);
            int leading = leadingSpaces(piece);
            // A single space at the very beginning is the one that was put there: its offsets cover no space.
            boolean added = addPrefixSpace && leading == 1 && (i == 0 || starts[i] == 0);
            if (!added) {
                starts[i] = forward(text, starts[i], leading, ends[i]);
            }
            ends[i] = back(text, ends[i], trailingSpaces(piece), starts[i]);
        }
        return encoding.withOffsets(starts, ends);
    }

    /*
     * A space takes one code point off, and not one char: one that a normaliser put into the text has the offsets of its
     * neighbour, which may be a pair of surrogates.
     */

    private static int forward(String text, int start, int codePoints, int end) {
        int at = start;
        for (int i = 0; i < codePoints && at < end; i++) {
            at = text.offsetByCodePoints(at, 1);
        }
        return at;
    }

    /** Where there are not as many code points before the end, nothing is taken off. */
    private static int back(String text, int end, int codePoints, int start) {
        int at = end;
        for (int i = 0; i < codePoints; i++) {
            if (at == 0) {
                return end;
            }
            at = text.offsetByCodePoints(at, -1);
        }
        return Math.max(at, start);
    }

    private static int leadingSpaces(String piece) {
        int count = 0;
        while (count < piece.length() && isSpace(piece.charAt(count))) {
            count++;
        }
        return count;
    }

    private static int trailingSpaces(String piece) {
        int count = 0;
        while (count < piece.length() && isSpace(piece.charAt(piece.length() - 1 - count))) {
            count++;
        }
        return count;
    }

    private static boolean isSpace(char c) {
        return c == SPACE || CharacterClass.isSpace(c);
    }
}
