package org.wordloom.cluster.input;

/**
 * Where a text is cut near a nominal position: after the line that the position lies in, if that ends within
 * a look-ahead; else after the first white space from there on; else at the next character. The cut depends on
 * nothing but the bytes from the position on, so that the readers of both neighbouring ranges find the same one, and it
 * never falls as the position rises, so that ranges neither overlap nor leave gaps.
 */
final class TextCuts {
    /** How many bytes from the position on decide the cut, outside tests. */
    static final int LOOK_AHEAD = 1 << 16;

    private static final int MAX_CONTINUATIONS = 3;

    private final int lookAhead;

    TextCuts(int lookAhead) {
        this.lookAhead = lookAhead;
    }

    int lookAhead() {
        return lookAhead;
    }

    /**
     * The cut for position {@code at}.
     *
     * @param end the end of the bytes that are there: more than {@link #lookAhead} of them, or all up to the file's end
     * @param endOfFile whether the file ends at {@code end}
     */
    int cut(byte[] bytes, int at, int end, boolean endOfFile) {
        int limit = Math.min(end, at + lookAhead);
        int line = lineEnd(bytes, at, limit);
        if (line >= 0) {
            return line + 1;
        }
        if (endOfFile && end - at <= lookAhead) {
            return end; // the last line needs no line end
        }
        for (int i = at; i < limit; i++) {
            if (isWhiteSpace(bytes[i])) {
                return i + 1;
            }
        }
        return characterStart(bytes, at, limit);
    }

    /** The position of the first line feed, or -1. */
    static int lineEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** After the last white space of a piece; at the last character's start when there is none. */
    static int lastCut(byte[] bytes, int from, int to) {
        for (int i = to - 1; i > from; i--) {
            if (isWhiteSpace(bytes[i])) {
                return i + 1;
            }
        }
        for (int i = to - 1; i >= Math.max(from + 1, to - 1 - MAX_CONTINUATIONS); i--) {
            if (!isContinuation(bytes[i])) {
                return i;
            }
        }
        return to;
    }

    private static int characterStart(byte[] bytes, int at, int limit) {
        for (int i = at; i < Math.min(limit, at + MAX_CONTINUATIONS + 1); i++) {
            if (!isContinuation(bytes[i])) {
                return i;
            }
        }
        return at; // not UTF-8: any place is as good
    }

    /** Control characters and the blank, which separate words for every tokenizer. */
    private static boolean isWhiteSpace(byte b) {
        return b >= 0 && b <= ' ';
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
