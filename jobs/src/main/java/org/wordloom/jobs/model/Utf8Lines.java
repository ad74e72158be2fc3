package org.wordloom.jobs.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.wordloom.text.Utf8Text;

/** The lines of a stream, ended by line feeds and nothing else, as text; what is malformed is replaced and counted. */
public final class Utf8Lines {
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
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
                break;
            }
        }
        return any ? Optional.of(text()) : Optional.empty();
    }

    /** Whether the last line had malformed UTF-8. */
    public boolean isMalformed() {
        return malformed;
    }

    /** How many lines so far had malformed UTF-8. */
    public long malformedLines() {
        return malformedLines;
    }

    private String text() {
        byte[] bytes = line.toByteArray();
        malformed = !Utf8Text.isWellFormed(bytes, 0, bytes.length);
        malformedLines += malformed ? 1 : 0;
        return Utf8Text.decode(bytes, 0, bytes.length);
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }
}
