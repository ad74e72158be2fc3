package org.wordloom.cluster.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.cooccurrence.CooccurrenceOptions.Boundary;
import org.wordloom.cooccurrence.CooccurrenceOptions.Weighting;
import org.wordloom.cooccurrence.WeightUnits;
import org.wordloom.vocab.Vocabulary;

class SumCheckTest {
    private static final Vocabulary WORDS = Vocabulary.of(new String[] {"a", "the", "of"}, new long[] {25, 40, 35});
    /** Ten million million tokens in sentences of twenty. */
    private static final double TOKENS = 1e13;

    @Test
    void theUsualWindowHoldsSixtyTerabytes() {
        assertThatCode(() -> check(10, Weighting.INVERSE_DISTANCE, TOKENS).require(WORDS))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(1000, Weighting.FLAT, TOKENS).require(WORDS)).doesNotThrowAnyException();
        assertThatCode(() -> check(1000, Weighting.LINEAR, TOKENS).require(WORDS))
                .doesNotThrowAnyException();
    }

    @Test
    void aWideOneIsRefusedWithWhatFits() {
        assertThatThrownBy(() -> check(30, Weighting.INVERSE_DISTANCE, TOKENS).require(WORDS))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
                .hasMessageContaining("'the', which occurs 4,000,000,000,000 times")
                .hasMessageContaining("--window 15 or less");
        assertThatCode(() -> check(15, Weighting.INVERSE_DISTANCE, TOKENS).require(WORDS))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(30, Weighting.INVERSE_DISTANCE, 1e9).require(WORDS))
                .doesNotThrowAnyException();
    }

    /** In sentences of twenty a word has 19 others, at all distances as often as the sentence is long enough for. */
    @Test
    void unitsAreThoseOfAllPairs() {
        WeightUnits units = WeightUnits.of(Weighting.INVERSE_DISTANCE, 22);
        long ofSentence = 0;
        for (int a = 0; a < 20; a++) {
            for (int b = 0; b < 20; b++) {
                ofSentence += a == b ? 0 : units.unitsAt(Math.abs(a - b));
            }
        }
        assertThat(check(22, Weighting.INVERSE_DISTANCE, TOKENS).units(20, 22))
                .isCloseTo(ofSentence, within(1e-9 * ofSentence));
    }

    private static SumCheck check(int window, Weighting weighting, double tokens) {
        return new SumCheck(
                new CooccurrenceOptions(window, true, weighting, Boundary.SENTENCE, 0), tokens, tokens / 20);
    }
}
