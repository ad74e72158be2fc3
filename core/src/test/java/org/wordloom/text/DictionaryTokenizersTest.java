package org.wordloom.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.text.TokenizationOptions.Kind;

class DictionaryTokenizersTest {
    private static final List<String> WORDS = List.of("研究", "研究生", "生命", "命", "起源", "的");

    @Test
    void longestMatchIsGreedyAndShortestPathIsNot() {
        assertThat(longest("研究生命的起源", WORDS)).containsExactly("研究生", "命", "的", "起源");
        assertThat(shortest("研究生命起源的", List.of("研究", "研究生", "生命起", "命", "起源", "源的", "生命")))
                .containsExactly("研究", "生命起", "源的");
        // Equally many words: the one whose last word is shorter.
        assertThat(shortest("研究生命的起源", WORDS)).containsExactly("研究生", "命", "的", "起源");
    }

    @Test
    void countsDecideBetweenEquallyManyWords() {
        List<String> counted = List.of("研究\t100", "研究生\t5", "生命\t80", "命\t2", "起源\t10", "的\t1000");
        assertThat(shortest("研究生命的起源", counted)).containsExactly("研究", "生命", "的", "起源");
    }

    @Test
    void countsOfEqualWordsAreAdded() {
        List<String> once = List.of("研究\t3", "生命\t3", "命\t3", "研究生\t2");
        assertThat(shortest("研究生命", once)).containsExactly("研究", "生命");
        List<String> twice = List.of("研究\t3", "生命\t3", "命\t3", "研究生\t2", "研究生\t2");
        assertThat(shortest("研究生命", twice)).containsExactly("研究生", "命");
        // One word after normalisation.
        TokenizationOptions options = new TokenizationOptions(
                Kind.DICTIONARY_SHORTEST_PATH,
                true,
                Normalization.NFKC,
                List.of("研a\t3", "生命\t3", "命\t3", "研a生\t2", "研Ａ生\t2"));
        assertThat(Tokens.of(WordTokenizers.create(options), "研a生命")).containsExactly("研a生", "命");
    }

    @Test
    void countsOfEqualWordsBeyond64BitsAreRefused() {
        String most = "\t" + Long.MAX_VALUE;
        assertThat(shortest("研究", List.of("研究" + most, "研" + most))).containsExactly("研究");
        for (List<String> words : List.of(List.of("研究" + most, "研究\t1"), List.of("研究", "研究" + most))) {
            assertThatThrownBy(() -> shortest("研究", words))
                    .isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(ExitCode.INPUT))
                    .hasMessageContaining("divide all counts by the same number");
        }
    }

    @Test
    void aLineWithoutCountAmongCountedOnesCountsOnce() {
        assertThat(shortest("研究生命", List.of("研究\t2", "生命\t1", "研究生", "命\t3"))).containsExactly("研究生", "命");
        assertThat(shortest("研究生命", List.of("研究\t2", "生命\t2", "研究生", "命\t3"))).containsExactly("研究", "生命");
    }

    /** Of half a count: a listed word is always likelier, but not by much. */
    @Test
    void unlistedCharactersAreRarerThanAnyListedWord() {
        assertThat(shortest("甲乙丙", List.of("甲乙\t1", "乙丙\t1", "丙\t1"))).containsExactly("甲乙", "丙");
        assertThat(shortest("甲乙丙", List.of("甲乙\t1", "乙丙\t1", "甲\t1"))).containsExactly("甲", "乙丙");
        assertThat(shortest("甲乙丙", List.of("甲乙\t3", "乙丙\t7", "丙\t1"))).containsExactly("甲", "乙丙");
        assertThat(shortest("甲乙丙", List.of("甲乙\t3", "乙丙\t5", "丙\t1"))).containsExactly("甲乙", "丙");
    }

    @Test
    void withoutCountsListedWordsBeatUnlistedOnes() {
        assertThat(shortest("甲乙丙", List.of("甲乙", "乙丙", "丙"))).containsExactly("甲乙", "丙");
        assertThat(shortest("甲乙丙", List.of("甲乙", "乙丙", "甲"))).containsExactly("甲", "乙丙");
    }

    @Test
    void unknownCharactersStandAloneAndRunsStayWhole() {
        for (Kind kind : List.of(Kind.DICTIONARY_LONGEST, Kind.DICTIONARY_SHORTEST_PATH)) {
            assertThat(tokens(kind, "他在GitHub写了3.14行naïve代码，don't！", List.of("代码", "it", "3")))
                    .containsExactly("他", "在", "GitHub", "写", "了", "3.14", "行", "naïve", "代码", "don't");
        }
    }

    @Test
    void wordsOfTheListMayHoldPunctuationAndLetters() {
        for (Kind kind : List.of(Kind.DICTIONARY_LONGEST, Kind.DICTIONARY_SHORTEST_PATH)) {
            assertThat(tokens(kind, "买T恤、AA制。C++ C", List.of("T恤", "AA制", "。", "C++")))
                    .containsExactly("买", "T恤", "AA制", "。", "C++", "C");
        }
    }

    @Test
    void theListIsLowerCasedAndNormalizedAsTheText() {
        TokenizationOptions options =
                new TokenizationOptions(Kind.DICTIONARY_LONGEST, true, Normalization.NFKC, List.of("Ｔ恤", "カﾞラス"));
        assertThat(Tokens.of(WordTokenizers.create(options), "t恤 Ｔ恤 ガラス")).containsExactly("t恤", "t恤", "ガラス");
    }

    @Test
    void agreeWithTheReferences() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 1_500; round++) {
            List<String> words = randomWords(random);
            String text = randomText(random, random.below(11));
            assertThat(longest(text, words))
                    .as("longest match of %s by %s", text, words)
                    .isEqualTo(SegmentationReference.longestMatch(text, words));
            assertThat(shortest(text, words))
                    .as("shortest path of %s by %s", text, words)
                    .isEqualTo(SegmentationReference.shortestPath(text, words));
        }
    }

    @Test
    void overlappingWordsWithoutEndStayBounded() {
        String text = "一".repeat(1_000_000);
        List<String> words = shortest(text, List.of("一一", "一一一"));
        assertThat(String.join("", words)).isEqualTo(text);
        assertThat(words).hasSizeBetween(333_334, 333_500);
    }

    private static List<String> randomWords(TestRandom random) {
        Set<String> words = new LinkedHashSet<>();
        for (int n = 1 + random.below(12); words.size() < n; ) {
            words.add(randomText(random, 1 + random.below(4)));
        }
        return new ArrayList<>(words);
    }

    private static String randomText(TestRandom random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.oneOf("甲", "乙", "丙", "丁", "𠀀"));
        }
        return text.toString();
    }

    private static List<String> longest(String text, List<String> words) {
        return tokens(Kind.DICTIONARY_LONGEST, text, words);
    }

    private static List<String> shortest(String text, List<String> words) {
        return tokens(Kind.DICTIONARY_SHORTEST_PATH, text, words);
    }

    private static List<String> tokens(Kind kind, String text, List<String> words) {
        return Tokens.of(WordTokenizers.create(new TokenizationOptions(kind, false, Normalization.NONE, words)), text);
    }
}
