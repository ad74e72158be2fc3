package org.wordloom.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;

class CellMassesTest {
    private static final int WINDOW = 10;

    @Test
    void isCloseToTheSumOverAllPairsOfWords() {
        long[] counts = zipf(3000);
        double total = Arrays.stream(counts).sum();
        long[] expected = CellMasses.expected(counts, WINDOW);
        for (int word : new int[] {0, 1, 10, 100, 1000, 2999}) {
            double sum = 0;
            for (long other : counts) {
                sum += 1 - Math.exp(-counts[word] * (double) other * 2 * WINDOW / total);
            }
            assertThat((double) expected[word]).as("word %d", word).isCloseTo(sum, Percentage.withPercentage(3));
        }
    }

    /** A corpus without order: words drawn one by one. The estimate is made for it. */
    @Test
    void isCloseToTheCellsOfARandomText() {
        long[] counts = zipf(300);
        int[] text = shuffledText(counts);
        boolean[][] met = new boolean[counts.length][counts.length];
        for (int at = 0; at < text.length; at++) {
            for (int other = Math.max(0, at - WINDOW); other < at; other++) {
                met[text[at]][text[other]] = true;
                met[text[other]][text[at]] = true;
            }
        }
        long[] expected = CellMasses.expected(counts, WINDOW);
        double error = 0;
        double cells = 0;
        for (int word = 0; word < counts.length; word++) {
            int distinct = 0;
            for (boolean seen : met[word]) {
                distinct += seen ? 1 : 0;
            }
            error += Math.abs(distinct - expected[word]);
            cells += distinct;
        }
        assertThat(error / cells).isLessThan(0.015);
    }

    @Test
    void everyWordHasAMassAndNoneExceedsTheVocabulary() {
        assertThat(CellMasses.expected(new long[0], WINDOW)).isEmpty();
        assertThat(CellMasses.expected(new long[] {0, 0}, WINDOW)).containsExactly(1, 1);
        assertThat(CellMasses.expected(new long[] {1L << 60, 1, 1}, WINDOW)).containsExactly(3, 1, 1);
        assertThat(Arrays.stream(CellMasses.expected(zipf(50), WINDOW)).max()).hasValue(50);
    }

    private static long[] zipf(int words) {
        long[] counts = new long[words];
        Arrays.setAll(counts, word -> 5 + 30_000 / (word + 1));
        return counts;
    }

    private static int[] shuffledText(long[] counts) {
        int tokens = (int) Arrays.stream(counts).sum();
        KeyedPermutation order =
                new KeyedPermutation(tokens, TestRandom.create().bits());
        int[] text = new int[tokens];
        int at = 0;
        for (int word = 0; word < counts.length; word++) {
            for (long k = 0; k < counts[word]; k++) {
                text[(int) order.at(at++)] = word;
            }
        }
        return text;
    }
}
