package org.wordloom.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("opencl")
class DeviceCheckTest {
    @ParameterizedTest
    @EnumSource
    void bothFormsAreAccurate(LaunchForm form) {
        DeviceCheck check = DeviceCheck.run(TestDevice.get(), form);
        assertThat(check.error()).isBetween(1e-12, DeviceCheck.LARGEST_ERROR);
        assertThat(check.isAccurate()).isTrue();
        assertThat(check.launchNanos()).isBetween(100L, 1_000_000_000L);
        assertThat(check.uploadRate()).isGreaterThan(1e6);
        assertThat(check.readBackRate()).isGreaterThan(1e6);
    }
}
