package org.wordloom.tokenizer.unigram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wordloom.vocab.Vocabulary;

class WordCutterTest {
    @Test
    void cutsWhereTheScriptChanges() {
        Vocabulary words =
                Vocabulary.of(new String[] {"▁it's", "▁1990年に", "▁カタカナー漢字𝔘é", "'s"}, new long[] {5L << 32, 3, 2, 1});
        assertThat(cut(words, SegmentOptions.defaults()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "▁it", 5L << 32,
                        "'", (5L << 32) + 1,
                        "s", (5L << 32) + 1,
                        "▁1990", 3L,
                        "年に", 3L,
                        "▁カタカナー漢字", 2L,
                        "𝔘", 2L,
                        "é", 2L));
    }

    private static Map<String, Long> cut(Vocabulary words, SegmentOptions options) {
        Vocabulary cut = WordCutter.cut(words, options);
        Map<String, Long> counts = new TreeMap<>();
        for (int id = 0; id < cut.size(); id++) {
            counts.put(cut.word(id), cut.count(id));
        }
        return counts;
    }
}
