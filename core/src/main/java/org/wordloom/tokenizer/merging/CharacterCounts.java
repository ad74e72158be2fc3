package org.wordloom.tokenizer.merging;

import java.util.Arrays;
import org.wordloom.tokenizer.merging.WordCharacters.Place;
import org.wordloom.vocab.Vocabulary;

/** How often each character occurs at each place of a word. */
final class CharacterCounts {
    private static final int PAGE_BITS = 8;
    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

    private final long[][][] pages = new long[Place.values().length][(Character.MAX_CODE_POINT >>> PAGE_BITS) + 1][];

    private long characters;

    /** How many characters the words have, each distinct word once. */
    long characters() {
        return characters;
    }

    /** Counts all characters of words {@code [from, to)}. */
    void add(Vocabulary words, int from, int to) {
        WordCharacters reader = new WordCharacters(words.utf8());
        for (int word = from; word < to; word++) {
            long count = words.count(word);
            reader.restart(words.start(word), words.start(word + 1));
            while (reader.next()) {
                add(reader.codePoint(), reader.place(), count);
                characters++;
            }
        }
    }

    void addAll(CharacterCounts other) {
        characters += other.characters;
        for (Place place : Place.values()) {
            for (int page = 0; page < pages[0].length; page++) {
                long[] counts = other.pages[place.ordinal()][page];
                for (int i = 0; counts != null && i < counts.length; i++) {
                    add((page << PAGE_BITS) | i, place, counts[i]);
                }
            }
        }
    }

    /** How often the character occurs in any place. */
    long total(int codePoint) {
        long total = 0;
        for (Place place : Place.values()) {
            total += count(codePoint, place);
        }
        return total;
    }

    long count(int codePoint, Place place) {
        long[] page = pages[place.ordinal()][codePoint >>> PAGE_BITS];
        return page == null ? 0 : page[codePoint & PAGE_MASK];
    }

    /** All characters that occur, ascending. */
    int[] seen() {
        int[] seen = new int[16];
        int n = 0;
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (total(codePoint) > 0) {
                if (n == seen.length) {
                    seen = Arrays.copyOf(seen, 2 * n);
                }
                seen[n++] = codePoint;
            }
        }
        return Arrays.copyOf(seen, n);
    }

    private void add(int codePoint, Place place, long count) {
        long[][] placed = pages[place.ordinal()];
        int page = codePoint >>> PAGE_BITS;
        if (placed[page] == null) {
            placed[page] = new long[1 << PAGE_BITS];
        }
        placed[page][codePoint & PAGE_MASK] += count;
    }
}
