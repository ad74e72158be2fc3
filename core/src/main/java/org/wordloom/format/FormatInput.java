package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * A buffered, position-counting view of a hostile file: every failure names the file, the offset, what was expected and
 * what was found. Sizes that the file claims are checked against its length before anything is allocated for them.
 */
final class FormatInput {
    /** What {@link #next} and {@link #peek} give at the end of the file. */
    static final int END = -1;

    /** Rows, words or bytes for which room is made at once when the file's length is not known. */
    private static final int CAUTIOUS_COUNT = 4096;

    private final InputStream in;
    private final String name;
    private final long size;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteBuffer numbers = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private int position;
    private int limit;
    private int summed;
    private long bufferStart;

    /** @param size bytes of the file, or negative when it is not known */
    FormatInput(InputStream in, String name, long size) {
        this.in = in;
        this.name = name;
        this.size = size;
    }

    /** How many bytes were read so far. */
    long offset() {
        return bufferStart + position;
    }

    long size() {
        return size;
    }

    /** The next byte as 0 … 255 without reading it, or {@link #END}. */
    int peek() throws IOException {
        return position < limit || fill() ? buffer[position] & 0xFF : END;
    }

    /** Reads a byte as 0 … 255, or {@link #END}. */
    int next() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xFF : END;
    }

    int readInt(String what) throws IOException {
        require(Integer.BYTES, what);
        position += Integer.BYTES;
        return numbers.getInt(position - Integer.BYTES);
    }

    long readLong(String what) throws IOException {
        require(Long.BYTES, what);
        position += Long.BYTES;
        return numbers.getLong(position - Long.BYTES);
    }

    /** Reads a LEB128 number below 2³¹: 7 bits a byte, low bits first. */
    int readNumber(String what) throws IOException {
        int result = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int b = next();
            if (b == END) {
                throw damaged(what, "the end of the file");
            }
            if (shift == 28 && b > 0x07) {
                break;
            }
            result |= (b & 0x7F) << shift;
            if (b < 0x80) {
                return result;
            }
        }
        throw damaged(what, "a number of 2^31 or more");
    }

    void readBytes(byte[] to, int from, int length, String what) throws IOException {
        int done = 0;
        while (done < length) {
            require(1, what);
            int n = Math.min(length - done, limit - position);
            System.arraycopy(buffer, position, to, from + done, n);
            position += n;
            done += n;
        }
    }

    /** Reads {@code length} bytes into a new array, which grows with what is there when the file's length is unknown. */
    byte[] readArray(int length, String what) throws IOException {
        byte[] result = new byte[initialCapacity(length)];
        for (int done = 0; done < length; done = result.length) {
            if (done > 0) {
                result = Arrays.copyOf(result, (int) Math.min(length, 2L * done));
            }
            readBytes(result, done, result.length - done, what);
        }
        return result;
    }

    /** Reads little-endian floats, in bulk. */
    void readFloats(float[] to, int from, int count, String what) throws IOException {
        int done = 0;
        while (done < count) {
            require(Float.BYTES, what);
            int n = Math.min(count - done, (limit - position) / Float.BYTES);
            numbers.position(position);
            numbers.asFloatBuffer().get(to, from + done, n);
            position += n * Float.BYTES;
            done += n;
        }
    }

    void skip(long bytes, String what) throws IOException {
        for (long left = bytes; left > 0; ) {
            require(1, what);
            int n = (int) Math.min(left, limit - position);
            position += n;
            left -= n;
        }
    }

    /** From here on bytes read count towards {@link #checksum}. */
    void startChecksum() {
        checksum.reset();
        summed = position;
    }

    /** The {@link FormatChecksum} of the bytes read since {@link #startChecksum}. */
    int checksum() {
        checksum.update(buffer, summed, position - summed);
        summed = position;
        return FormatChecksum.of(checksum);
    }

    /** Fails unless the file can hold {@code bytes} more; passes when its length is not known. */
    void requireRoom(long bytes, String what) {
        if (bytes < 0 || (size >= 0 && bytes > size - offset())) {
            throw damaged(
                    what + " of " + bytes + " bytes", Math.max(0, size - offset()) + " bytes to the end of the file");
        }
    }

    void requireEnd() throws IOException {
        if (peek() != END) {
            throw damaged("the end of the file", "more data");
        }
    }

    /** For how many of {@code count} things to make room at first: all when the file's length vouches for them. */
    int initialCapacity(int count) {
        return size >= 0 ? count : Math.min(count, CAUTIOUS_COUNT);
    }

    WordloomException damaged(String expected, String found) {
        return damagedAt("byte " + offset(), expected, found);
    }

    WordloomException damagedAt(String where, String expected, String found) {
        return new WordloomException(
                ExitCode.FORMAT,
                name + " is damaged or of another format, at " + where + ": expected " + expected + ", found " + found);
    }

    private void require(int bytes, String what) throws IOException {
        while (limit - position < bytes) {
            if (!fill()) {
                throw damaged(what, "the end of the file");
            }
        }
    }

    private boolean fill() throws IOException {
        checksum.update(buffer, summed, position - summed);
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        bufferStart += position;
        limit -= position;
        position = 0;
        summed = 0;
        int n = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(n, 0);
        return n > 0;
    }
}
