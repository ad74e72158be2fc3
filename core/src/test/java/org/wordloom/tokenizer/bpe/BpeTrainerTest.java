package org.wordloom.tokenizer.bpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Progress;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.merging.AlphabetOptions;
import org.wordloom.tokenizer.merging.RandomVocabulary;
import org.wordloom.tokenizer.merging.TieRule;
import org.wordloom.vocab.Vocabulary;

class BpeTrainerTest {
    private static final BpeTrainerOptions DEFAULTS = BpeTrainerOptions.defaults();

    @Test
    void learnsWhatCountingEverythingAnewLearns() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 150; round++) {
            Vocabulary words = RandomVocabulary.create(random, 1 + random.below(60), random.oneOf(3L, 1000L, 1L << 40));
            BpeTrainerOptions options = options(random);
            assertThat(Pieces.merges(train(words, options)))
                    .as("round %d, %s", round, options)
                    .isEqualTo(ReferenceBpe.merges(words, options));
        }
    }

    private static BpeTrainerOptions options(TestRandom random) {
        return DEFAULTS.withVocabularySize(64 + random.below(80))
                .withMinFrequency(1 + random.below(3))
                .withMaxPieceLength(random.oneOf(0, 0, 2, 3, 5))
                .withThreads(1 + random.below(3))
                .withTies(random.oneOf(TieRule.values()))
                .withAlphabet(AlphabetOptions.defaults()
                        .withContinuingPrefix(random.oneOf("", "##"))
                        .withEndOfWordSuffix(random.oneOf("", "</w>"))
                        .withSpecialTokens(random.oneOf(List.of(), List.of("<unk>", "ab"))));
    }

    @Test
    void doesNotDependOnOrderOrThreads() {
        TestRandom random = TestRandom.create();
        Vocabulary words = RandomVocabulary.create(random, 30_000, 5);
        BpeTrainerOptions options = DEFAULTS.withVocabularySize(600);
        BpeModel model = train(words, options);
        assertThat(train(RandomVocabulary.shuffled(words, random), options.withThreads(3)))
                .isEqualTo(model);
    }

    @Test
    void countsBeyond32Bits() {
        long many = 1L << 33;
        Vocabulary words = words("ab", many + 1, "cd", many, "ef", 3L * many, "gh", 1L << 61);
        BpeModel model = train(words, DEFAULTS);
        assertThat(Pieces.merges(model)).containsExactly("g h", "e f", "a b", "c d");
    }

    /** The special token has a lower id than the characters beside it, and there are words enough for several threads. */
    @Test
    void makesASpecialTokenBesideCharactersOfHigherIds() {
        List<Map.Entry<String, Long>> counted = new java.util.ArrayList<>();
        for (int i = 0; i < 21_000; i++) {
            counted.add(Map.entry("丁丂" + Character.toString(0x4E10 + i / 7) + Character.toString(0x30A1 + i % 7), 3L));
        }
        AlphabetOptions alphabet = AlphabetOptions.defaults().withSpecialTokens(List.of("<unk>", "丁丂"));
        BpeTrainerOptions options = DEFAULTS.withVocabularySize(3_020).withAlphabet(alphabet);
        BpeModel model = train(RandomVocabulary.of(counted), options);
        assertThat(Pieces.merges(model)).startsWith("丁 丂").hasSizeGreaterThan(5);
        assertThat(train(RandomVocabulary.of(counted), options.withThreads(2))).isEqualTo(model);
    }

    /** Behind x the piece is made of the suffix at first, then of five letters that look like it. */
    @Test
    void textMaySpellTheSuffix() {
        Vocabulary words = words("xa", 1000L, "a</w>z", 500L, "xa</w>y", 20L);
        BpeTrainerOptions options =
                DEFAULTS.withAlphabet(AlphabetOptions.defaults().withEndOfWordSuffix("</w>"));
        BpeModel model = train(words, options);
        assertThat(Pieces.merges(model)).contains("x a</w>").doesNotHaveDuplicates();
        assertThat(Pieces.of(model, "xa")).containsExactly("xa</w>");
    }

    @Test
    void aSpecialTokenIsAsLongInTextAsOthersAre() {
        AlphabetOptions alphabet = AlphabetOptions.defaults().withSpecialTokens(List.of("ab", "c"));
        BpeModel model = train(
                words("abcd", 10L, "ab", 5L), DEFAULTS.withMaxPieceLength(2).withAlphabet(alphabet));
        assertThat(Pieces.merges(model)).containsExactly("a b", "c d");
    }

    @Test
    void refusesWhat64BitsCannotCount() {
        for (Vocabulary words : List.of(words("aaaaaaaaaa", 1_000_000_000_000_000_000L), words("ab", 5L << 60))) {
            assertThatThrownBy(() -> train(words, DEFAULTS))
                    .isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(ExitCode.INPUT))
                    .hasMessageContaining("divide all counts");
        }
    }

    @Test
    void stopsWhenNoPairOccursTwice() {
        BpeModel model = train(words("abc", 1L, "ab", 1L), DEFAULTS);
        assertThat(Pieces.merges(model)).containsExactly("a b");
    }

    @Test
    void stopsAtTheMergeLimit() {
        BpeModel model = train(words("abcd", 5L), DEFAULTS.withMergeLimit(2));
        assertThat(model.mergeCount()).isEqualTo(2);
    }

    @Test
    void keepsTheMostFrequentCharactersAndTheForcedOnes() {
        AlphabetOptions alphabet = AlphabetOptions.defaults().withLimit(3).withForced("z");
        BpeModel model = train(words("abcabc", 5L, "ab", 2L), DEFAULTS.withAlphabet(alphabet));
        assertThat(List.of(model.piece(0), model.piece(1), model.piece(2), model.piece(3)))
                .containsExactly("a", "b", "z", "ab");
        assertThat(model.size())
                .as("no merge across a character that was left out")
                .isEqualTo(4);
    }

    @Test
    void numbersSpecialTokensThenBytesThenCharacters() {
        AlphabetOptions alphabet = AlphabetOptions.defaults()
                .withSpecialTokens(List.of("<unk>", "<s>"))
                .withByteFallback(true);
        BpeModel model = train(words("ba", 5L), DEFAULTS.withAlphabet(alphabet).withUnknownToken("<unk>"));
        assertThat(model.piece(1)).isEqualTo("<s>");
        assertThat(model.piece(2)).isEqualTo("<0x00>");
        assertThat(model.piece(257)).isEqualTo("<0xFF>");
        assertThat(model.piece(258)).isEqualTo("a");
        assertThat(model.piece(260)).isEqualTo("ba");
    }

    @Test
    void dropsAbsorbedPieces() {
        BpeModel model = train(words("abcd", 9L, "ab", 5L), DEFAULTS.withDropAbsorbed(true));
        assertThat(model.id("ab")).as("occurs alone").isNotNegative();
        assertThat(model.id("abcd")).isNotNegative();
        assertThat(model.id("cd")).as("only within abcd").isNegative();
        assertThat(model.id("abc")).isNegative();
        assertThat(model.id("c")).as("single characters stay").isNotNegative();
        assertThat(Pieces.of(model, "abcdab")).containsExactly("abcd", "ab");
    }

    @Test
    void refusesAVocabularySmallerThanTheAlphabet() {
        assertThatThrownBy(() -> train(words("abcdef", 2L), DEFAULTS.withVocabularySize(5)))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("6 pieces")
                .hasMessageContaining("at least 6");
    }

    @Test
    void refusesNoWords() {
        assertThatThrownBy(() -> train(Vocabulary.of(new String[0], new long[0]), DEFAULTS))
                .hasMessageContaining("no words");
    }

    @Test
    void reportsAllMistakesAtOnce() {
        assertThatThrownBy(() -> new BpeTrainer(
                        DEFAULTS.withVocabularySize(0)
                                .withMinFrequency(0)
                                .withMaxPieceLength(1)
                                .withUnknownToken("?")
                                .withThreads(0),
                        Progress.Listener.none()))
                .hasMessageContaining("5 problems");
    }

    @Test
    void survivesAHugeWord() {
        BpeModel model = train(words("ab".repeat(2_000_000), 1L), DEFAULTS.withVocabularySize(10));
        assertThat(Pieces.merges(model)).startsWith("a b", "ab ab", "abab abab");
    }

    private static BpeModel train(Vocabulary words, BpeTrainerOptions options) {
        return new BpeTrainer(options, Progress.Listener.none()).train(words);
    }

    private static Vocabulary words(Object... wordsAndCounts) {
        List<Map.Entry<String, Long>> counted = new java.util.ArrayList<>();
        for (int i = 0; i < wordsAndCounts.length; i += 2) {
            counted.add(Map.entry((String) wordsAndCounts[i], (Long) wordsAndCounts[i + 1]));
        }
        return RandomVocabulary.of(counted);
    }
}
