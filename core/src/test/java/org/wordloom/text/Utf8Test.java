package org.wordloom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;

class Utf8Test {
    /** A byte of every class that the table of well-formed sequences tells apart, and its borders. */
    private static final int[] BORDERS = {
        0x00, 0x20, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
        0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
    };

    @Test
    void repairsEverySequenceOfFourBorderBytesAsUnicodeSays() {
        byte[] bytes = new byte[4];
        Utf8Buffer repaired = new Utf8Buffer();
        int n = BORDERS.length;
        for (int code = 0; code < n * n * n * n; code++) {
            for (int i = 0, rest = code; i < 4; i++, rest /= n) {
                bytes[i] = (byte) BORDERS[rest % n];
            }
            repaired.clear();
            repaired.appendRepaired(bytes, 0, 4);
            byte[] expected = new Utf8Reference(bytes, 0, 4).decoded().getBytes(StandardCharsets.UTF_8);
            byte[] actual = Arrays.copyOf(repaired.bytes(), repaired.size());
            // Not assertThat for each of the 456,976: it would take a minute.
            if (!Arrays.equals(actual, expected) || Utf8.isWellFormed(bytes, 0, 4) != Arrays.equals(bytes, expected)) {
                assertThat(actual).as("repair of %s", Arrays.toString(bytes)).isEqualTo(expected);
            }
        }
    }

    @Test
    void decodesEveryCodePoint() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
                int length = Utf8.sequence(bytes, 0, bytes.length);
                if (length != bytes.length || Utf8.codePoint(bytes, 0, length) != codePoint) {
                    assertThat(Utf8.codePoint(bytes, 0, length)).isEqualTo(codePoint);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 40})
    void findsTheFirstByteThatIsNotPlain(int length) {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 200; round++) {
            byte[] bytes = new byte[length + 11];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.below(12) == 0 ? random.below(256) : 'a' + random.below(26));
            }
            int from = random.below(11);
            int ascii = from;
            while (ascii < from + length && bytes[ascii] >= 0) {
                ascii++;
            }
            int visible = from;
            while (visible < from + length && bytes[visible] > ' ') {
                visible++;
            }
            assertThat(Utf8.asciiEnd(bytes, from, from + length)).isEqualTo(ascii);
            assertThat(Utf8.visibleAsciiEnd(bytes, from, from + length)).isEqualTo(visible);
        }
    }
}
