package org.wordloom.tokenizer.decoder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.wordloom.text.Utf8Text;
import org.wordloom.tokenizer.Decoder;

/** Joins byte pieces such as {@code <0xE2>} to text; a run of them that is no text becomes U+FFFD for each byte. */
public record ByteFallback() implements Decoder {
    private static final int LENGTH = 6;

    @Override
    public List<String> decode(List<String> pieces) {
        List<String> decoded = new ArrayList<>(pieces.size());
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        for (String piece : pieces) {
            int value = byteOf(piece);
            if (value >= 0) {
                run.write(value);
            } else {
                endRun(run, decoded);
                decoded.add(piece);
            }
        }
        endRun(run, decoded);
        return decoded;
    }

    private static void endRun(ByteArrayOutputStream run, List<String> decoded) {
        if (run.size() > 0) {
            byte[] bytes = run.toByteArray();
            if (Utf8Text.isWellFormed(bytes, 0, bytes.length)) {
                decoded.add(new String(bytes, StandardCharsets.UTF_8));
            } else {
                decoded.addAll(Collections.nCopies(bytes.length, "\uFFFD"));
            }
            run.reset();
        }
    }

    /** The byte that a piece stands for as 0 … 255, or -1. */
    private static int byteOf(String piece) {
        if (piece.length() != LENGTH || !piece.startsWith("<0x") || !piece.endsWith(">")) {
            return -1;
        }
        int high = digit(piece.charAt(3));
        int low = digit(piece.charAt(4));
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }

    /** Other scripts' digits have no place here. */
    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
