package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** What {@link PairEncoder} packs, {@link PairDecoder} reads, and what is damaged it refuses. */
class PackedPairsTest {
    private static final long ROW = 1L << 32;

    @Test
    void pairsReadBackAsTheyWere() {
        TestRandom random = TestRandom.create();
        PairEncoder encoder = new PairEncoder();
        for (int round = 0; round < 200; round++) {
            TreeMap<Long, Long> pairs = randomPairs(random, random.below(500), 31);
            assertThat(read(pack(encoder, pairs))).isEqualTo(pairs);
        }
    }

    @Test
    void extremesReadBack() {
        TreeMap<Long, Long> pairs = new TreeMap<>();
        int largest = Integer.MAX_VALUE - 1;
        pairs.put(0L, Long.MAX_VALUE);
        pairs.put((long) largest, 1L);
        pairs.put(largest * ROW, 1L << 62);
        pairs.put(largest * ROW + largest, Long.MAX_VALUE);
        assertThat(read(pack(new PairEncoder(), pairs))).isEqualTo(pairs);
    }

    @Test
    void theSizeIsKnownBefore() {
        PairEncoder encoder = new PairEncoder();
        assertThat(encoder.size()).isZero();
        assertThat(encoder.take()).isEmpty();
        encoder.add(3, 5, 2520);
        // Row and column count from -1; 2520 is 0x9D8: 0x58 and 19 times 128. The row ends, and so does everything.
        assertThat(encoder.size()).isEqualTo(6);
        assertThat(encoder.take()).containsExactly(4, 6, 0xD8, 19, 0, 0);
    }

    @Test
    void everyTruncationIsFound() {
        byte[] packed = pack(new PairEncoder(), randomPairs(TestRandom.create(), 200, 12));
        for (int length = 1; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertDamaged("cut to " + length, cut);
        }
        assertDamaged("a byte too many", Arrays.copyOf(packed, packed.length + 1));
    }

    @Test
    void aChangedByteIsAnErrorOrOtherAscendingPairs() {
        byte[] packed = pack(new PairEncoder(), randomPairs(TestRandom.create(), 200, 12));
        for (int at = 0; at < packed.length; at++) {
            for (int mask : new int[] {0x01, 0x10, 0x80, 0xFF}) {
                byte[] changed = packed.clone();
                changed[at] ^= (byte) mask;
                try {
                    read(changed);
                } catch (WordloomException e) {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT);
                }
            }
        }
    }

    @Test
    void hostileNumbersAreFound() {
        assertDamaged("a row without pairs", bytes(1, 0, 0));
        assertDamaged("a sum of 0", bytes(1, 1, 0, 0, 0));
        assertDamaged(
                "a number of 70 bits", bytes(1, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0));
        assertDamaged("a column beyond 2^31", bytes(1, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 1, 2, 1, 0, 0));
        assertDamaged("a distance of 2^31", bytes(0x80, 0x80, 0x80, 0x80, 0x08, 1, 1, 0, 0));
    }

    @Test
    void theErrorNamesTheSourceAndTheByte() {
        assertThatThrownBy(() -> read(bytes(1, 1, 0, 0, 0)))
                .hasMessageContaining("segment 7")
                .hasMessageContaining("byte 3")
                .hasMessageContaining("found a sum of 0");
    }

    @Test
    void morePairsThanAnArrayHoldsAreRefused() {
        byte[] segment = new byte[1 << 20];
        assertTooLarge(() -> PackedPairs.cells(Collections.nCopies(1 << 12, segment), "visit"));
        assertThat(PairEncoder.grown(256)).isEqualTo(512);
        assertThat(PairEncoder.grown(1 << 30)).isEqualTo(Integer.MAX_VALUE - 8);
        assertTooLarge(() -> PairEncoder.grown(Integer.MAX_VALUE - 8));
    }

    private static void assertTooLarge(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
                .hasMessageContaining("--blocks");
    }

    /** Pairs of indices with up to so many bits, by (row, column). */
    static TreeMap<Long, Long> randomPairs(TestRandom random, int count, int bits) {
        TreeMap<Long, Long> pairs = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            long row = index(random, bits);
            long sum = random.bits() >>> (1 + random.below(63));
            pairs.put(row * ROW + index(random, bits), Math.max(1, sum));
        }
        return pairs;
    }

    static byte[] pack(PairEncoder encoder, TreeMap<Long, Long> pairs) {
        pairs.forEach((key, sum) -> encoder.add((int) (key / ROW), (int) (key % ROW), sum));
        return encoder.take();
    }

    private static long index(TestRandom random, int bits) {
        return random.below((1 << (bits - 1 - random.below(bits - 1))) - 1);
    }

    private static byte[] bytes(int... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int value : values) {
            bytes.write(value);
        }
        return bytes.toByteArray();
    }

    private static Map<Long, Long> read(byte[] packed) {
        Map<Long, Long> pairs = new TreeMap<>();
        PairDecoder decoder = new PairDecoder(packed, "segment 7");
        long last = -1;
        while (decoder.next()) {
            long key = decoder.row() * ROW + decoder.column();
            assertThat(key).isGreaterThan(last);
            assertThat(decoder.sum()).isPositive();
            pairs.put(key, decoder.sum());
            last = key;
        }
        assertThat(decoder.next()).isFalse();
        return pairs;
    }

    private static void assertDamaged(String what, byte[] packed) {
        assertThatThrownBy(() -> read(packed)).as(what).isInstanceOfSatisfying(WordloomException.class, e -> assertThat(
                        e.exitCode())
                .as(what)
                .isEqualTo(ExitCode.FORMAT));
    }
}
