package org.wordloom.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.wordloom.vocab.Vocabulary;

/** A buffer in front of a stream for numbers (little-endian), bytes and decimal text; allocates nothing per value. */
final class FormatOutput {
    private static final int MAX_NUMBER_BYTES = 5;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteBuffer numbers = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private int position;
    private int summed;

    FormatOutput(OutputStream out) {
        this.out = out;
    }

    void writeByte(int value) throws IOException {
        room(1);
        buffer[position++] = (byte) value;
    }

    void writeInt(int value) throws IOException {
        room(Integer.BYTES);
        numbers.putInt(position, value);
        position += Integer.BYTES;
    }

    void writeLong(long value) throws IOException {
        room(Long.BYTES);
        numbers.putLong(position, value);
        position += Long.BYTES;
    }

    /** Writes a number of at least 0 as LEB128: 7 bits a byte, low bits first. */
    void writeNumber(int value) throws IOException {
        room(MAX_NUMBER_BYTES);
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            buffer[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[position++] = (byte) rest;
    }

    /** How many bytes {@link #writeNumber} takes: 1 to 5. */
    static int numberBytes(int value) {
        return (38 - Integer.numberOfLeadingZeros(value | 1)) / 7;
    }

    void writeBytes(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            room(1);
            int n = Math.min(length - done, buffer.length - position);
            System.arraycopy(bytes, from + done, buffer, position, n);
            position += n;
            done += n;
        }
    }

    void writeWord(Vocabulary vocabulary, int id) throws IOException {
        int start = vocabulary.start(id);
        writeBytes(vocabulary.utf8(), start, vocabulary.start(id + 1) - start);
    }

    void writeAscii(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        writeBytes(bytes, 0, bytes.length);
    }

    /** Writes floats in bulk. */
    void writeFloats(float[] values, int from, int count) throws IOException {
        for (int done = 0; done < count; ) {
            room(Float.BYTES);
            int n = Math.min(count - done, (buffer.length - position) / Float.BYTES);
            numbers.position(position);
            numbers.asFloatBuffer().put(values, from + done, n);
            position += n * Float.BYTES;
            done += n;
        }
    }

    /** Writes a finite float as {@link DecimalFloat} does. */
    void writeDecimal(float value) throws IOException {
        room(DecimalFloat.MAX_BYTES);
        position = DecimalFloat.format(value, buffer, position);
    }

    /** From here on bytes written count towards {@link #checksum}. */
    void startChecksum() {
        checksum.reset();
        summed = position;
    }

    /** The {@link FormatChecksum} of the bytes written since {@link #startChecksum}. */
    int checksum() {
        checksum.update(buffer, summed, position - summed);
        summed = position;
        return FormatChecksum.of(checksum);
    }

    void flush() throws IOException {
        empty();
        out.flush();
    }

    private void room(int bytes) throws IOException {
        if (buffer.length - position < bytes) {
            empty();
        }
    }

    private void empty() throws IOException {
        checksum.update(buffer, summed, position - summed);
        out.write(buffer, 0, position);
        position = 0;
        summed = 0;
    }
}
