package org.wordloom.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockCountTest {
    @ParameterizedTest
    @CsvSource({
        "0, 100, 1",
        "15, 100, 1",
        "40, 100, 2",
        "2000, 100, 8", // small blocks, for the threads' sake
        "30000, 100, 12", // 48 MB in visits of 4 MB
        "70000, 100, 27",
        "1179648, 1, 9", // exactly 36 MB in visits of 4 MB
        "1179649, 1, 10",
        "70000, 300, 32", // 80 would make too many files
        "10000000, 300, 45", // 48 GB in visits of 1 GB
        "100000000, 1000, 1024", // 1,492, which nothing would take
    })
    void followsItsRule(long rows, int dim, int blocks) {
        assertThat(BlockCount.forRows(rows, dim)).isEqualTo(blocks);
    }
}
