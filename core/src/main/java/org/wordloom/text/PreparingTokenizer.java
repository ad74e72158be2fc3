package org.wordloom.text;

import java.nio.charset.StandardCharsets;

/**
 * Gives another tokenizer well-formed, normalised, lower-cased text in pieces of bounded size. Pieces begin at blanks,
 * where no word, no normalisation and no lower-casing reaches across; only a run of more than 16 MiB without a blank is
 * cut elsewhere. Stretches of ASCII never become Strings, and text that needs no change is not copied.
 */
final class PreparingTokenizer implements WordTokenizer {
    static final int PIECE_BYTES = 1 << 16;
    static final int UNBROKEN_BYTES = 1 << 24;

    private final WordTokenizer delegate;
    private final TextTransform transform;
    private final Utf8Buffer prepared = new Utf8Buffer();
    private final Utf8Buffer repaired = new Utf8Buffer();

    PreparingTokenizer(WordTokenizer delegate, TextTransform transform) {
        this.delegate = delegate;
        this.transform = transform;
    }

    @Override
    public void tokenize(byte[] utf8, int from, int to, WordSink sink) {
        int start = from;
        while (start < to) {
            int end = pieceEnd(utf8, start, to);
            tokenizePiece(utf8, start, end, sink);
            start = end;
        }
    }

    private void tokenizePiece(byte[] utf8, int from, int to, WordSink sink) {
        if (transform.isIdentity() && Utf8.isWellFormed(utf8, from, to)) {
            delegate.tokenize(utf8, from, to, sink);
            return;
        }
        prepared.clear();
        int i = from;
        while (i < to) {
            int stretchEnd = Utf8.asciiEnd(utf8, i, to);
            // A mark after a letter may combine with it, so what precedes the first non-ASCII byte is not plain ASCII.
            int plainEnd = stretchEnd == to ? to : lastBlank(utf8, i, stretchEnd);
            prepared.appendAscii(utf8, i, plainEnd, transform);
            i = stretchEnd == to ? to : firstBlank(utf8, stretchEnd, to);
            if (plainEnd < i) {
                prepared.append(transform.apply(decode(utf8, plainEnd, i)));
            }
        }
        delegate.tokenize(prepared.bytes(), 0, prepared.size(), sink);
    }

    private String decode(byte[] utf8, int from, int to) {
        if (Utf8.isWellFormed(utf8, from, to)) {
            return new String(utf8, from, to - from, StandardCharsets.UTF_8);
        }
        // Java's decoder replaces some malformed sequences otherwise than the other tokenizers do.
        repaired.clear();
        repaired.appendRepaired(utf8, from, to);
        return new String(repaired.bytes(), 0, repaired.size(), StandardCharsets.UTF_8);
    }

    private static int pieceEnd(byte[] utf8, int from, int to) {
        if (to - from <= PIECE_BYTES) {
            return to;
        }
        int limit = (int) Math.min(to, (long) from + UNBROKEN_BYTES);
        int blank = firstBlank(utf8, from + PIECE_BYTES, limit);
        if (blank < limit || limit == to) {
            return blank;
        }
        int end = limit;
        while (end > limit - 4 && Utf8.isContinuation(utf8[end])) {
            end--;
        }
        return end;
    }

    private static int firstBlank(byte[] utf8, int from, int to) {
        int i = from;
        while (i < to && (utf8[i] > ' ' || utf8[i] < 0)) {
            i++;
        }
        return i;
    }

    /** The last blank of ASCII text, or {@code from} if there is none. */
    private static int lastBlank(byte[] utf8, int from, int to) {
        int i = to - 1;
        while (i > from && utf8[i] > ' ') {
            i--;
        }
        return Math.max(i, from);
    }
}
