package org.wordloom.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordloom.tokenizer.Truncation.Strategy;
import org.wordloom.tokenizer.postprocessor.BertProcessing;
import org.wordloom.tokenizer.postprocessor.SpecialToken;

class TruncationTest {
    private static final int SIZE = 1_000_000;

    /** All at once they would take 14 GB, and of a pair a million times that. */
    @Test
    void makesPartsOneByOne() {
        Truncation truncation = new Truncation(515, Strategy.LONGEST_FIRST, 255, Direction.RIGHT);
        Padding padding = new Padding(520, 0, Direction.RIGHT, 9, "[PAD]", 0);
        BertProcessing processing = new BertProcessing(new SpecialToken("[SEP]", 2), new SpecialToken("[CLS]", 1));
        List<Encoding> cut = truncation.truncate(List.of(encoding(0), encoding(1)), 3);
        int parts = SIZE - 256 + 1;
        assertThat(cut.get(0).overflowing()).hasSize(parts - 1);
        Encoding pair = padding.pad(List.of(Encoding.concatenate(processing.process(cut, true))))
                .get(0);
        assertThat(pair.size()).isEqualTo(520);
        List<Encoding> overflowing = pair.overflowing();
        assertThat(overflowing).as("as many as a list can have").hasSize(Integer.MAX_VALUE);
        assertThat(overflowing.get(3 * parts + 4).ids())
                .startsWith(1, 104, 105)
                .endsWith(2, 9, 9, 9, 9, 9)
                .contains(2, 104)
                .hasSize(520);
    }

    @Test
    void lastPartHoldsTheEnd() {
        Truncation truncation = new Truncation(512, Strategy.LONGEST_FIRST, 511, Direction.RIGHT);
        List<Encoding> parts =
                truncation.truncate(List.of(encoding(0)), 0).get(0).overflowing();
        assertThat(parts).hasSize(SIZE - 512);
        assertThat(parts.get(0).ids()).startsWith(101, 102).hasSize(512);
        assertThat(parts.get(parts.size() - 1).ids()).endsWith(100 + SIZE - 1).hasSize(512);
    }

    @Test
    void whatDoesNotFitIsNamedAsTheFileHasIt() {
        Truncation truncation = new Truncation(10, Strategy.LONGEST_FIRST, 7, Direction.RIGHT);
        assertThatThrownBy(() -> truncation.truncate(List.of(encoding(0)), 3))
                .hasMessageContaining("truncation.stride of the tokenizer is 7, not below the 7 ids that a part holds")
                .hasMessageContaining("truncation.max_length is 10");
        assertThatThrownBy(() -> truncation.truncate(List.of(encoding(0)), 11))
                .hasMessageContaining("truncation.max_length of the tokenizer is 10")
                .hasMessageContaining("adds 11 ids");
    }

    private static Encoding encoding(int typeId) {
        String[] pieces = new String[SIZE];
        java.util.Arrays.fill(pieces, "a");
        return Encoding.of(
                "a".repeat(SIZE),
                IntStream.range(100, 100 + SIZE).toArray(),
                pieces,
                new int[SIZE],
                new int[SIZE],
                new int[SIZE],
                typeId);
    }
}
