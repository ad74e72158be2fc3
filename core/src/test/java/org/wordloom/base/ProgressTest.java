package org.wordloom.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void speedIsOfThisRunAloneNotOfTheOneThatItContinues() {
        Progress progress = new Progress("train", 1000, 2000, "words", 4, 0.05, 2.5, "", 600);
        assertThat(progress.unitsPerSecond()).isEqualTo(100);
    }

    @Test
    void atTheBeginThereIsNoSpeed() {
        assertThat(Progress.of("count", 1000, -1, "bytes", 0).unitsPerSecond()).isZero();
    }

    @Test
    void outsideTrainingThereIsNoRateAndNoLoss() {
        Progress progress = Progress.of("count", 10, 20, "bytes", 2);
        assertThat(progress).isEqualTo(new Progress("count", 10, 20, "bytes", 2, Double.NaN, Double.NaN, "", 0));
        assertThat(progress.unitsPerSecond()).isEqualTo(5);
    }
}
