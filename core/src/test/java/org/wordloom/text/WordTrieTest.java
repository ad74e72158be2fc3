package org.wordloom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;

class WordTrieTest {
    @Test
    void findsExactlyItsWords() {
        TestRandom random = TestRandom.create();
        for (int size : new int[] {1, 2, 10, 300, 30_000}) {
            TreeSet<byte[]> set = new TreeSet<>(Arrays::compareUnsigned);
            while (set.size() < size) {
                set.add(word(random));
            }
            byte[][] words = set.toArray(byte[][]::new);
            WordTrie trie = new WordTrie(words);
            for (int i = 0; i < words.length; i++) {
                assertThat(find(trie, words[i])).isEqualTo(i);
            }
            for (int i = 0; i < 1_000; i++) {
                byte[] other = word(random);
                assertThat(find(trie, other) != WordTrie.NONE).isEqualTo(set.contains(other));
            }
        }
    }

    @Test
    void zeroBytesOfTheTextLeadNowhere() {
        WordTrie trie = new WordTrie(new byte[][] {{'a'}, {'a', 'b'}});
        assertThat(find(trie, new byte[] {'a', 0})).isEqualTo(WordTrie.NONE);
        assertThat(find(trie, new byte[] {0})).isEqualTo(WordTrie.NONE);
        assertThat(find(trie, new byte[] {'a', 0, 'b'})).isEqualTo(WordTrie.NONE);
    }

    private static byte[] word(TestRandom random) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + random.below(4); length > 0; length--) {
            word.appendCodePoint(random.below(3) == 0 ? 'a' + random.below(4) : 0x4E00 + random.below(300));
        }
        return word.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int find(WordTrie trie, byte[] word) {
        int state = WordTrie.ROOT;
        for (byte b : word) {
            state = trie.next(state, b);
            if (state == WordTrie.NONE) {
                return WordTrie.NONE;
            }
        }
        return trie.word(state);
    }
}
