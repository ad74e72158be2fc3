package org.wordloom.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;

class WordHashTest {
    @Test
    void dependsOnTheBytesAloneNotOnWhereTheyLie() {
        TestRandom random = TestRandom.create();
        for (int length = 0; length < 40; length++) {
            byte[] word = new byte[length];
            for (int i = 0; i < length; i++) {
                word[i] = (byte) random.bits();
            }
            long hash = WordHash.of(word, 0, length);
            for (int offset = 0; offset < 9; offset++) {
                byte[] padded = new byte[offset + length + random.below(12)];
                Arrays.fill(padded, (byte) random.bits());
                System.arraycopy(word, 0, padded, offset, length);
                assertThat(WordHash.of(padded, offset, offset + length)).isEqualTo(hash);
                assertThat(WordHash.equal(padded, offset, offset + length, word, 0, length))
                        .isTrue();
            }
        }
    }

    @Test
    void tellsWordsApartThatDifferInAnyByteOrInLength() {
        byte[] word = "zero\0zero\0zero\0zero\0".getBytes(StandardCharsets.UTF_8);
        Set<Long> hashes = new HashSet<>();
        for (int length = 0; length <= word.length; length++) {
            hashes.add(WordHash.of(word, 0, length));
            for (int i = 0; i < length; i++) {
                byte[] other = Arrays.copyOf(word, length);
                other[i] ^= 0x10;
                hashes.add(WordHash.of(other, 0, length));
                assertThat(WordHash.equal(word, 0, length, other, 0, length)).isFalse();
            }
        }
        assertThat(hashes).hasSize(word.length + 1 + word.length * (word.length + 1) / 2);
    }

    @Test
    void hasTheSameValueOnEveryMachine() {
        // Computed apart from this program, from the description in words.
        byte[] word = "vocabulary 語彙".getBytes(StandardCharsets.UTF_8);
        assertThat(WordHash.of(word, 0, word.length)).isEqualTo(4468489561269952735L);
        assertThat(WordHash.of(word, 0, 5)).isEqualTo(-3757588905496529213L);
    }

    @Test
    void spreadsNumberedWordsOverTheLowBitsAsEvenlyAsChance() {
        int[] slots = new int[1 << 16];
        for (int i = 0; i < slots.length; i++) {
            byte[] word = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
            slots[(int) WordHash.of(word, 0, word.length) & (slots.length - 1)]++;
        }
        long empty = Arrays.stream(slots).filter(n -> n == 0).count();
        // Chance leaves 1/e of the slots empty: 24,109, give or take 5 times 95.
        assertThat(empty).isBetween(24_109L - 475, 24_109L + 475);
    }
}
