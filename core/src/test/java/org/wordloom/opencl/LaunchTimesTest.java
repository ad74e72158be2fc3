package org.wordloom.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaunchTimesTest {
    private static final long LIMIT = 50_000_000;

    @Test
    void launchesGrowToHalfTheLimitAndStayBelowIt() {
        for (long nanosAnItem : new long[] {5, 300, 20_000, 90_000}) {
            LaunchTimes times = new LaunchTimes(LIMIT);
            for (int i = 0; i < 30; i++) {
                int items = times.slice(1);
                times.took(1, items, items * nanosAnItem);
            }
            long settled = times.slice(1) * nanosAnItem;
            assertThat(settled).isLessThanOrEqualTo(LIMIT / 2);
            assertThat(times.longestNanos()).isLessThan(LIMIT);
            if (nanosAnItem < 20_000 && nanosAnItem > 5) {
                assertThat(settled).isGreaterThan(LIMIT / 4);
            }
        }
    }

    @Test
    void aLongLaunchMakesTheNextShorter() {
        LaunchTimes times = new LaunchTimes(LIMIT);
        times.took(1, 512, 512 * 1_000_000L);
        assertThat(times.slice(1)).isEqualTo(DeviceSession.GROUP);
        assertThat(times.longestNanos()).isEqualTo(512_000_000);
    }

    @Test
    void aShortRemainderSaysNothingAboutLongerLaunches() {
        LaunchTimes times = new LaunchTimes(LIMIT);
        int before = times.slice(3);
        times.took(3, 1, 100_000);
        assertThat(times.slice(3)).isEqualTo(before);
    }

    @Test
    void operationsAreToldApart() {
        LaunchTimes times = new LaunchTimes(LIMIT);
        times.took(1, times.slice(1), 1000);
        assertThat(times.slice(1)).isGreaterThan(times.slice(2));
        assertThat(times.slice(9)).isEqualTo(times.slice(2));
    }
}
