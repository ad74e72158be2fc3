package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
    @ParameterizedTest
    @CsvSource({"0s,0,0s", "90s,90,90s", "10m,600,10m", "600s,600,10m", "2H,7200,2h", "never,-1,never"})
    void readsAndWrites(String text, long seconds, String shortest) {
        assertThat(TimeSpan.parse(text)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(TimeSpan.text(Duration.ofSeconds(seconds))).isEqualTo(shortest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "m", "-1s", "1.5h", "10 m", "9999999999s"})
    void refusesOthers(String text) {
        assertThatThrownBy(() -> TimeSpan.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10m");
    }
}
