package org.wordloom.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The probability to keep a word, against word2vec's formula written out, (sqrt(n / (t N)) + 1) · (t N) / n. */
class SubsamplingTableTest {
    private static final long[] COUNTS = {5_000_000_000L, 60_000_000, 1_000_000, 12_345, 100, 5, 1};

    @Test
    void followsTheFormula() {
        double total = 0;
        for (long count : COUNTS) {
            total += count;
        }
        for (double threshold : new double[] {1e-2, 1e-3, 1e-4, 1e-5, 1e-9}) {
            SubsamplingTable table = new SubsamplingTable(COUNTS, threshold);
            for (int word = 0; word < COUNTS.length; word++) {
                double scaled = threshold * total;
                double expected = Math.min(1, (Math.sqrt(COUNTS[word] / scaled) + 1) * (scaled / COUNTS[word]));
                assertThat((double) table.keep(word))
                        .as("word %d at %s", word, threshold)
                        .isCloseTo(expected, within(1e-6 * expected));
            }
        }
    }

    @Test
    void aTableTakesFourBytesAWord() {
        assertThat(SubsamplingTable.memoryBytes(600_000_000)).isEqualTo(2_400_000_000L);
    }

    @Test
    void zeroKeepsEveryWord() {
        SubsamplingTable table = new SubsamplingTable(COUNTS, 0);
        for (int word = 0; word < COUNTS.length; word++) {
            assertThat(table.keep(word)).isEqualTo(1f);
        }
    }

    @Test
    void rareWordsAreKeptAndFrequentOnesLessOften() {
        SubsamplingTable table = new SubsamplingTable(COUNTS, 1e-3);
        assertThat(table.keep(COUNTS.length - 1)).isEqualTo(1f);
        assertThat(table.keep(0)).isLessThan(table.keep(1));
    }

    @Test
    void aWordThatNeverOccursAndAVocabularyOfOneAreNoTrouble() {
        assertThat(new SubsamplingTable(new long[] {10, 0}, 1e-3).keep(1)).isEqualTo(1f);
        assertThat(new SubsamplingTable(new long[] {10}, 1e-3).keep(0))
                .isCloseTo((float) ((Math.sqrt(1e3) + 1) * 1e-3), within(1e-6f));
    }
}
