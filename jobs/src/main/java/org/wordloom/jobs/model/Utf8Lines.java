package org.wordloom.jobs.model;

import java.io.ByteArrayOutputStream;
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
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
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
        line.reset();
        boolean any = false;
        boolean ended = false;
        while (position < limit || fill()) {
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, position, end - position);
            position = end;
            if (end < limit) {
                position++;
                ended = true;
                break;
            }
        }
        return any ? Optional.of(text(ended)) : Optional.empty();
    }

    /** Whether the last line had malformed UTF-8. */
    public boolean isMalformed() {
        return malformed;
    }

    /** How many lines so far had malformed UTF-8. */
    public long malformedLines() {
        return malformedLines;
    }

    private String text(boolean ended) {
        byte[] bytes = line.toByteArray();
        int from = !started && bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)
                ? MARK.length
                : 0;
        started = true;
        int to = ended && bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        malformed = !Utf8Text.isWellFormed(bytes, from, to);
        malformedLines += malformed ? 1 : 0;
        return Utf8Text.decode(bytes, from, to);
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }
}
