package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;

class SerdeNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0",
                "-0.5",
                "1.25",
                "-11.5129",
                "1e3",
                "1.5E-7",
                "-2.5e+10",
                "123456789012345.0",
                "0.000001",
                "1e-400",
                "18446744073709551615.0",
                "-9.75"
            })
    void shortNumbersAreTheNearestDoubles(String text) {
        assertThat(SerdeNumbers.parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void longNumbersAreAtMostAUnitAside() {
        TestRandom random = TestRandom.create();
        for (int i = 0; i < 100_000; i++) {
            double value = -Math.abs(random.bits() * 0x1p-60);
            double read = SerdeNumbers.parse(Double.toString(value));
            assertThat(Math.abs(read - value)).isLessThanOrEqualTo(2 * Math.ulp(value));
            float single = (float) value;
            assertThat(SerdeNumbers.parse(Float.toString(single)))
                    .isEqualTo(Double.parseDouble(Float.toString(single)));
        }
    }
}
