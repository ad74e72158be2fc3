package org.wordloom.tokenizer.sentencepiece;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.normalizer.CharacterMap;
import org.wordloom.tokenizer.trie.DoubleArray;

/**
 * A character map as SentencePiece stores it: the size of a double array in bytes (32 bits, little-endian), the double
 * array, and the replacements, each ended by NUL; the array's values say where a replacement begins.
 */
public final class DoubleArrayCharacterMap implements CharacterMap {
    private static final int HEADER = Integer.BYTES;

    private final DoubleArray trie;
    /** The replacements, each ended by NUL. */
    private final byte[] replacements;

    DoubleArrayCharacterMap(DoubleArray trie, byte[] replacements) {
        this.trie = trie;
        this.replacements = replacements;
    }

    /**
     * Reads a map.
     *
     * @param bytes as {@link #toBytes} gives them
     * @param name what to call them in messages
     * @throws WordloomException FORMAT when sizes do not fit, the array leads out of itself or in circles, or a value to
     *     no replacement
     */
    public static DoubleArrayCharacterMap of(byte[] bytes, String name) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER) {
            throw damaged(name, "a size of 4 bytes", bytes.length + " bytes");
        }
        long size = Integer.toUnsignedLong(buffer.getInt());
        if (size > bytes.length - HEADER || size % Integer.BYTES != 0) {
            throw damaged(name, "a multiple of 4 up to " + (bytes.length - HEADER) + " bytes", size + " bytes");
        }
        int[] units = new int[(int) size / Integer.BYTES];
        buffer.asIntBuffer().get(units);
        byte[] replacements = Arrays.copyOfRange(bytes, HEADER + (int) size, bytes.length);
        requireReplacements(units, replacements, name);
        try {
            return new DoubleArrayCharacterMap(DoubleArray.of(units), replacements);
        } catch (IllegalArgumentException e) {
            throw new WordloomException(ExitCode.FORMAT, name + " is damaged: " + e.getMessage(), e);
        }
    }

    private static void requireReplacements(int[] units, byte[] replacements, String name) {
        if (replacements.length > 0 && replacements[replacements.length - 1] != 0) {
            throw damaged(name, "replacements that end with NUL", "another byte");
        }
        for (int unit : units) {
            if (unit < 0 && DoubleArray.value(unit) >= replacements.length) {
                throw damaged(
                        name,
                        "replacements within " + replacements.length + " bytes",
                        "one at byte " + DoubleArray.value(unit));
            }
        }
    }

    private static WordloomException damaged(String name, String expected, String found) {
        return new WordloomException(ExitCode.FORMAT, name + " is damaged: expected " + expected + ", found " + found);
    }

    @Override
    public long shortest(byte[] utf8, int from, int to) {
        return find(utf8, from, to, true);
    }

    @Override
    public long longest(byte[] utf8, int from, int to) {
        return find(utf8, from, to, false);
    }

    @Override
    public String replacement(int number) {
        return new String(replacements, number, replacementEnd(number) - number, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] toBytes() {
        int[] units = trie.units();
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + units.length * Integer.BYTES + replacements.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(units.length * Integer.BYTES);
        for (int unit : units) {
            buffer.putInt(unit);
        }
        return buffer.put(replacements).array();
    }

    /** All replacements; that of number n begins at byte n. */
    byte[] replacements() {
        return replacements;
    }

    int replacementEnd(int number) {
        int end = number;
        while (replacements[end] != 0) {
            end++;
        }
        return end;
    }

    /** Whether keys begin with an ASCII character, and more than a single other character must follow to tell. */
    boolean leavesAlone(int ascii) {
        int at = trie.rootBase() ^ ascii;
        int unit = trie.units()[at];
        if (!DoubleArray.isLabelled(unit, ascii)) {
            return true;
        }
        if (DoubleArray.hasValue(unit)) {
            return false;
        }
        int base = at ^ DoubleArray.offset(unit);
        for (int next = 1; next < 0x80; next++) {
            if (DoubleArray.isLabelled(trie.units()[base ^ next], next)) {
                return false;
            }
        }
        return true;
    }

    private long find(byte[] utf8, int from, int to, boolean first) {
        int[] units = trie.units();
        int base = trie.rootBase();
        long match = NONE;
        for (int i = from; i < to; i++) {
            int label = utf8[i] & 0xFF;
            int at = base ^ label;
            int unit = units[at];
            if (!DoubleArray.isLabelled(unit, label)) {
                break;
            }
            base = at ^ DoubleArray.offset(unit);
            if (DoubleArray.hasValue(unit)) {
                match = CharacterMap.match(i + 1 - from, DoubleArray.value(units[base]));
                if (first) {
                    break;
                }
            }
        }
        return match;
    }
}
