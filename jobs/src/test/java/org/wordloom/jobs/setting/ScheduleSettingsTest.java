package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordloom.jobs.setting.SettingTester.set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleSettingsTest {
    @Test
    void oneReplicaIsTrainedInOneGoUnlessCheckpointsAreAskedFor() {
        assertThat(ScheduleSettings.defaults().checkpointsWanted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "checkpoint-interval, 10m, true",
        "checkpoint-interval, 0s, true",
        "checkpoint-interval, never, false",
        "resume, true, true"
    })
    void neverAsksForNone(String option, String value, boolean wanted) {
        ScheduleSettings schedules = ScheduleSettings.defaults();
        set(schedules.checkpoints(), option, value);
        assertThat(schedules.checkpointsWanted()).isEqualTo(wanted);
    }
}
