package org.wordloom.tokenizer.decoder;

import java.util.List;
import org.wordloom.tokenizer.Decoder;

/**
 * Leaves out a character at the ends of each piece.
 *
 * @param content the code point
 * @param start how many of it at most at the beginning
 * @param stop how many of it at most at the end
 */
public record StripDecoder(int content, int start, int stop) implements Decoder {
    @Override
    public List<String> decode(List<String> pieces) {
        return pieces.stream().map(this::strip).toList();
    }

    private String strip(String piece) {
        int[] codePoints = piece.codePoints().toArray();
        int from = 0;
        while (from < Math.min(start, codePoints.length) && codePoints[from] == content) {
            from++;
        }
        int to = codePoints.length;
        while (to > Math.max(from, codePoints.length - stop) && codePoints[to - 1] == content) {
            to--;
        }
        return new String(codePoints, from, to - from);
    }
}
