package org.wordloom.format.tokenizer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Reads the fields of a message in the wire format of Protocol Buffers, one after the other. Every length is compared with
 * what is left of the message before it is used, so nothing is allocated for a length that is only claimed.
 */
final class WireReader {
    static final int VARINT = 0;
    static final int FIXED_64 = 1;
    static final int BYTES = 2;
    static final int FIXED_32 = 5;

    private static final int LONGEST_VARINT = 10;

    private final byte[] bytes;
    private final String name;
    private final int end;
    private int position;

    private int fieldStart;
    private int field;
    private int type;
    /** Of the current field: a number's bits, or a length. */
    private long value;

    private int valueStart;

    WireReader(byte[] bytes, String name) {
        this(bytes, 0, bytes.length, name);
    }

    private WireReader(byte[] bytes, int from, int to, String name) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
        this.name = name;
    }

    /** Reads the next field; false at the end of the message. */
    boolean next() {
        if (position == end) {
            return false;
        }
        fieldStart = position;
        long key = varint("a field's key");
        type = (int) key & 7;
        if (key >>> 32 != 0 || key >>> 3 == 0) {
            throw damaged("a field's number", Long.toUnsignedString(key >>> 3));
        }
        field = (int) (key >>> 3);
        value = switch (type) {
            case VARINT -> varint("field " + field);
            case FIXED_64 -> fixed(Long.BYTES);
            case FIXED_32 -> fixed(Integer.BYTES);
            case BYTES -> length();
            default -> throw damaged("a field of type 0, 1, 2 or 5", "type " + type + " of field " + field);
        };
        return true;
    }

    /** The current field's number. */
    int field() {
        return field;
    }

    boolean flag(String what) {
        require(VARINT, what);
        return value != 0;
    }

    /** A number of 32 bits; a negative one takes ten bytes. */
    int integer(String what) {
        require(VARINT, what);
        if (value != (int) value) {
            throw damaged(what + " of 32 bits", Long.toString(value));
        }
        return (int) value;
    }

    float number(String what) {
        require(FIXED_32, what);
        return Float.intBitsToFloat((int) value);
    }

    byte[] array(String what) {
        require(BYTES, what);
        return Arrays.copyOfRange(bytes, valueStart, position);
    }

    String string(String what) {
        require(BYTES, what);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, valueStart, (int) value))
                    .toString();
        } catch (CharacterCodingException e) {
            throw damaged(what + " in UTF-8", "malformed bytes");
        }
    }

    WireReader message(String what) {
        require(BYTES, what);
        return new WireReader(bytes, valueStart, position, name);
    }

    /** The current field as it stands, with its key. */
    void copyTo(WireWriter out) {
        out.raw(bytes, fieldStart, position);
    }

    WordloomException damaged(String expected, String found) {
        return new WordloomException(
                ExitCode.FORMAT,
                name + " is damaged or of another format, at byte " + fieldStart + ": expected " + expected + ", found "
                        + Excerpt.of(found));
    }

    private void require(int wanted, String what) {
        if (type != wanted) {
            throw damaged(what + ", of type " + wanted, "type " + type);
        }
    }

    private long varint(String what) {
        long result = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            if (position == end) {
                throw damaged(what, "the end of the message");
            }
            byte b = bytes[position++];
            result |= (long) (b & 0x7F) << (7 * i);
            if (b >= 0) {
                return result;
            }
        }
        throw damaged(what, "a number of more than ten bytes");
    }

    private long fixed(int size) {
        if (end - position < size) {
            throw damaged("field " + field + " of " + size + " bytes", (end - position) + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, position, size).order(ByteOrder.LITTLE_ENDIAN);
        position += size;
        return size == Long.BYTES ? buffer.getLong() : buffer.getInt();
    }

    private long length() {
        long length = varint("the length of field " + field);
        if (length < 0 || length > end - position) {
            throw damaged(
                    "field " + field + " within " + (end - position) + " bytes",
                    Long.toUnsignedString(length) + " bytes");
        }
        valueStart = position;
        position += (int) length;
        return length;
    }
}
