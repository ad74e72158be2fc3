package org.wordloom.cluster.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Cuts a stream of text into ranges of a fixed size (see {@link TextCuts}) and lines. The same ranges come out whether
 * a stream is read from its start or from any range on. Lines are handed on as slices of one reused buffer; a line that
 * does not fit it comes in pieces. Allocates nothing per line.
 */
public final class TextRangeReader implements RangeSource {
    private static final int BUFFER_BYTES = 1 << 18;
    private static final int MAX_RECORD_BYTES = 1 << 28;

    private final InputStream in;
    private final String name;
    private final long rangeBytes;
    private final boolean wholeLines;
    private final long end;
    private long range;
    private boolean started;
    private final TextCuts cuts;
    private byte[] buffer;
    /** The position in the file of {@code buffer[0]}. */
    private long base;
    /** What is not handed on yet lies in {@code buffer[begin, filled)}. */
    private int begin;

    private int filled;
    private boolean endOfFile;

    /**
     * @param in stands at the nominal start of the range {@code first}
     * @param name how errors call the file
     * @param wholeLines never cut within a line (for JSON lines); a line above 256 MB is an error then
     * @param first the first range to be read
     * @param end the range before which reading ends, if the stream does not end earlier
     */
    public TextRangeReader(InputStream in, String name, long rangeBytes, boolean wholeLines, long first, long end) {
        this(in, name, rangeBytes, wholeLines, first, end, new TextCuts(TextCuts.LOOK_AHEAD), BUFFER_BYTES);
    }

    TextRangeReader(
            InputStream in,
            String name,
            long rangeBytes,
            boolean wholeLines,
            long first,
            long end,
            TextCuts cuts,
            int bufferBytes) {
        this.in = in;
        this.name = name;
        this.rangeBytes = rangeBytes;
        this.wholeLines = wholeLines;
        this.range = first;
        this.end = end;
        this.base = first * rangeBytes;
        this.cuts = cuts;
        this.buffer = new byte[bufferBytes];
    }

    @Override
    public boolean next(RangeSink sink) throws IOException {
        if (!started) {
            started = true;
            fill(base);
            begin = range == 0 ? byteOrderMark() : cutAt(base);
        }
        if (range >= end || isBeyondEnd(range * rangeBytes)) {
            return false;
        }
        long from = base + begin;
        sink.beginRange(range);
        range++;
        readRange(range * rangeBytes, sink);
        sink.endRange(base + begin - from);
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void readRange(long nominalEnd, RangeSink sink) throws IOException {
        while (!isCutKnown(nominalEnd)) {
            int limit = (int) Math.min(filled, nominalEnd - base);
            handOnLines(Math.max(begin, limit), sink);
            makeRoom(nominalEnd, limit, sink);
            fill(nominalEnd);
        }
        int cut = Math.max(begin, cutAt(nominalEnd));
        handOnLines(cut, sink);
        if (begin < cut) {
            handOn(cut, endOfFile && cut == filled, sink);
        }
    }

    /** Whether all bytes that decide the cut for a position are in the buffer. */
    private boolean isCutKnown(long nominal) {
        if (endOfFile) {
            return true;
        }
        if (!wholeLines) {
            // One byte beyond the look-ahead tells that the file does not end with it.
            return nominal - base + cuts.lookAhead() < filled;
        }
        return nominal - base < filled && TextCuts.lineEnd(buffer, (int) (nominal - base), filled) >= 0;
    }

    /** The cut for a position, as an index of the buffer. */
    private int cutAt(long nominal) throws IOException {
        while (!isCutKnown(nominal)) {
            makeRoom(nominal, 0, null);
            fill(nominal);
        }
        int at = (int) Math.min(filled, Math.max(0, nominal - base));
        if (wholeLines) {
            int line = TextCuts.lineEnd(buffer, at, filled);
            return line < 0 ? filled : line + 1;
        }
        return cuts.cut(buffer, at, filled, endOfFile);
    }

    private void handOnLines(int limit, RangeSink sink) {
        byte[] bytes = buffer; // a local, so that the loop keeps it in a register
        int start = begin;
        for (int i = start; i < limit; i++) {
            if (bytes[i] == '\n') {
                int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
                sink.text(bytes, start, end, true);
                start = i + 1;
            }
        }
        begin = start;
    }

    private void handOn(int end, boolean lineEnd, RangeSink sink) {
        sink.text(buffer, begin, end, lineEnd);
        begin = end;
    }

    /** Moves what is still needed to the buffer's start; if that is all, grows or hands on a piece of the long line. */
    private void makeRoom(long nominal, int limit, RangeSink sink) {
        if (begin == 0 && filled == buffer.length) {
            if (wholeLines) {
                grow();
                return;
            }
            handOn(TextCuts.lastCut(buffer, begin, limit), false, sink);
        }
        // A cut beyond the next nominal position is followed by another cut that looks at the same bytes again.
        int keep = (int) Math.max(0, Math.min(begin, nominal - base));
        System.arraycopy(buffer, keep, buffer, 0, filled - keep);
        base += keep;
        filled -= keep;
        begin -= keep;
    }

    private void grow() {
        if (buffer.length >= MAX_RECORD_BYTES) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    name + " holds a record of more than " + MAX_RECORD_BYTES + " bytes near byte " + base
                            + "; expected one record a line");
        }
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }

    /** Reads as far as the cut for a position may need, or as the buffer has room. */
    private void fill(long nominal) throws IOException {
        long needed = nominal + cuts.lookAhead() + 1 - base - filled;
        int room = buffer.length - filled;
        int count = wholeLines ? room : (int) Math.min(room, needed);
        int read = in.readNBytes(buffer, filled, count);
        filled += read;
        endOfFile = read < count;
    }

    private boolean isBeyondEnd(long nominal) {
        return endOfFile && nominal >= base + filled;
    }

    private int byteOrderMark() {
        boolean marked =
                filled >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }
}
