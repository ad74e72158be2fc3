package org.wordloom.tokenizer.postprocessor;

import org.wordloom.tokenizer.ByteAlphabet;
import org.wordloom.tokenizer.CharacterClass;
import org.wordloom.tokenizer.Encoding;

/** Takes the white space at the ends of byte-level pieces out of their offsets. */
final class OffsetTrimming {
    private static final char SPACE = ByteAlphabet.charOf(' ');

    private OffsetTrimming() {}

    static Encoding trim(Encoding encoding, boolean addPrefixSpace) {
        int[] starts = new int[encoding.size()];
        int[] ends = new int[encoding.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = encoding.start(i);
            ends[i] = encoding.end(i);
            String piece = encoding.piece(i);
            int leading = leadingSpaces(piece);
            int trailing = trailingSpaces(piece);
            // A single space at the very beginning is the one that was put there: its offsets cover no space.
            boolean added = addPrefixSpace && leading == 1 && (i == 0 || starts[i] == 0);
            if (added && piece.length() == 1) {
                // It is aligned with the text's first character, which may be two units long.
                ends[i] = starts[i];
                continue;
            }
            if (leading > 0 && !added) {
                starts[i] = Math.min(starts[i] + leading, ends[i]);
            }
            if (trailing > 0 && ends[i] >= trailing) {
                ends[i] = Math.max(ends[i] - trailing, starts[i]);
            }
        }
        return encoding.withOffsets(starts, ends);
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
