package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrainingClockTest {
    @Test
    void theRateFallsEvenlyToItsFractionAndNoFarther() {
        TrainingClock clock = new TrainingClock(999, new LinearRate(0.05, 0.005));
        assertThat(clock.rate()).isEqualTo(0.05f);
        assertThat(clock.advance(250, 0, 0)).isCloseTo(0.05f - 0.25f * 0.045f, within(1e-7f));
        assertThat(clock.advance(500, 0, 0)).isCloseTo(0.05f - 0.75f * 0.045f, within(1e-7f));
        assertThat(clock.advance(249, 0, 0)).isBetween(0.005f, 0.0051f);
        assertThat(clock.advance(5000, 0, 0)).isEqualTo(0.005f);
        assertThat(clock.words()).isEqualTo(5999);
        assertThat(clock.totalWords()).isEqualTo(999);
    }

    /** Four replicas go from word 1000 to 1400 of 3999: at half of its own hundred, all together are at 1200. */
    @Test
    void ofManyReplicasEachStandsForAll() {
        TrainingClock clock = new TrainingClock(100, new Round(1, 1000, 1400, 3999), new LinearRate(0.05, 0.005));
        assertThat(clock.rate()).isCloseTo(0.05f - 0.25f * 0.045f, within(1e-7f));
        assertThat(clock.advance(50, 0, 0)).isCloseTo(0.05f - 0.3f * 0.045f, within(1e-7f));
        assertThat(clock.another().rate()).isCloseTo(0.05f - 0.25f * 0.045f, within(1e-7f));
        TrainingClock idle = new TrainingClock(0, new Round(1, 1000, 1400, 3999), new LinearRate(0.05, 0.005));
        assertThat(idle.rate()).isCloseTo(0.05f - 0.25f * 0.045f, within(1e-7f));
    }

    @Test
    void samplesOfTheLossAddUp() {
        TrainingClock clock = new TrainingClock(10, new LinearRate(0.05, 0));
        clock.advance(1, 2.5, 4);
        clock.advance(1, 0.5, 3);
        assertThat(clock.loss()).isEqualTo(3);
        assertThat(clock.pairs()).isEqualTo(7);
        assertThat(clock.another().loss()).isZero();
    }
}
