package org.wordloom.vocab;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.TestRandom;

/** Random texts of few different words, so that counts are equal often, and a count by the standard library. */
final class RandomWords {
    private RandomWords() {}

    static List<String> text(TestRandom random, int length) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            StringBuilder word = new StringBuilder();
            for (int characters = 1 + random.below(random.oneOf(2, 4, 20)); characters > 0; characters--) {
                word.append(random.oneOf("a", "b", "é", "中", "😀", "\uffff"));
            }
            text.add(word.toString());
        }
        return text;
    }

    static WordCounts count(List<String> text) {
        WordCounts counts = new WordCounts();
        text.forEach(word -> add(counts, word, 1));
        return counts;
    }

    /** From the middle of a larger array, as words of a text are. */
    static void add(WordCounts counts, String word, long n) {
        byte[] padded = ("<" + word + ">").getBytes(StandardCharsets.UTF_8);
        counts.add(padded, 1, padded.length - 1, n);
    }
}
