package org.wordloom.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** A file put together number by number, little-endian, as docs/FORMATS.md has it. */
final class DocumentedBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    DocumentedBytes text(String text) {
        bytes.writeBytes(text.getBytes(UTF_8));
        return this;
    }

    DocumentedBytes ints(int... values) {
        for (int value : values) {
            bytes.writeBytes(number(Integer.BYTES).putInt(value).array());
        }
        return this;
    }

    DocumentedBytes longs(long... values) {
        for (long value : values) {
            bytes.writeBytes(number(Long.BYTES).putLong(value).array());
        }
        return this;
    }

    DocumentedBytes floats(float... values) {
        for (float value : values) {
            bytes.writeBytes(number(Float.BYTES).putFloat(value).array());
        }
        return this;
    }

    /** A section of a model: its number, the length of its content, the content, the checksum of that. */
    DocumentedBytes section(int number, DocumentedBytes content) {
        ints(number);
        longs(content.size());
        int from = size();
        bytes.writeBytes(content.toBytes());
        return checksumFrom(from);
    }

    /** The checksum of all bytes since a place: CRC-32C, rotated right by 15 bits, plus 0xA282EAD8. */
    DocumentedBytes checksumFrom(int from) {
        byte[] all = toBytes();
        CRC32C sum = new CRC32C();
        sum.update(Arrays.copyOfRange(all, from, all.length));
        int crc = (int) sum.getValue();
        return ints((crc >>> 15 | crc << 17) + 0xA282EAD8);
    }

    private static ByteBuffer number(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
