package org.wordloom.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 340, 341, 342, 1_023, 1_024, 50_000})
    void findsEveryWordAndNoOther(int size) {
        String[] words = IntStream.range(0, size).mapToObj(i -> "w" + i * 7919L).toArray(String[]::new);
        Vocabulary vocabulary = Vocabulary.of(words, new long[size]);
        for (int id = 0; id < size; id++) {
            byte[] line = ("x " + words[id] + " y").getBytes(StandardCharsets.UTF_8);
            assertThat(vocabulary.id(line, 2, line.length - 2)).isEqualTo(id);
            assertThat(vocabulary.id(words[id] + "x")).isEqualTo(Vocabulary.UNKNOWN);
        }
        assertThat(vocabulary.id("")).isEqualTo(Vocabulary.UNKNOWN);
    }

    @Test
    void knowsCountsAndBytes() {
        Vocabulary vocabulary = Vocabulary.of(new String[] {"中", "é", ""}, new long[] {1L << 40, 2, 1});
        assertThat(Vocabularies.lines(vocabulary)).containsExactly("中 1099511627776", "é 2", " 1");
        assertThat(vocabulary.totalCount()).isEqualTo((1L << 40) + 3);
        assertThat(List.of(vocabulary.start(1), vocabulary.start(2), vocabulary.start(3)))
                .containsExactly(3, 5, 5);
        assertThat(vocabulary.id("")).isEqualTo(2);
    }

    @Test
    void countsAreCopies() {
        Vocabulary vocabulary = Vocabulary.of(new String[] {"a", "b"}, new long[] {3, 2});
        vocabulary.counts()[0] = 7;
        assertThat(vocabulary.counts()).containsExactly(3, 2);
    }

    /** A driver that only hands a vocabulary on has no table; whoever looks a word up makes one. */
    @Test
    void ofDistinctWordsTheTableIsMadeByTheFirstLookUp() {
        byte[] words = "onetwo".getBytes(StandardCharsets.UTF_8);
        Vocabulary vocabulary = Vocabulary.ofDistinct(words, new int[] {0, 3, 6}, new long[] {2, 1});
        assertThat(vocabulary.id("two")).isEqualTo(1);
        assertThat(vocabulary.id("one")).isZero();
        assertThat(vocabulary.id("onetwo")).isEqualTo(Vocabulary.UNKNOWN);
        Vocabulary twice = Vocabulary.ofDistinct(words, new int[] {0, 0, 0}, new long[] {2, 1});
        assertThatThrownBy(() -> twice.id("one")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAWordThatOccursTwice() {
        assertThatThrownBy(() -> Vocabulary.of(new String[] {"a", "b", "a"}, new long[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the word 'a' occurs twice, as ids 0 and 2");
    }

    @Test
    void refusesArraysThatDoNotFit() {
        assertThatThrownBy(() -> new Vocabulary(new byte[3], new int[] {0, 1}, new long[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Vocabulary(new byte[3], new int[] {0, 4}, new long[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
