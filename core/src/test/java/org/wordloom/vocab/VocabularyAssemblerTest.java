package org.wordloom.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyAssemblerTest {
    private static final VocabularyOptions ALL = new VocabularyOptions(1, 0);

    /** Merging such a part would give words ids that are not their ranks. */
    @Test
    void refusesAPartThatIsNotInTheOrderOfAVocabulary() {
        for (List<String> text : List.of(List.of("a", "b", "b"), List.of("b", "a"))) {
            byte[] asCounted = RandomWords.count(text).toPacked(1)[0];
            assertThatThrownBy(() -> new VocabularyAssembler().add(asCounted))
                    .as("%s", text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("kept words are not in the order of their counts");
        }
        byte[] word = RandomWords.count(List.of("a")).keptPacked(ALL);
        byte[] twice = Arrays.copyOf(word, 2 * word.length);
        System.arraycopy(word, 0, twice, word.length, word.length);
        assertThatThrownBy(() -> new VocabularyAssembler().add(twice)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tiesAreBrokenByCodePointsWhateverTheOrderOfTheParts() {
        byte[] first = RandomWords.count(List.of("b", "\uffff", "z", "z")).keptPacked(ALL);
        byte[] second = RandomWords.count(List.of("a", "😀")).keptPacked(ALL);
        for (List<byte[]> parts : List.of(List.of(first, second), List.of(second, first))) {
            VocabularyAssembler assembler = new VocabularyAssembler();
            parts.forEach(assembler::add);
            assertThat(assembler.size()).isEqualTo(5);
            assertThat(Vocabularies.lines(assembler.toVocabulary(ALL)))
                    .containsExactly("z 2", "a 1", "b 1", "\uffff 1", "😀 1");
        }
    }

    @Test
    void keepsTheMostFrequentOfAllParts() {
        VocabularyOptions two = new VocabularyOptions(2, 2);
        Vocabulary vocabulary = new VocabularyAssembler()
                .add(RandomWords.count(List.of("a", "a", "b", "b", "c", "c")).keptPacked(two))
                .add(RandomWords.count(List.of("d", "d", "d", "e")).keptPacked(two))
                .toVocabulary(two);
        assertThat(Vocabularies.lines(vocabulary)).containsExactly("d 3", "a 2");
    }

    @Test
    void nothingGivesAnEmptyVocabulary() {
        assertThat(new VocabularyAssembler().toVocabulary(ALL).size()).isZero();
        assertThat(new VocabularyAssembler().add(new byte[0]).toVocabulary(ALL).size())
                .isZero();
    }

    @Test
    void partsAreReleased() {
        VocabularyAssembler assembler =
                new VocabularyAssembler().add(RandomWords.count(List.of("a")).keptPacked(ALL));
        assertThat(assembler.toVocabulary(ALL).size()).isEqualTo(1);
        assertThat(assembler.size()).isZero();
        assertThat(assembler.toVocabulary(ALL).size()).isZero();
    }

    @Test
    void refusesAWordFromTwoParts() {
        byte[] part = RandomWords.count(List.of("a")).keptPacked(ALL);
        assertThatThrownBy(() ->
                        new VocabularyAssembler().add(part).add(part.clone()).toVocabulary(ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a word occurs twice, as ids 0 and 1");
    }
}
