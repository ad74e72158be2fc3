package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({"0,0", "17,17", "1k,1024", "512m,536870912", "2G,2147483648", "3gb,3221225472", "1t,1099511627776"})
    void sizesAreRead(String text, long bytes) {
        assertThat(ByteSize.reading().read(List.of(text))).isEqualTo(bytes);
        assertThat(ByteSize.reading().read(List.of(ByteSize.text(bytes)))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "g", "-1", "1.5g", "1p", "999999999999999t"})
    void othersAreNot(String text) {
        assertThatThrownBy(() -> ByteSize.reading().read(List.of(text))).isInstanceOf(IllegalArgumentException.class);
    }
}
