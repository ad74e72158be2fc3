package org.wordloom.format.tokenizer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the fields of a message in the wire format of Protocol Buffers. */
final class WireWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    WireWriter integer(int field, long value) {
        key(field, WireReader.VARINT);
        varint(value);
        return this;
    }

    WireWriter flag(int field, boolean value) {
        return integer(field, value ? 1 : 0);
    }

    WireWriter number(int field, float value) {
        key(field, WireReader.FIXED_32);
        int bits = Float.floatToRawIntBits(value);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(bits >>> shift);
        }
        return this;
    }

    WireWriter string(int field, String value) {
        return array(field, value.getBytes(StandardCharsets.UTF_8));
    }

    WireWriter array(int field, byte[] value) {
        key(field, WireReader.BYTES);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    WireWriter message(int field, WireWriter message) {
        return array(field, message.toBytes());
    }

    /** Bytes that are whole fields already. */
    WireWriter raw(byte[] bytes, int from, int to) {
        out.write(bytes, from, to - from);
        return this;
    }

    WireWriter raw(byte[] bytes) {
        return raw(bytes, 0, bytes.length);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private void key(int field, int type) {
        varint((long) field << 3 | type);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
