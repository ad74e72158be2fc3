package org.wordloom.jobs.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.wordloom.text.Utf8Text;

/**
 * The lines of a stream as text; what is malformed is replaced and counted. Lines end with a line feed, which a carriage
 * return may stand before, and nothing else; a byte-order mark at the start is left out: as everywhere in Wordloom.
 */
public final class Utf8Lines {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int KEPT_BYTES = 1 << 20;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private byte[] line = new byte[256];
    private int length;
    private boolean started;
    private int position;
    private int limit;
    private boolean malformed;
    private long malformedLines;

    public Utf8Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end, or nothing after the last. */
    public Optional<String> next() throws IOException {
        length = 0;
        boolean ended = false;
        while (position < limit || fill()) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            append(position, end);
            position = end;
            if (end < limit) {
                position++;
                ended = true;
                break;
            }
        }
        int from = started ? 0 : markEnd();
        started = true;
        // Behind the last line's end there may be nothing, and behind the mark of a text that is empty.
        return ended || from < length ? Optional.of(text(from, ended)) : Optional.empty();
    }

    /** Whether the last line had malformed UTF-8. */
    public boolean isMalformed() {
        return malformed;
    }

    /** How many lines so far had malformed UTF-8. */
    public long malformedLines() {
        return malformedLines;
    }

    private int markEnd() {
        boolean marked = length >= MARK.length && Arrays.equals(line, 0, MARK.length, MARK, 0, MARK.length);
        return marked ? MARK.length : 0;
    }

    private String text(int from, boolean ended) {
        int to = ended && length > from && line[length - 1] == '\r' ? length - 1 : length;
        malformed = !Utf8Text.isWellFormed(line, from, to);
        malformedLines += malformed ? 1 : 0;
        String text = Utf8Text.decode(line, from, to);
        if (line.length > KEPT_BYTES) {
            line = new byte[256]; // one huge line should not cost its memory for ever
        }
        return text;
    }

    private void append(int from, int to) {
        if (line.length - length < to - from) {
            int size =
                    (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(length + (long) to - from, line.length * 3L / 2));
            line = Arrays.copyOf(line, size);
        }
        System.arraycopy(buffer, from, line, length, to - from);
        length += to - from;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }
}
