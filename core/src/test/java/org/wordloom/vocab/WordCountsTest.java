package org.wordloom.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.WordloomException;

class WordCountsTest {
    private static final VocabularyOptions ALL = new VocabularyOptions(1, 0);

    /** Else each further word would have all words before it copied. */
    @Test
    void aListOfMoreThanABillionBytesStillGrowsInLargeSteps() {
        assertThat(WordList.grown(1000, 1001)).isEqualTo(1000 + 500 + 16);
        assertThat(WordList.grown(1000, 5000)).isEqualTo(5000);
        assertThat(WordList.grown(1_800_000_000, 1_800_000_009)).isEqualTo(Integer.MAX_VALUE - 8);
    }

    @Test
    void agreesWithCountingInAMap() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 50; round++) {
            List<String> text = RandomWords.text(random, random.below(3_000));
            VocabularyOptions options = new VocabularyOptions(1 + random.below(4), random.below(3) * 20L);
            WordCounts counts = RandomWords.count(text);
            assertThat(counts.totalCount()).isEqualTo(text.size());
            assertThat(counts.size()).isEqualTo(text.stream().distinct().count());
            assertThat(Vocabularies.lines(counts.toVocabulary(options)))
                    .isEqualTo(Vocabularies.lines(VocabularyReference.of(text, options)));
        }
    }

    @Test
    void refusesCountsThatDoNotAddUpIn64Bits() {
        byte[] word = {'a', 'b'};
        WordCounts counts = new WordCounts();
        counts.add(word, 0, 1, Long.MAX_VALUE - 1);
        counts.add(word, 1, 2, 1);
        assertThat(counts.totalCount()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> counts.add(word, 0, 1, 1))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("2^63");
    }

    @Test
    void mergingIsAssociativeAndCommutative() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 30; round++) {
            List<String> a = RandomWords.text(random, random.below(500));
            List<String> b = RandomWords.text(random, random.below(500));
            List<String> c = RandomWords.text(random, random.below(500));
            WordCounts left = count(a).merge(count(b)).merge(count(c));
            WordCounts right = count(a).merge(count(b).merge(count(c)));
            WordCounts reversed = count(c).merge(count(b)).merge(count(a));
            assertThat(Vocabularies.lines(left.toVocabulary(ALL)))
                    .isEqualTo(Vocabularies.lines(right.toVocabulary(ALL)))
                    .isEqualTo(Vocabularies.lines(reversed.toVocabulary(ALL)));
            assertThat(left.totalCount()).isEqualTo(right.totalCount()).isEqualTo(reversed.totalCount());
        }
    }

    private static WordCounts count(List<String> text) {
        return RandomWords.count(text);
    }

    @Test
    void aShuffleOfAnyShapeGivesTheSameVocabulary() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 30; round++) {
            List<String> text = RandomWords.text(random, 2_000);
            VocabularyOptions options = new VocabularyOptions(1 + random.below(3), random.below(3) * 50L);
            assertThat(Vocabularies.lines(shuffled(text, options, random)))
                    .isEqualTo(Vocabularies.lines(VocabularyReference.of(text, options)));
        }
    }

    /** Counts parts of the text apart, shuffles them by word, keeps per partition, and assembles. */
    private static Vocabulary shuffled(List<String> text, VocabularyOptions options, TestRandom random) {
        int partitions = 1 + random.below(7);
        List<WordCounts> reducers = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            reducers.add(new WordCounts());
        }
        for (int from = 0; from < text.size(); ) {
            int to = Math.min(text.size(), from + 1 + random.below(800));
            byte[][] packed = count(text.subList(from, to)).toPacked(partitions);
            for (int i = 0; i < partitions; i++) {
                reducers.get(i).addPacked(packed[i]);
            }
            from = to;
        }
        VocabularyAssembler assembler = new VocabularyAssembler();
        reducers.forEach(reducer -> assembler.add(reducer.keptPacked(options)));
        return assembler.toVocabulary(options);
    }

    @Test
    void countsGoBeyondTwoToTheThirtyOne() {
        WordCounts counts = new WordCounts();
        RandomWords.add(counts, "the", 3_000_000_000L);
        RandomWords.add(counts, "the", Integer.MAX_VALUE);
        RandomWords.add(counts, "of", 1L << 62);
        WordCounts copy = new WordCounts();
        copy.addPacked(counts.toPacked(1)[0]);
        Vocabulary vocabulary = copy.toVocabulary(VocabularyOptions.defaults());
        assertThat(Vocabularies.lines(vocabulary)).containsExactly("of 4611686018427387904", "the 5147483647");
        assertThat(copy.totalCount()).isEqualTo((1L << 62) + 5_147_483_647L);
    }

    @Test
    void wordsOfEveryLengthStayApart() {
        WordCounts counts = new WordCounts();
        String word = "";
        for (int length = 0; length < 300; length++) {
            RandomWords.add(counts, word, length + 1);
            word += (char) ('a' + length % 26);
        }
        assertThat(counts.size()).isEqualTo(300);
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < 300; length++) {
            assertThat(counts.count(bytes, 0, length)).isEqualTo(length + 1);
        }
        assertThat(counts.count(bytes, 1, 3)).isZero();
    }

    @Test
    void aWordMayHaveMegabytes() {
        String word = "x".repeat(20_000_000);
        WordCounts counts = new WordCounts();
        RandomWords.add(counts, word, 1);
        RandomWords.add(counts, word, 1);
        RandomWords.add(counts, word + "y", 1);
        assertThat(Vocabularies.lines(counts.toVocabulary(ALL))).containsExactly(word + " 2", word + "y 1");
    }

    /** Tasks hand their counts on when these take too much: twelve bytes a word, eight a slot, and the words' own. */
    @Test
    void memoryIsThatOfTheArrays() {
        WordCounts counts = new WordCounts();
        assertThat(counts.memoryBytes()).isEqualTo(4096 + 4 * 513 + 8 * 512 + 8 * 1024);
        long bytes = 0;
        for (int i = 0; i < 100_000; i++) {
            String word = "word" + i;
            RandomWords.add(counts, word, 1);
            bytes += word.length();
        }
        long slots = 1L << 18; // three quarters of 2¹⁷ are fewer
        // Arrays are half as long again as what they hold, at most, and some places more.
        assertThat(counts.memoryBytes() - 8 * slots)
                .isBetween(bytes + 12 * 100_000, (bytes + 12 * 100_000) * 3 / 2 + 1000);
    }

    @Test
    void anEmptyWordIsPackedAsAnyOther() {
        WordCounts counts = new WordCounts();
        RandomWords.add(counts, "", 5);
        RandomWords.add(counts, "a", 3);
        WordCounts copy = new WordCounts();
        copy.addPacked(counts.toPacked(1)[0]);
        assertThat(Vocabularies.lines(copy.toVocabulary(ALL))).containsExactly(" 5", "a 3");
    }

    @Test
    void withoutAnOrderWordsStandAsTheyWereFirstCounted() {
        assertThat(Vocabularies.lines(count(List.of("b", "a", "c", "a")).toUnorderedVocabulary()))
                .containsExactly("b 1", "a 2", "c 1");
    }

    @Test
    void refusesDamagedPackedCounts() {
        byte[] packed = RandomWords.count(List.of("word", "other", "中国")).toPacked(1)[0];
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = Arrays.copyOf(packed, random.below(packed.length + 1));
            for (int i = random.below(4); i > 0 && damaged.length > 0; i--) {
                damaged[random.below(damaged.length)] = (byte) random.bits();
            }
            try {
                new WordCounts().addPacked(damaged);
            } catch (WordloomException e) {
                assertThat(e).hasMessageContaining("damaged at byte");
            }
        }
        byte[] cut = Arrays.copyOf(packed, packed.length - 1);
        assertThatThrownBy(() -> new WordCounts().addPacked(cut)).hasMessageContaining("damaged at byte 20");
    }

    @Test
    void partitionsAreOfSimilarSizeAndIndependentOfTheTable() {
        WordCounts counts = new WordCounts();
        for (int i = 0; i < 20_000; i++) {
            RandomWords.add(counts, "word" + i, 1);
        }
        byte[][] packed = counts.toPacked(16);
        for (byte[] part : packed) {
            WordCounts reducer = new WordCounts();
            reducer.addPacked(part);
            assertThat(reducer.size()).isBetween(1_250 - 150, 1_250 + 150);
        }
        assertThat(count(List.of("word7")).toPacked(16))
                .satisfies(alone -> assertThat(partOf(alone)).isEqualTo(partHolding(packed, "word7")));
    }

    private static int partOf(byte[][] packed) {
        for (int part = 0; part < packed.length; part++) {
            if (packed[part].length > 0) {
                return part;
            }
        }
        return -1;
    }

    private static int partHolding(byte[][] packed, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        for (int part = 0; part < packed.length; part++) {
            WordCounts counts = new WordCounts();
            counts.addPacked(packed[part]);
            if (counts.count(bytes, 0, bytes.length) > 0) {
                return part;
            }
        }
        return -1;
    }
}
