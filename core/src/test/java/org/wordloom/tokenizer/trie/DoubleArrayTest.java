package org.wordloom.tokenizer.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;

class DoubleArrayTest {
    @Test
    void findsWhatATreeMapFinds() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 60; round++) {
            TreeMap<String, Integer> entries = entries(random, 1 + random.below(400), 2 + random.below(40));
            agrees(build(entries, false), entries, random);
            agrees(build(entries, true), entries, random);
        }
    }

    @Test
    void knowsItsLongestKey() {
        TreeMap<String, Integer> entries = new TreeMap<>();
        entries.put("a", 1);
        entries.put("abcde", 2);
        entries.put("xyz", 3);
        assertThat(build(entries, false).longestKey()).isEqualTo(5);
        assertThat(build(entries, true).longestKey()).isEqualTo(5);
        assertThat(build(new TreeMap<>(), false).longestKey()).isZero();
    }

    @Test
    void takesAKeyLongerThanTheStackIsDeep() {
        TreeMap<String, Integer> entries = new TreeMap<>();
        String key = "x".repeat(300_000);
        entries.put(key, 7);
        DoubleArray trie = build(entries, false);
        assertThat(trie.get(bytes(key), 0, key.length())).isEqualTo(7);
        assertThat(trie.longestKey()).isEqualTo(key.length());
    }

    @Test
    void sharesEqualEnds() {
        TreeMap<String, Integer> entries = new TreeMap<>();
        for (char c = 'A'; c <= 'Z'; c++) {
            for (char d = 'a'; d <= 'z'; d++) {
                entries.put(c + "-" + d, d - 'a');
            }
        }
        assertThat(build(entries, true).units().length)
                .isLessThan(build(entries, false).units().length);
    }

    @Test
    void refusesToBeLedOutOfItself() {
        int[] units =
                build(new TreeMap<>(java.util.Map.of("ab", 1)), false).units().clone();
        units[3] = 1_000_000 << 10;
        assertThatThrownBy(() -> DoubleArray.of(units)).hasMessageContaining("unit 3");
        assertThatThrownBy(() -> DoubleArray.of(new int[100])).hasMessageContaining("256");
        assertThatThrownBy(() -> DoubleArray.of(new int[0])).hasMessageContaining("256");
    }

    @Test
    void refusesCircles() {
        int[] units = new int[DoubleArray.BLOCK];
        units[0] = 1 << 10; // the root's children begin at 1
        units[1 ^ 'a'] = 'a' | 'a' << 10; // and so do those of its child
        assertThatThrownBy(() -> DoubleArray.of(units)).hasMessageContaining("comes back");
    }

    @Test
    void refusesKeysOutOfOrder() {
        byte[][] keys = {bytes("b"), bytes("a")};
        assertThatThrownBy(() -> DoubleArrayBuilder.build(keys, new int[2])).hasMessageContaining("order");
        byte[][] nul = {{1, 0, 1}};
        assertThatThrownBy(() -> DoubleArrayBuilder.build(nul, new int[1])).hasMessageContaining("zero byte");
    }

    private static void agrees(DoubleArray trie, TreeMap<String, Integer> entries, TestRandom random) {
        entries.forEach((key, value) ->
                assertThat(trie.get(bytes(key), 0, bytes(key).length)).isEqualTo(value));
        for (int i = 0; i < 300; i++) {
            byte[] key = bytes(word(random, 60));
            int found = entries.getOrDefault(new String(key, StandardCharsets.UTF_8), -1);
            assertThat(trie.get(key, 0, key.length)).isEqualTo(found);
        }
        byte[] random8 = {0, (byte) 0xFF, 0};
        assertThat(trie.get(random8, 0, 3)).isEqualTo(-1);
    }

    private static TreeMap<String, Integer> entries(TestRandom random, int size, int letters) {
        TreeMap<String, Integer> entries = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            entries.put(word(random, letters), random.below(5));
        }
        return entries;
    }

    private static String word(TestRandom random, int letters) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + random.below(8); length > 0; length--) {
            word.appendCodePoint(random.below(4) == 0 ? 0x3042 + random.below(letters) : 'a' + random.below(letters));
        }
        return word.toString();
    }

    private static DoubleArray build(TreeMap<String, Integer> entries, boolean shared) {
        byte[][] keys = entries.keySet().stream().map(DoubleArrayTest::bytes).toArray(byte[][]::new);
        Arrays.sort(keys, Arrays::compareUnsigned);
        int[] values = Arrays.stream(keys)
                .mapToInt(key -> entries.get(new String(key, StandardCharsets.UTF_8)))
                .toArray();
        return shared ? DoubleArrayBuilder.buildShared(keys, values) : DoubleArrayBuilder.build(keys, values);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
