package org.wordloom.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;

class WordIdTableTest {
    /** How a vocabulary that is too large for a broadcast meets the words of a text: by the partitions of both. */
    @Test
    void idsOfWordsAreFoundInParts() {
        List<String> text = RandomWords.text(TestRandom.create(), 2_000);
        Vocabulary vocabulary = RandomWords.count(text).toVocabulary(new VocabularyOptions(2, 0));
        int half = vocabulary.size() / 2;
        WordIdTable answers = new WordIdTable();
        for (byte[] ids : List.of(
                WordIdTable.packed(vocabulary, 0, half), WordIdTable.packed(vocabulary, half, vocabulary.size()))) {
            answers.add(table(ids).known(RandomWords.count(text).toPacked(1)[0]));
        }
        assertThat(answers.size()).isEqualTo(vocabulary.size());
        text.forEach(word -> assertThat(id(answers, word)).isEqualTo(vocabulary.id(word)));
    }

    @Test
    void wordsGoToThePartitionsOfTheirCounts() {
        WordCounts text = RandomWords.count(RandomWords.text(TestRandom.create(), 2_000));
        Vocabulary vocabulary = text.toVocabulary(new VocabularyOptions(1, 0));
        byte[][] ids =
                table(WordIdTable.packed(vocabulary, 0, vocabulary.size())).toPacked(3);
        byte[][] words = text.toPacked(3);
        WordIdTable answers = new WordIdTable();
        for (int partition = 0; partition < 3; partition++) {
            answers.add(table(ids[partition]).known(words[partition]));
        }
        assertThat(answers.size()).isEqualTo(vocabulary.size());
    }

    @Test
    void wordsThatAreThereKeepTheirIds() {
        Vocabulary first = Vocabulary.of(new String[] {"a"}, new long[] {1});
        Vocabulary second = Vocabulary.of(new String[] {"b", "a"}, new long[] {1, 1});
        WordIdTable table = table(WordIdTable.packed(first, 0, 1));
        table.add(WordIdTable.packed(second, 0, 2));
        assertThat(id(table, "a")).isZero();
        assertThat(id(table, "b")).isZero();
        assertThat(id(table, "c")).isEqualTo(Vocabulary.UNKNOWN);
        assertThat(table.known(RandomWords.count(List.of("c")).toPacked(1)[0])).isEmpty();
    }

    private static WordIdTable table(byte[] packed) {
        WordIdTable table = new WordIdTable();
        table.add(packed);
        return table;
    }

    private static int id(WordIdTable table, String word) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        return table.id(utf8, 0, utf8.length);
    }
}
