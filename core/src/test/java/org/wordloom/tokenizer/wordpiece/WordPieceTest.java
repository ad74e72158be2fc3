package org.wordloom.tokenizer.wordpiece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.Progress;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.bpe.Pieces;
import org.wordloom.tokenizer.merging.AlphabetOptions;
import org.wordloom.tokenizer.merging.RandomVocabulary;
import org.wordloom.tokenizer.wordpiece.WordPieceTrainerOptions.Criterion;
import org.wordloom.vocab.Vocabulary;

class WordPieceTest {
    private static final WordPieceTrainerOptions DEFAULTS = WordPieceTrainerOptions.defaults();

    @Test
    void learnsWhatCountingEverythingAnewLearns() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 120; round++) {
            Vocabulary words = RandomVocabulary.create(random, 1 + random.below(60), random.oneOf(3L, 1000L, 1L << 40));
            WordPieceTrainerOptions options = DEFAULTS.withVocabularySize(64 + random.below(80))
                    .withCriterion(random.oneOf(Criterion.values()))
                    .withMinFrequency(1 + random.below(4))
                    .withMaxPieceLength(random.oneOf(0, 0, 3))
                    .withThreads(1 + random.below(3));
            assertThat(pieces(train(words, options)))
                    .as("round %d, %s", round, options)
                    .isEqualTo(ReferenceWordPiece.pieces(words, options));
        }
    }

    @Test
    void likelihoodPrefersPiecesThatOccurTogetherOnly() {
        Vocabulary words = Vocabulary.of(new String[] {"ab", "ac", "xy"}, new long[] {100, 100, 20});
        WordPieceTrainerOptions options = DEFAULTS.withVocabularySize(5 + 8 + 1);
        assertThat(train(words, options.withCriterion(Criterion.LIKELIHOOD)).piece(13))
                .isEqualTo("xy");
        assertThat(train(words, options.withCriterion(Criterion.FREQUENCY)).piece(13))
                .isEqualTo("ab");
    }

    @Test
    void doesNotDependOnOrderOrThreads() {
        TestRandom random = TestRandom.create();
        Vocabulary words = RandomVocabulary.create(random, 20_000, 5);
        WordPieceTrainerOptions options = DEFAULTS.withVocabularySize(500);
        assertThat(train(RandomVocabulary.shuffled(words, random), options.withThreads(3)))
                .isEqualTo(train(words, options));
    }

    @Test
    void takesTheLongestPieceEachTime() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 60; round++) {
            Vocabulary words = RandomVocabulary.create(random, 40, 100);
            WordPieceModel model = train(words, DEFAULTS.withVocabularySize(80).withMinFrequency(1));
            Set<String> pieces = new TreeSet<>(pieces(model));
            for (int i = 0; i < 40; i++) {
                String word = RandomVocabulary.word(random, 12, 1 + random.below(random.oneOf(10, 150)));
                assertThat(Pieces.of(model, word))
                        .as(word)
                        .isEqualTo(ReferenceWordPiece.encode(word, pieces, model.options()));
            }
        }
    }

    @Test
    void givesOffsets() {
        WordPieceModel model = model("[UNK]", "un", "##aff", "##able", "😀", "##😀");
        assertThat(Pieces.withOffsets(model, "unaffable")).containsExactly("un 0 2", "##aff 2 5", "##able 5 9");
        assertThat(Pieces.withOffsets(model, "😀😀")).containsExactly("😀 0 2", "##😀 2 4");
        assertThat(Pieces.withOffsets(model, "unaffe")).containsExactly("[UNK] 0 6");
    }

    @Test
    void wordsOfTooManyCharactersAreUnknown() {
        WordPieceModel model = model("[UNK]", "a", "##a", "😀", "##😀");
        assertThat(Pieces.of(model, "a".repeat(100))).hasSize(100);
        assertThat(Pieces.of(model, "a".repeat(101))).containsExactly("[UNK]");
        assertThat(Pieces.of(model, "😀".repeat(100)))
                .as("characters, not chars")
                .hasSize(100);
        assertThat(Pieces.of(model, "😀".repeat(101))).containsExactly("[UNK]");
        assertThat(Pieces.of(model, "a".repeat(50_000_000))).containsExactly("[UNK]");
    }

    @Test
    void refusesToBeWithoutAnUnknownToken() {
        assertThatThrownBy(() -> model("a")).hasMessageContaining("'[UNK]' is not a piece");
        assertThatThrownBy(() -> new WordPieceTrainer(
                        DEFAULTS.withAlphabet(AlphabetOptions.defaults().withContinuingPrefix("@@"))
                                .withVocabularySize(0),
                        Progress.Listener.none()))
                .hasMessageContaining("3 problems");
    }

    private static WordPieceModel model(String... pieces) {
        return new WordPieceModel(PieceTable.of(pieces), WordPieceOptions.defaults());
    }

    private static List<String> pieces(WordPieceModel model) {
        return IntStream.range(0, model.size()).mapToObj(model::piece).toList();
    }

    private static WordPieceModel train(Vocabulary words, WordPieceTrainerOptions options) {
        return new WordPieceTrainer(options, Progress.Listener.none()).train(words);
    }
}
