package org.wordloom.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextHashTest {
    private static final int WORDS = 1 << 16;

    /** Words whose {@link String#hashCode} is the same. */
    private static String[] colliding() {
        String[] words = new String[WORDS];
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int bit = 0; bit < 16; bit++) {
                word.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            words[i] = word.toString();
        }
        return words;
    }

    @Test
    void differsWhereStringHashesDoNot() {
        Set<Integer> strings = new HashSet<>();
        IntSet hashes = new IntOpenHashSet();
        IntSet slots = new IntOpenHashSet();
        for (String word : colliding()) {
            strings.add(word.hashCode());
            int hash = TextHash.of(word);
            assertThat(TextHash.of(word.toCharArray(), 0, word.length())).isEqualTo(hash);
            hashes.add(hash);
            slots.add(TextHash.slot(hash, 2 * WORDS - 1));
        }
        assertThat(strings).hasSize(1);
        assertThat(hashes).hasSizeGreaterThan(WORDS - 100);
        assertThat(slots).as("of random ones 79 % would differ").hasSizeGreaterThan(WORDS / 10 * 7);
    }

    @Test
    void spreadsShortTexts() {
        IntSet slots = new IntOpenHashSet();
        for (char c = 0; c < 1 << 12; c++) {
            slots.add(TextHash.slot(TextHash.of(Character.toString(c)), (1 << 13) - 1));
        }
        assertThat(slots).hasSizeGreaterThan(1 << 11);
    }

    @Test
    @Timeout(20) // minutes, if all were in one row
    void findsPiecesThatWouldCollide() {
        String[] pieces = colliding();
        PieceTable table = PieceTable.of(pieces);
        for (int id = 0; id < pieces.length; id++) {
            assertThat(table.id(pieces[id])).isEqualTo(id);
            assertThat(table.id(pieces[id].toCharArray(), 0, pieces[id].length())).isEqualTo(id);
        }
    }
}
